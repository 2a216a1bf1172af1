import type { Units } from '../../../src/contract/setup.ts';
import { readLoad, showLoad } from '../../parts/pickers/typed-load.ts';

/** What the contract takes for one profile. */
const [FEWEST, MOST] = [2, 8];

export const showLoads = (units: Units, loads_kg: readonly number[]): string =>
  loads_kg.map((kg) => showLoad(units, kg)).join('  ');

/** Rising, each once; null where that is no list of loads. What was proposed and left as it is stays so to the last digit. */
export function readLoads(typed: string, units: Units, proposed_kg: readonly number[]): number[] | null {
  const read = typed
    .split(/[\s;]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const proposed = proposed_kg.find((kg) => showLoad(units, kg) === word);
      return proposed ?? readLoad(word, units, { load_kg: null, load_unit: null })?.kg ?? 0;
    });
  const loads_kg = [...new Set(read)].sort((a, b) => a - b);
  return loads_kg.length < FEWEST || loads_kg.length > MOST || loads_kg.includes(0) ? null : loads_kg;
}
