import type { HistoryPoint } from '../../../src/contract/sets.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatChange, formatReading, loadIn } from '../../format/format.ts';

export const METRIC_IDS = ['velocity', 'peak', 'power', 'hold', 'range', 'lowering', 'tonnage'] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** A number of a set that is followed over time, in the unit it is shown in. */
export interface Metric {
  readonly id: MetricId;
  readonly unit: string;
  readonly of: (point: HistoryPoint) => number | null;
  readonly format: (value: number) => string;
  readonly change: (value: number) => string;
  /** Least height of the plot, in the unit: smaller differences are not to look like mountains. */
  readonly least_span: number;
}

const CM_PER_M = 100;

type Drawn = Pick<Metric, 'unit' | 'of' | 'least_span'> & { readonly digits: number };

export function metricOf(id: MetricId, units: Units): Metric {
  const { mps, s, w, cm } = words.units;
  const all: Record<MetricId, Drawn> = {
    velocity: { unit: mps, digits: 2, least_span: 0.2, of: (point) => point.mean_mcv_mps },
    peak: { unit: mps, digits: 2, least_span: 0.2, of: (point) => point.pcv_mps },
    power: { unit: w, digits: 0, least_span: 100, of: (point) => point.power_w },
    hold: { unit: s, digits: 2, least_span: 0.5, of: (point) => point.hold_s },
    range: {
      unit: cm,
      digits: 1,
      least_span: 5,
      of: ({ rom_m }) => (rom_m === null ? null : rom_m * CM_PER_M),
    },
    lowering: { unit: s, digits: 2, least_span: 0.5, of: (point) => point.lowering_s },
    tonnage: {
      ...{ unit: words.units[units], digits: 0, least_span: 200 },
      of: ({ load_kg, reps }) => (load_kg === null ? null : loadIn(units, load_kg * reps)),
    },
  };
  const { digits, ...metric } = all[id];
  return { id, ...metric, format: formatReading(digits), change: formatChange(digits) };
}
