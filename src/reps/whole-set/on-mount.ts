import type { ConditionedRecording } from '../../signal/condition-recording.ts';
import { takeLeverOut } from '../../signal/lever/take-out.ts';
import type { MotionTerm } from '../../signal/set/anchors.ts';
import { guessAttitude } from '../../signal/set/attitude-guess.ts';
import { upOf } from '../../signal/set/rotation.ts';
import type { SetSmoother } from '../../signal/set/smoother.ts';
import type { RepMotion } from '../definition/lay-out.ts';
import { leverSigma } from '../measure/lever-sigma.ts';
import { asksLever, type MountedLever, mountedLever } from '../measure/mount.ts';
import { spins, type Turn } from '../measure/turning.ts';
import type { SetContext } from '../rep.ts';
import type { Attitudes } from '../steadiness/bar-tilt.ts';
import { type FoundSet, findSet } from './find-set.ts';

type Sigma = (terms: readonly MotionTerm[]) => number;

/** A set as what the sensor sits on has moved, with what is not known of its place. */
export interface MountedSet {
  readonly samples: ConditionedRecording;
  readonly found: FoundSet;
  /** 1-sigma of sums of heights and velocities: the set's own, and what the place of the sensor adds, the same in every rep. */
  readonly sigma: Sigma;
  readonly place: Sigma;
  /** Of every sample of `found`; null without a gyroscope, and where there is no rep to ask about. */
  readonly attitudes: Attitudes | null;
}

/** Times the lever is asked for: the first answer is a tenth off, because the reps were found in the sensor's own motion. */
const ROUNDS = 2;

/**
 * A lever that makes or loses more reps than this is none: plates cost two at most. In recorded curls a hand turns a dumbbell about the
 * elbow, and with a lever for it 10 reps became 16 (chosen here).
 */
const MOST_CHANGED = 2;

const none: Sigma = () => 0;

function attitudesOf({ samples, sensor }: SetSmoother): Attitudes {
  const [x = 0, y = 0, z = 0] = sensor.gyroBias;
  return guessAttitude(samples, null, [x, y, z]);
}

/**
 * Where the sensor is not on the bar's axis, as was said or as its turning shows, the lever is one more unknown of the set:
 * asked, taken out of the samples, and asked again for what is left. A lever that turns with the lift as a bar does hides in
 * the lift; then only its doubt is told.
 */
export function onItsMount(samples: ConditionedRecording, found: FoundSet, context: SetContext): MountedSet {
  const { ownSigma } = found.smoother;
  if (samples.rate_rads === null || found.reps.length === 0)
    return { samples, found, sigma: ownSigma, place: none, attitudes: null };
  const attitudes = attitudesOf(found.smoother);
  const upAt = (sample: number, out: Float64Array): void => upOf(attitudes, 4 * sample, out);
  if (samples.lever !== null) {
    const doubt = leverSigma(samples.lever, samples.t_s, upAt);
    const sigma: Sigma = (terms) => Math.hypot(ownSigma(terms), doubt(terms));
    return { samples, found, sigma, place: none, attitudes };
  }
  const turns = turnsOf(attitudes, found.reps);
  const spinning = spins(turns);
  const lever = mountedLever(context, turns, spinning);
  const answer = asksLever(context, spinning) ? askLever(samples, context, lever) : null;
  const changed = Math.abs((answer?.found.reps.length ?? 0) - found.reps.length);
  const asked = changed > MOST_CHANGED ? null : answer;
  if (asked === null)
    return { samples, found, sigma: ownSigma, place: leverSigma(lever, samples.t_s, upAt), attitudes };
  const moved = { ...asked, attitudes: attitudesOf(asked.found.smoother) };
  const own = asked.found.smoother.ownSigma;
  const left: Sigma = (terms) => asked.found.smoother.lever()?.sigma(terms) ?? 0;
  // of a part that turns as it likes the doubt is another one in every rep
  return spinning
    ? { ...moved, sigma: (terms) => Math.hypot(own(terms), left(terms)), place: none }
    : { ...moved, sigma: own, place: left };
}

function askLever(
  samples: ConditionedRecording,
  context: SetContext,
  { mean_m, sigma_m }: MountedLever,
): Pick<MountedSet, 'samples' | 'found'> | null {
  let [x, y, z] = mean_m;
  let last: Pick<MountedSet, 'samples' | 'found'> | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const length_m = Math.hypot(x, y, z);
    const facts = { ...samples.facts, lever_m: length_m > 0 ? length_m : null };
    const moved = { ...samples, facts, accel_mps2: samples.accel_mps2.slice() };
    if (moved.rate_rads === null) return null;
    takeLeverOut({ x, y, z }, { ...moved, rate_rads: moved.rate_rads });
    const found = findSet(moved, context, { mean_m, sigma_m, taken_m: [x, y, z] });
    const lever = found?.smoother.lever() ?? null;
    if (found === null || found.reps.length === 0 || lever === null) return last;
    x += lever.more_m[0];
    y += lever.more_m[1];
    z += lever.more_m[2];
    last = { samples: moved, found };
  }
  return last;
}

/** How the sensor turned in each rep. */
export function turnsOf(attitudes: Attitudes, reps: readonly RepMotion[]): Turn[] {
  const up = new Float64Array(3);
  const at = (sample: number): Turn['start'] => {
    upOf(attitudes, 4 * sample, up);
    return [up[0] as number, up[1] as number, up[2] as number];
  };
  return reps.map((rep) => ({
    rise_m: rep.rom_m,
    start: at(rep.concentric.start.sample),
    top: at(rep.top.sample),
  }));
}
