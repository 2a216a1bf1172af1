import { failure, type Result, success } from '../../src/contract/result.ts';
import { liftOf } from '../../src/lifts/catalogue.ts';
import { LIFT_IDS, type LiftId, type VariationId } from '../../src/lifts/lift.ts';
import { MOUNTS, type MountId } from '../../src/lifts/mount.ts';
import type { HistoryOptions } from '../../src/recording/histories/history.ts';
import { quoted } from '../../src/words/plain-text.ts';
import type { Values } from './command.ts';

/** `--lift` and `--variation`; the hip thrust, and a lift's first variation, when not said. */
export function chooseLift(values: Values): Result<{ lift: LiftId; variation: VariationId }> {
  const wanted = values.lift ?? 'hip-thrust';
  const lift = LIFT_IDS.find((id) => id === wanted);
  if (lift === undefined)
    return failure('lift', `There is no lift "${quoted(String(wanted))}". Lifts: ${LIFT_IDS.join(', ')}.`);
  const { variations } = liftOf(lift);
  if (values.variation === undefined) return success({ lift, variation: variations[0].id });
  const variation = variations.find(({ id }) => id === values.variation);
  if (variation !== undefined) return success({ lift, variation: variation.id });
  const names = variations.map(({ id }) => id).join(', ');
  return failure(
    'variation',
    `${lift} has no variation "${quoted(String(values.variation))}". It has: ${names}.`,
  );
}

/** `--mount`, or null when the option was not given. */
export function chooseMount(values: Values): Result<MountId | null> {
  if (values.mount === undefined) return success(null);
  const mount = MOUNTS.find((id) => id === values.mount);
  if (mount !== undefined) return success(mount);
  return failure(
    'option',
    `There is no mount "${quoted(String(values.mount))}". Mounts: ${MOUNTS.join(', ')}.`,
  );
}

/** `--dates` and `--units`, for training histories whose rows do not tell; undefined where not said. */
export function chooseDates({ dates, units }: Values): Result<Pick<HistoryOptions, 'dates' | 'units'>> {
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    return failure('option', `--dates wants day-first or month-first, not "${quoted(String(dates))}".`);
  if (units !== undefined && units !== 'kg' && units !== 'lb')
    return failure('option', `--units wants kg or lb, not "${quoted(String(units))}".`);
  return success({ dates, units });
}

/** No bar travels further in a rep, m; chosen here: a snatch of a tall lifter takes 2.3. */
export const MOST_ROM_M = 3;

/** A number above 0 and up to `most`, or null when the option was not given. */
export function positiveNumber(values: Values, name: string, most: number): Result<number | null> {
  const given = values[name];
  if (given === undefined) return success(null);
  const number = Number(given);
  if (number > 0 && number <= most) return success(number);
  return failure(
    'option',
    `--${name} needs a number above 0 and up to ${most}, not "${quoted(String(given))}".`,
  );
}

/** A whole number from `least` to `most`, or null when the option was not given. */
export function wholeNumber(
  values: Values,
  name: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): Result<number | null> {
  const given = values[name];
  if (given === undefined) return success(null);
  const number = Number(given);
  if (given !== '' && Number.isInteger(number) && number >= least && number <= most) return success(number);
  return failure(
    'option',
    `--${name} needs a whole number ${most < Number.MAX_SAFE_INTEGER ? `from ${least} to ${most}` : `of at least ${least}`}, not "${quoted(String(given))}".`,
  );
}

/** Comma-separated numbers of at least 0, or null when the option was not given. */
export function numberList(values: Values, name: string): Result<number[] | null> {
  const given = values[name];
  if (given === undefined) return success(null);
  const numbers = String(given)
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.every((number) => Number.isFinite(number) && number >= 0)) return success(numbers);
  return failure('option', `--${name} needs numbers separated by commas, not "${quoted(String(given))}".`);
}
