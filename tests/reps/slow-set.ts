import type { Recording } from '../../src/recording/samples.ts';
import type { SetContext } from '../../src/reps/rep.ts';
import { contextFor } from '../accuracy/context.ts';
import { type PlainSpec, plainSet } from '../accuracy/plain-world.ts';

/** Five slow hip thrusts of hands that do not shake, with a good sensor. */
export function slowSet(
  seed: number,
  spec: Partial<PlainSpec>,
): { recording: Recording; context: SetContext } {
  const { recording, truth } = plainSet(seed, {
    reps: 5,
    roll_deg: 0,
    offset_g: 0.004,
    scale: 0.002,
    rate_hz: 100,
    hold_s: () => 1,
    bottom_s: () => 0.6,
    rise_s: () => 2.6,
    half: 0,
    ...spec,
  });
  return { recording, context: contextFor('hip-thrust', truth) };
}
