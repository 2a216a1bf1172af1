import { AXIS_READINGS, type AxisReading, RIGHT } from './axis-readings.ts';
import type { Oddity } from './oddity.ts';
import type { TurningEquations, TurningJudge } from './turning-equations.ts';

// Chosen on clean recordings, 32 encoder sets and 35 field sets (watches, WitMotion, LSM6DS boards): in the 59 of them whose
// gravity turns by 1 and more, as TurningEquations.seen, the share left unexplained is 0.02 to 0.86, negated 2.6 to 7.5. Where it
// turns less, up to 7.5 either way. In none does another reading leave less than 0.6 and explain 0.1 more than the right one.

/** Turning that must have been seen before anything is said, as TurningEquations.seen: less is mostly sideways pushes. */
const LEAST_SEEN = 0.5;
/** Comparisons before anything is said: ten seconds, so that a quick twist, whose pushes look like turning, is a part of them only. */
const LEAST_COUNT = 100;
/** A reading of the axes that leaves more than this unexplained is not believed. */
const EXPLAINED = 0.35;
/** It must explain this much more than the axes as they are. */
const BETTER_BY = 0.4;
/** Readings this near to the best are as good: the simplest of them is taken. */
const AS_GOOD = 0.06;
/**
 * Pushes may hide more where the axes are in their places and all turned round, or only the unit is wrong: nothing else turns
 * gravity the other way, and nothing turns it 57 times as far.
 */
const PLAIN = { explained: 0.75, better_by: { negated: 1, unit: 0.2 }, near: 0.15 };
/**
 * Of 117 clean recordings, real ones and simulated, three rows with hardly a turn leave more than this unexplained, the others at most
 * 0.9; gyros that are mirrored, have an axis the wrong way round or read some times too much leave 1.2 to 27 where the bar turns little.
 */
const NOTHING_EXPLAINED = 1;
/** A gyro that says too little: the scale that suits best is at most 1.6 in the clean ones, 3.4 to 9.8 where it reads a fraction. */
const TOO_LITTLE = { times: 2, better_by: 0.2 };
/** Turning below this is a sensor's noise, whatever a gyro says to it, as TurningEquations.seen. */
const LITTLE_SEEN = 0.15;
/** A scale wrong by less than this is taken for sideways pushes: three clean rows look up to 1.9 times too large. */
const SCALE_OFF = 4;
/** A gyro that predicts this much more than is seen, whatever is done to it, is none; clean recordings reach 7.5. */
const ABSURD = 25;
const ABSURD_SEEN = 1;

const PLAIN_READINGS = AXIS_READINGS.filter(
  ({ kind, unit }) => (kind === 'negated' && unit === 'same') || (kind === 'right' && unit !== 'same'),
);

/** What gravity's turning says about the gyroscope; null while it agrees, or when the bar did not turn. */
export function judgeGyro(turning: TurningEquations): Oddity | null {
  if (turning.count < LEAST_COUNT || turning.seen < LITTLE_SEEN) return null;
  const { judge } = turning;
  const asItIs = judge.unexplained(RIGHT.matrix);
  const wrong = turning.seen < LEAST_SEEN ? null : judgeReading(turning, judge, asItIs);
  return wrong ?? judgeShare(judge, asItIs);
}

/** What is surely wrong with it; null where it may be right. */
function judgeReading(turning: TurningEquations, judge: TurningJudge, asItIs: number): Oddity | null {
  if (asItIs <= BETTER_BY) return null;
  const reading = bestReading(judge);
  if (reading !== null) {
    const left = judge.unexplained(reading.matrix);
    if (left < EXPLAINED && asItIs - left > BETTER_BY) return { kind: 'gyro-turned', reading };
  }
  const scaled = judge.unexplained(RIGHT.matrix, judge.bestScale(RIGHT.matrix));
  for (const plain of PLAIN_READINGS) {
    const left = judge.unexplained(plain.matrix);
    const better_by = plain.kind === 'negated' ? PLAIN.better_by.negated : PLAIN.better_by.unit;
    if (plain.kind === 'right' && left > scaled + PLAIN.near) continue;
    if (left < PLAIN.explained && asItIs - left > better_by) return { kind: 'gyro-turned', reading: plain };
  }
  return judgeScale(turning, judge, asItIs);
}

/**
 * Turning that the gyroscope makes harder to understand than if the bar had not turned at all, or that it says far too little
 * of, is no reason to call it broken where there is so little; but it may not be relied on either.
 */
function judgeShare(judge: TurningJudge, asItIs: number): Oddity | null {
  const scale = judge.bestScale(RIGHT.matrix);
  const left = judge.unexplained(RIGHT.matrix, scale);
  if (asItIs > NOTHING_EXPLAINED) return { kind: 'gyro-unsure', share: Math.max(1, 1 - scale) };
  return scale > TOO_LITTLE.times && asItIs - left > TOO_LITTLE.better_by
    ? { kind: 'gyro-unsure', share: scale - 1 }
    : null;
}

function bestReading(judge: TurningJudge): AxisReading | null {
  const left = AXIS_READINGS.map(({ matrix }) => judge.unexplained(matrix));
  const least = Math.min(...left);
  // they stand from the simplest to the strangest
  return AXIS_READINGS.find((_, i) => (left[i] as number) <= least + AS_GOOD) ?? null;
}

function judgeScale({ seen }: TurningEquations, judge: TurningJudge, asItIs: number): Oddity | null {
  const scale = judge.bestScale(RIGHT.matrix);
  const left = judge.unexplained(RIGHT.matrix, scale);
  const off = Math.max(Math.abs(scale), 1 / Math.abs(scale));
  if (left < EXPLAINED && asItIs - left > BETTER_BY && off > SCALE_OFF)
    return { kind: 'gyro-scale', times: 1 / Math.abs(scale) };
  return asItIs > ABSURD && seen > ABSURD_SEEN ? { kind: 'gyro-scale', times: null } : null;
}
