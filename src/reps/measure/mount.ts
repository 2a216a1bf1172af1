import type { MountId } from '../../lifts/mount.ts';
import type { SetContext } from '../rep.ts';
import { type SensorVector, type Turn, trunkOf } from './turning.ts';

/** A lever from the place whose height is asked for to the sensor, as far as it is known before a set is looked at. */
export interface MountedLever {
  /** Sensor axes, m. */
  readonly mean_m: SensorVector;
  /** 1-sigma in any direction, m. */
  readonly sigma_m: number;
}

/** How far from the bar's axis a sensor sits, 1-sigma, m (chosen here: a sleeve's radius is 2.5 cm, a plate's 22). */
const OFF_AXIS_M: Readonly<Record<Exclude<MountId, 'belt'>, number>> = {
  bar: 0.01,
  sleeve: 0.04,
  plate: 0.12,
  dumbbell: 0.05,
  stack: 0,
};
/**
 * The same where nobody said what it sits on, m: mostly a bar, now and then a sleeve, and in a hip thrust a belt (chosen here).
 * What a wrist or a collar differs from the bar by in other lifts is in what two instruments differ by already.
 */
const NOBODY_SAID_M = { hip_thrust: 0.04, other: 0.02 };
/** From the hip towards the shoulders to a belt, m, and how much that varies (chosen here: belts lie above the hip bones). */
const BELT = { along_m: 0.085, sigma_m: 0.04 };
/** Without a bar in the way the sensor is worn closer to the hip, m (chosen here). */
const BODY = { along_m: 0.045, sigma_m: 0.05 };
/** A range that its place may move by this much, m, is not good before somebody said what it sits on (chosen here: a turn of 32 degrees). */
const PLACE_DOUBT_M = 0.0215;

type SaidOfMount = Pick<SetContext, 'lift' | 'variation' | 'mount'>;

const nobodySaid_m = ({ lift }: SaidOfMount): number =>
  lift === 'hip-thrust' ? NOBODY_SAID_M.hip_thrust : NOBODY_SAID_M.other;

const ON_AXIS: SensorVector = [0, 0, 0];

/** What the set-up says the sensor sits on; a lift done with dumbbells says so itself. */
export function mountOf({ mount, variation }: SaidOfMount): MountId | null {
  return mount ?? (variation === 'dumbbell' ? 'dumbbell' : null);
}

/** `spinning`: it turns as it likes, whatever was said. */
export function mountedLever(context: SaidOfMount, turns: readonly Turn[], spinning: boolean): MountedLever {
  const mount = mountOf(context);
  const trunk = mount === 'belt' ? trunkOf(turns) : null;
  if (trunk !== null) {
    const { along_m, sigma_m } = context.variation === 'bodyweight' ? BODY : BELT;
    return { mean_m: [-along_m * trunk[0], -along_m * trunk[1], -along_m * trunk[2]], sigma_m };
  }
  if (spinning && mount !== 'dumbbell' && mount !== 'stack')
    return { mean_m: ON_AXIS, sigma_m: OFF_AXIS_M.plate };
  return {
    mean_m: ON_AXIS,
    sigma_m: mount === null || mount === 'belt' ? nobodySaid_m(context) : OFF_AXIS_M[mount],
  };
}

/** Whether a set is asked for the lever itself: it is worth it where the sensor is said, or seen, to be off the axis. */
export function asksLever(context: SaidOfMount, spinning: boolean): boolean {
  const mount = mountOf(context);
  return mount === null || mount === 'bar' ? spinning : mount !== 'stack';
}

/** Nobody said what the sensor sits on, and for this range, moved by the doubt `rom_m`, it matters. */
export const placeUnsure = (context: SaidOfMount, rom_m: number): boolean =>
  mountOf(context) === null && rom_m > PLACE_DOUBT_M;
