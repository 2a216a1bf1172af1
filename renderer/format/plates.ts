import type { PlateConfig } from '../../src/contract/setup.ts';

/** What hangs on the bar for a load: the plates of one side, innermost first. */
export interface Loading {
  readonly bar_kg: number;
  readonly side_kg: readonly number[];
  /** What the plates there are cannot make up, kg; may be negative when the bar alone is too heavy. */
  readonly rest_kg: number;
}

/** Floating-point dust of kg/lb conversion, far below any plate, kg. */
const DUST_KG = 0.01;

/** Heaviest plates first, as a lifter loads; any number of each kind. */
export function loadingOf(load_kg: number, { bar_kg, plates_kg }: PlateConfig): Loading {
  let open_kg = (load_kg - bar_kg) / 2;
  const side_kg: number[] = [];
  for (const plate of plates_kg.toSorted((a, b) => b - a)) {
    while (open_kg + DUST_KG >= plate) {
      side_kg.push(plate);
      open_kg -= plate;
    }
  }
  const rest_kg = open_kg * 2;
  return { bar_kg, side_kg, rest_kg: Math.abs(rest_kg) < DUST_KG * 2 ? 0 : rest_kg };
}

/** The smallest change both sides can make together, kg. */
export const smallestStep = ({ plates_kg }: PlateConfig): number => 2 * Math.min(...plates_kg, 20);

/** [25, 25, 5] -> [[25, 2], [5, 1]]. */
export function counted(side_kg: readonly number[]): readonly (readonly [kg: number, count: number])[] {
  const counts = new Map<number, number>();
  for (const kg of side_kg) counts.set(kg, (counts.get(kg) ?? 0) + 1);
  return [...counts];
}
