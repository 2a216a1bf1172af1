import { expect, test } from 'vitest';
import { replayLive } from '../../src/reps/replay-live.ts';
import { contextFor } from '../accuracy/context.ts';
import { plainSet } from '../accuracy/plain-world.ts';

test.each([50, 100])(
  'slow reps of steady hands, 0.13 m/s without any tremor, are counted as they come, %d Hz',
  (rate_hz) => {
    for (let seed = 1; seed <= 5; seed++) {
      const { recording, truth } = plainSet(seed, {
        reps: 5,
        roll_deg: 0,
        offset_g: 0.004,
        scale: 0.002,
        rate_hz,
        hold_s: () => 1,
        bottom_s: () => 0.6,
        rise_s: () => 2.6,
        half: 0,
      });
      const { analysis } = replayLive(recording, contextFor('hip-thrust', truth));
      expect(analysis.reps, `seed ${seed}`).toHaveLength(5);
    }
  },
);
