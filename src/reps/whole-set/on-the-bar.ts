import type { Opening } from '../../lifts/profile.ts';
import type { StretchInHand } from '../../signal/off-bar/stretches-in-hand.ts';
import { median } from '../definition/median.ts';
import { fastest, type Refuse, type Rise } from '../definition/rises.ts';
import { MIN_RISE_M } from '../definition/thresholds.ts';
import type { MotionTrace } from '../definition/trace.ts';

/** A rise that differs from the usual one by this share is another movement (chosen here: reps of a set differ by a tenth). */
const UNLIKE = 0.2;

type Select = (trace: MotionTrace, rises: readonly Rise[], refuse: Refuse) => Rise[];

/**
 * Looks for the set only while the sensor was on the bar. A hand that takes it off ends the set there; where it was
 * taken off and put on again, the stretch with most reps is the set.
 */
export function selectOnTheBar(
  trace: MotionTrace,
  rises: readonly Rise[],
  hands: readonly StretchInHand[],
  opening: Opening,
  select: Select,
  refuse: Refuse,
): Rise[] {
  if (hands.length === 0) return select(trace, rises, refuse);
  const peak_s = (rise: Rise): number => trace.t_s[rise.peak] as number;
  const stretches: Rise[][] = hands.map(() => []);
  stretches.push([]);
  for (const whole of rises) {
    const rise = untilTaken(trace, whole, hands);
    const t_s = peak_s(rise);
    if (hands.some(({ from_s, to_s }) => from_s <= t_s && t_s <= to_s)) refuse(rise, 'in-hand');
    else stretches[hands.filter(({ from_s }) => from_s < t_s).length]?.push(rise);
  }
  const looked = stretches.map((own, k) => {
    const refused: Parameters<Refuse>[] = [];
    const say: Refuse = (...why) => refused.push(why);
    const onBar = between(trace, hands[k - 1]?.to_s ?? 0, hands[k]?.from_s ?? Number.POSITIVE_INFINITY);
    const reps = select(onBar, own, say);
    if (opening === 'concentric-first') dropTakingOff(trace, reps, hands, say);
    return { own, refused, reps };
  });
  const most = Math.max(...looked.map(({ reps }) => reps.length));
  const set = looked.find(({ reps }) => reps.length === most);
  for (const { own, refused } of looked) {
    if (own === set?.own) for (const why of refused) refuse(...why);
    else for (const rise of own) refuse(rise, 'in-hand');
  }
  return set?.reps ?? [];
}

/** The trace as if the bar had lain still while the sensor was in a hand: how it was carried tells nothing of the reps. */
function between(trace: MotionTrace, from_s: number, to_s: number): MotionTrace {
  const { t_s } = trace;
  const height_m = trace.height_m.slice();
  const velocity_mps = trace.velocity_mps.slice();
  const last = t_s.length - 1;
  let first = 0;
  while (first < last && (t_s[first] as number) < from_s) first++;
  let end = last;
  while (end > first && (t_s[end] as number) > to_s) end--;
  height_m.fill(height_m[first] as number, 0, first);
  height_m.fill(height_m[end] as number, end);
  velocity_mps.fill(0, 0, first);
  velocity_mps.fill(0, end + 1);
  return { ...trace, height_m, velocity_mps };
}

/** A rise that goes on in the hand that takes the sensor off ends where it was still on the bar. */
function untilTaken(trace: MotionTrace, rise: Rise, hands: readonly StretchInHand[]): Rise {
  const { t_s, height_m: h } = trace;
  const taken = hands.find(
    ({ from_s }) => (t_s[rise.low] as number) < from_s && (t_s[rise.high] as number) > from_s,
  );
  if (taken === undefined) return rise;
  let high = rise.low;
  for (let i = rise.low; (t_s[i] as number) <= taken.from_s; i++)
    if ((h[i] as number) > (h[high] as number)) high = i;
  // it hardly rose before: all of it was the hand
  if ((h[high] as number) - (h[rise.low] as number) < MIN_RISE_M) return rise;
  return { ...rise, peak: fastest(trace, rise.low, high), high, fallen: high + 1 };
}

/**
 * A bar that is lifted from below comes down before its sensor is taken off. What had not, and is no rise like the
 * others, was the hand that took it.
 */
function dropTakingOff(
  trace: MotionTrace,
  reps: Rise[],
  hands: readonly StretchInHand[],
  refuse: Refuse,
): void {
  const { t_s, height_m: h } = trace;
  const last = reps.at(-1);
  if (last === undefined || reps.length < 2) return;
  const size = ({ low, high }: Rise): number => (h[high] as number) - (h[low] as number);
  const fallen_s = t_s[last.fallen] ?? Number.POSITIVE_INFINITY;
  const taken = hands.some(({ from_s }) => (t_s[last.low] as number) < from_s && fallen_s > from_s);
  if (!taken || Math.abs(size(last) / median(reps.slice(0, -1).map(size)) - 1) < UNLIKE) return;
  refuse(last, 'in-hand');
  reps.pop();
}
