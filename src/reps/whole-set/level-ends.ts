import type { RepMotion } from '../definition/lay-out.ts';
import { median } from '../definition/median.ts';
import type { MotionTrace } from '../definition/trace.ts';
import { between, type Expectation } from './expectation.ts';

/** Which ends of a rep lie at the levels of its set. */
export type LevelEnds = 'both' | 'bottom' | 'top';

/** Shorter than this share of the set's long reps a rep ends half way: a half rep by the usual ratio (src/lifts). */
const HALF_WAY_SHARE = 0.7;
/** It is shorter by so many sigmas of the two ranges (chosen here): while heights drift, ranges differ by as much. */
const SHORT_SIGMAS = 2;
/** The long reps are those above this quantile of a set: of one and a half reps every other one is long. */
const LONG_QUANTILE = 0.75;
/** With fewer long reps nobody knows the levels. */
const LEAST_LONG = 2;
/** A smaller share of half reps is outvoted by the others, and may be none: bars are walked out and racked (chosen here). */
const LEAST_HALVES = 0.4;
/** An end this share of the long range off its level is not at it, nor is the other (chosen here): heights drift. */
const AT_LEVEL_SHARE = 0.2;

/**
 * A half rep shares one end with the reps around it: the bottom where it stops short, the top where it begins half way, as in
 * one and a half reps. The other end is at no level; every second rep there would pull the others half way up.
 */
export function levelEnds(
  { height_m: h }: MotionTrace,
  reps: readonly RepMotion[],
  sigma: Expectation['sigma'],
): LevelEnds[] {
  const byRange = [...reps].sort((a, b) => a.rom_m - b.rom_m);
  const long = byRange[Math.floor(LONG_QUANTILE * byRange.length)];
  if (long === undefined) return [];
  const long_m = long.rom_m;
  const rangeSigma = ({ rise }: RepMotion): number => between(rise.low, rise.high, sigma);
  const isShort = (rep: RepMotion): boolean =>
    long_m - rep.rom_m > SHORT_SIGMAS * Math.hypot(rangeSigma(rep), rangeSigma(long));
  const halves = reps.map((rep) => rep.rom_m < HALF_WAY_SHARE * long_m && isShort(rep));
  const whole = reps.filter((_, k) => !halves[k]);
  const outvoted = reps.length - whole.length < LEAST_HALVES * reps.length;
  return reps.map((rep, k) => {
    if (!halves[k] || outvoted || whole.length < LEAST_LONG) return 'both';
    const near = nearest(whole, rep);
    const off = (height: (one: RepMotion) => number): number =>
      Math.abs(height(rep) - median(near.map(height)));
    const bottom_m = off((one) => h[one.rise.low] as number);
    const top_m = off((one) => h[one.top.sample] as number);
    if (Math.min(bottom_m, top_m) > AT_LEVEL_SHARE * long_m) return 'both';
    return bottom_m <= top_m ? 'bottom' : 'top';
  });
}

/** The two whole reps next to a half one. */
function nearest(whole: readonly RepMotion[], rep: RepMotion): readonly RepMotion[] {
  const after = whole.findIndex((one) => one.rise.low > rep.rise.low);
  const from = Math.max(0, Math.min(whole.length - 2, (after < 0 ? whole.length : after) - 1));
  return whole.slice(from, from + 2);
}
