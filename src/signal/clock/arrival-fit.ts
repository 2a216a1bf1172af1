import { type EnvelopeLine, fitEnvelope } from './envelope.ts';

export interface FittedTimes {
  /** Seconds from the first frame. */
  readonly t_s: Float64Array;
  readonly lost: number;
}

/** Stretch of arrivals that gives one point of the lower envelope, s: most hold one notification that was not delayed. */
const BIN_S = 1;
/** A loss is seen by comparing the soonest arrivals within this time before and after, s. */
const LOOK_S = 1;
/** Smallest lasting rise that is a loss: more than the jitter of the soonest arrival in a second, s. */
const LOSS_STEP_S = 0.03;
/** Smallest lasting rise that is a loss, in notifications: a loss takes whole ones, and over half of one is not jitter. */
const LOSS_NOTIFICATIONS = 0.6;
/** Times that losses and line are fitted in turn: after three they no longer change. */
const ROUNDS = 3;

/**
 * Times of a whole recording's frames from their arrival times: one clock line under all arrivals, and a jump
 * where frames were lost (the envelope rises and never comes back). With the future known, the jump can be put
 * where it happened, which the live clock cannot.
 */
export function fitArrivalTimes(arrival_s: Float64Array): FittedTimes {
  const n = arrival_s.length;
  const t_s = new Float64Array(n);
  const first_s = arrival_s[0] ?? 0;
  const last_s = arrival_s[n - 1] ?? 0;
  if (n < 3 || last_s <= first_s) return { t_s: arrival_s.map((t) => t - first_s), lost: 0 };

  const bursts = burstsOf(arrival_s);
  // frame numbers as counted on the sensor: the index plus the frames lost before it
  const number = Float64Array.from(bursts.lastIndex);
  const firstBurst = (bursts.lastIndex[0] as number) + 1;
  const line: EnvelopeLine = {
    period_s: (last_s - first_s) / Math.max(1, n - firstBurst),
    offset_s: first_s,
  };
  const size = Math.max(1, n / bursts.arrival_s.length);
  line.period_s = robustPeriod(bursts.arrival_s, number, line.period_s);
  for (let round = 0; round < ROUNDS; round += 1) {
    number.set(bursts.lastIndex);
    insertLosses(
      bursts.arrival_s,
      number,
      line.period_s,
      Math.max(LOSS_STEP_S, LOSS_NOTIFICATIONS * size * line.period_s),
    );
    fitBins(bursts.arrival_s, number, line);
  }

  let burst = 0;
  let lost = 0;
  for (let i = 0; i < n; i += 1) {
    while (i > (bursts.lastIndex[burst] as number)) burst += 1;
    lost = (number[burst] as number) - (bursts.lastIndex[burst] as number);
    t_s[i] = (i + lost) * line.period_s;
  }
  return { t_s, lost: Math.round(lost) };
}

interface Bursts {
  readonly arrival_s: Float64Array;
  readonly lastIndex: Float64Array;
}

function burstsOf(arrival_s: Float64Array): Bursts {
  const arrivals: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < arrival_s.length; i += 1) {
    const t = arrival_s[i] as number;
    if (last.length > 0 && t === arrivals[arrivals.length - 1]) last[last.length - 1] = i;
    else {
      arrivals.push(t);
      last.push(i);
    }
  }
  return { arrival_s: Float64Array.from(arrivals), lastIndex: Float64Array.from(last) };
}

/** Soonest burst of every second, as positions in the burst list. */
function soonestPerBin(arrival_s: Float64Array, number: Float64Array, period_s: number): number[] {
  const picks: number[] = [];
  let bin = -1;
  let best = 0;
  for (let b = 0; b < arrival_s.length; b += 1) {
    const late = (arrival_s[b] as number) - period_s * (number[b] as number);
    const at = Math.floor(((arrival_s[b] as number) - (arrival_s[0] as number)) / BIN_S);
    if (at !== bin) {
      bin = at;
      best = late;
      picks.push(b);
    } else if (late < best) {
      best = late;
      picks[picks.length - 1] = b;
    }
  }
  return picks;
}

/** Median of the slopes between neighbouring seconds: most seconds are without a loss. */
function robustPeriod(arrival_s: Float64Array, number: Float64Array, period_s: number): number {
  const picks = soonestPerBin(arrival_s, number, period_s);
  const slopes: number[] = [];
  for (let i = 1; i < picks.length; i += 1) {
    const from = picks[i - 1] as number;
    const to = picks[i] as number;
    const frames = (number[to] as number) - (number[from] as number);
    if (frames > 0) slopes.push(((arrival_s[to] as number) - (arrival_s[from] as number)) / frames);
  }
  if (slopes.length < 5) return period_s;
  slopes.sort((a, b) => a - b);
  return slopes[slopes.length >> 1] as number;
}

function insertLosses(
  arrival_s: Float64Array,
  number: Float64Array,
  period_s: number,
  threshold_s: number,
): void {
  let lost = 0;
  const late = (b: number) => (arrival_s[b] as number) - period_s * ((number[b] as number) + lost);
  let since = 0;
  for (let b = 1; b < arrival_s.length; b += 1) {
    const now = arrival_s[b] as number;
    let before = Number.POSITIVE_INFINITY;
    for (let p = b - 1; p >= since && now - (arrival_s[p] as number) <= LOOK_S; p -= 1) {
      before = Math.min(before, (arrival_s[p] as number) - period_s * (number[p] as number));
    }
    if (before === Number.POSITIVE_INFINITY) {
      // a silence longer than the look-back: compare with the burst before it
      before = (arrival_s[b - 1] as number) - period_s * (number[b - 1] as number);
    }
    let after = Number.POSITIVE_INFINITY;
    for (let p = b; p < arrival_s.length && (arrival_s[p] as number) - now <= LOOK_S; p += 1) {
      after = Math.min(after, late(p));
    }
    if (after - before > threshold_s) {
      lost += Math.round((after - before) / period_s);
      since = b;
    }
    number[b] = (number[b] as number) + lost;
  }
}

function fitBins(arrival_s: Float64Array, number: Float64Array, line: EnvelopeLine): void {
  const picks = soonestPerBin(arrival_s, number, line.period_s);
  if (picks.length < 3) return;
  const x = picks.map((b) => number[b] as number);
  const y = picks.map((b) => arrival_s[b] as number);
  fitEnvelope(x, y, picks.length, line);
}
