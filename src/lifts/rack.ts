export type Units = 'kg' | 'lb';

/** Avoirdupois pound, kg: exact by definition (1959). */
export const KG_PER_LB = 0.45359237;

export interface PlateConfig {
  readonly bar_kg: number;
  /** Plates there are on each side, heaviest first, kg. */
  readonly plates_kg: readonly number[];
}

/** What a gym has that counts in this unit: a 45 lb bar is no 20 kg bar, and a 45 lb plate no 20 kg plate. */
export const USUAL_RACK: Readonly<Record<Units, PlateConfig>> = {
  kg: { bar_kg: 20, plates_kg: [25, 20, 15, 10, 5, 2.5, 1.25] },
  lb: { bar_kg: 45 * KG_PER_LB, plates_kg: [45, 35, 25, 10, 5, 2.5].map((lb) => lb * KG_PER_LB) },
};

const isSame = (a: PlateConfig, b: PlateConfig): boolean =>
  a.bar_kg === b.bar_kg && a.plates_kg.join() === b.plates_kg.join();

/** What hangs there once the unit is `to`: the usual rack of the other unit becomes that of this one, a gym's own stays. */
export const rackAfter = (rack: PlateConfig, to: Units): PlateConfig =>
  isSame(rack, USUAL_RACK[to === 'kg' ? 'lb' : 'kg']) ? USUAL_RACK[to] : rack;
