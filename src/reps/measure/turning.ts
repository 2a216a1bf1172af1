import { median } from '../definition/median.ts';

/** A direction, or a place, in sensor axes. */
export type SensorVector = readonly [x: number, y: number, z: number];

/** Where up is in the sensor's axes when a rep starts and at its top. */
export interface Turn {
  readonly rise_m: number;
  readonly start: SensorVector;
  readonly top: SensorVector;
}

/**
 * Turning that differs so much from rep to rep is a part that spins, or a dumbbell: how far the change of up from start to top
 * usually is from the median rep's, 1 is 57 degrees. Chosen here: bars have 0.01 to 0.05, wrists in 30 recorded sets 0.01 to
 * 0.10, plates that turn 0.2 to 1.4, dumbbells 0.05 to 0.2. The median, because a movement before the set may be among them.
 */
const SPINS = 0.11;
/** Fewer reps have no median worth the name. */
const LEAST_REPS = 3;
/** Of the longest quarter's range a rep has at least this share to be compared: half a rep turns half as far (chosen here). */
const FULL_SHARE = 0.75;
/** The range that a quarter of the reps have, or more. */
const LONG = 0.75;

/** Whether the sensor is on something that turns as it likes; what rolls with the lift does not. */
export function spins(turns: readonly Turn[]): boolean {
  const rises = turns.map(({ rise_m }) => rise_m).sort((a, b) => a - b);
  const long_m = rises[Math.floor(LONG * rises.length)] ?? 0;
  const changes = turns.filter(({ rise_m }) => rise_m >= FULL_SHARE * long_m).map(turned);
  if (changes.length < LEAST_REPS) return false;
  const usual = eachOf(changes, median);
  return median(changes.map((change) => length(minus(change, usual)))) > SPINS;
}

/** How far the change of up in one rise is from what is usual in others: 1 is 57 degrees. */
export function turnsUnlike(turn: Turn, others: readonly Turn[]): number {
  return length(minus(turned(turn), eachOf(others.map(turned), median)));
}

/**
 * SensorVector from the shoulders to the hip in the axes of a sensor on the trunk. The trunk turns about a level axis through
 * the shoulders and is about level at lockout: there it points where up was seen to lean away from. null: it does not turn.
 */
export function trunkOf(turns: readonly Turn[]): SensorVector | null {
  const start = eachOf(
    turns.map((turn) => turn.start),
    mean,
  );
  const top = eachOf(
    turns.map((turn) => turn.top),
    mean,
  );
  const upright = dot(start, top) / dot(top, top);
  const leaning = minus(start, [upright * top[0], upright * top[1], upright * top[2]]);
  const size = length(leaning);
  if (!(size > LEAST_TURN)) return null;
  return [-leaning[0] / size, -leaning[1] / size, -leaning[2] / size];
}

/** Less turning tells no direction: 6 degrees. */
const LEAST_TURN = 0.1;

const turned = ({ start, top }: Turn): SensorVector => minus(top, start);
const minus = (a: SensorVector, b: SensorVector): SensorVector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: SensorVector, b: SensorVector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: SensorVector): number => Math.hypot(...a);

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const eachOf = (all: readonly SensorVector[], what: (values: readonly number[]) => number): SensorVector => [
  what(all.map(([x]) => x)),
  what(all.map(([, y]) => y)),
  what(all.map(([, , z]) => z)),
];
