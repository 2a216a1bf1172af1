import type { Setup, Units } from '../../../src/contract/setup.ts';
import { formatTyped, loadIn, loadToKg } from '../../format/format.ts';

/** What the contract allows a load to be at most, kg. */
const MAX_KG = 1000;
/** From this many times the usual load on a load is asked about; chosen here above any step a lifter takes, and far below the ten times of a lost point. */
const UNUSUAL_TIMES = 2.5;
/** Down to this share of the usual load nothing is asked; chosen here: a digit too few is a tenth, an empty bar of 20 kg an eighth of 160. */
const UNUSUAL_SHARE = 1 / 8;

/** A load as it stands in its field. */
export interface TypedLoad {
  /** null: the field is empty, there is no load. */
  readonly kg: number | null;
  /** The unit typed behind the number where it is not the one on show. */
  readonly other_unit: Units | null;
  /** What it was typed in, now or before; null: nobody said, or there is none. */
  readonly unit: Units | null;
}

/** The load there was. */
export type LoadBefore = Pick<Setup, 'load_kg' | 'load_unit'>;

/** null when it is no load. What was not changed is the load there was, to the last digit. */
export function readLoad(typed: string, units: Units, before: LoadBefore): TypedLoad | null {
  const { load_kg: before_kg, load_unit } = before;
  const text = typed.trim();
  if (text === '') return { kg: null, other_unit: null, unit: null };
  if (before_kg !== null && text === showLoad(units, before_kg))
    return { kg: before_kg, other_unit: null, unit: load_unit };
  const [, number, unit] = /^(\d+(?:[.,]\d*)?)\s*(kg|lbs?)?$/i.exec(text) ?? [];
  if (number === undefined) return null;
  const own: Units = unit === undefined ? units : unit.toLowerCase() === 'kg' ? 'kg' : 'lb';
  const kg = loadToKg(own, Number(number.replace(',', '.')));
  return kg > MAX_KG ? null : { kg, other_unit: own === units ? null : own, unit: own };
}

/** How a load stands in its field before anything is typed. */
export const showLoad = (units: Units, kg: number): string => formatTyped(loadIn(units, kg));

/** So far from what this athlete lifts that it is rather a slip. */
export const isUnusual = (kg: number, usual_kg: number | null): boolean =>
  usual_kg !== null && usual_kg > 0 && (kg >= UNUSUAL_TIMES * usual_kg || kg < UNUSUAL_SHARE * usual_kg);
