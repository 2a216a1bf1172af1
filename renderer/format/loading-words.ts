import type { PlateConfig, Units } from '../../src/contract/setup.ts';
import { words } from '../../src/words/index.ts';
import { formatLoad, formatLoadNumber } from './format.ts';
import { counted, loadingOf } from './plates.ts';

/** "2 × 25 + 5 each side, bar 20 kg". */
export function loadingInWords(units: Units, plates: PlateConfig, load_kg: number | null): string {
  if (load_kg === null) return words.station.noLoadDetail;
  const { side_kg, bar_kg, rest_kg } = loadingOf(load_kg, plates);
  if (rest_kg !== 0) return words.station.unloadable(formatLoad(units, rest_kg));
  const bar = formatLoad(units, bar_kg);
  if (side_kg.length === 0) return words.station.barOnly(bar);
  const each = counted(side_kg).map(([kg, n]) => {
    const plate = formatLoadNumber(units, kg);
    return n === 1 ? plate : `${n} × ${plate}`;
  });
  return `${words.station.perSide(each.join(' + '))}, ${words.station.withBar(bar)}`;
}
