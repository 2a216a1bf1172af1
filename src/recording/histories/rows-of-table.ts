import { plainLine } from '../../words/plain-text.ts';
import { parseNumber } from '../table/cells.ts';
import { columnsOf, type HistoryColumn, type Meaning, TIME_OF_REP } from './columns.ts';
import type { LoadUnit } from './history.ts';
import type { HistoryTool } from './tools.ts';

/** One row of a history as written, before dates are read and sets are made. */
export interface HistoryRow {
  readonly row: number;
  readonly athlete: string | null;
  readonly date: string;
  readonly clock: string;
  readonly exercise: string;
  readonly set: string;
  /** null: the row is a whole set. */
  readonly rep: number | null;
  readonly reps: number;
  readonly load: { readonly written: string; readonly value: number; readonly unit: LoadUnit | null } | null;
  readonly type: string;
  readonly mean_mps: number | null;
  readonly propulsive_mps: number | null;
  readonly peak_mps: number | null;
  readonly rom_m: number | null;
  readonly duration_s: number | null;
  readonly rpe: number | null;
  readonly note: string;
}

/** How many of a written unit make one m/s, m or s; a column without a unit is in the first. */
const SPEEDS = { 'm/s': 1, 'cm/s': 100, 'mm/s': 1000, 'ft/s': 1 / 0.3048, 'in/s': 1 / 0.0254 };
const LENGTHS = { m: 1, cm: 100, mm: 1000, in: 1 / 0.0254, inches: 1 / 0.0254, ft: 1 / 0.3048 };
const TIMES = { s: 1, sec: 1, ms: 1000, msec: 1000 };

/** What an athlete's name and a note may have on the page, characters. */
const LONGEST_NAME = 60;
const LONGEST_NOTE = 2000;

export const loadUnitOf = (written: string | null): LoadUnit | null => {
  if (written === null) return null;
  if (/^(?:kgs?|kilos?|kilogram\w*)$/i.test(written.trim())) return 'kg';
  return /^(?:lbs?|pounds?|libras?|pfund)$/i.test(written.trim()) ? 'lb' : null;
};

/** Measurements that are left out, as their columns are in units nobody knows. */
export const unreadUnits = (columns: readonly HistoryColumn[]): string[] =>
  (
    [
      ['mean', SPEEDS],
      ['propulsive', SPEEDS],
      ['peak', SPEEDS],
      ['rom', LENGTHS],
      ['duration', TIMES],
    ] as const
  ).flatMap(([meaning, scales]) => {
    const column = columns[columnsOf(columns, meaning)[0] ?? -1];
    return column === undefined || column.unit === null || column.unit in scales ? [] : [column.written];
  });

/** Reads the rows under a header; empty ones and repeated headers are passed over. */
export function rowReader(
  columns: readonly HistoryColumn[],
  tool: HistoryTool,
): (cells: readonly string[], row: number) => HistoryRow | null {
  const at = (meaning: Meaning): number => columnsOf(columns, meaning)[0] ?? -1;
  const places = Object.fromEntries(
    (
      [
        'date',
        'clock',
        'athlete',
        'lastName',
        'exercise',
        'set',
        'rep',
        'reps',
        'weightUnit',
        'type',
        'mean',
        'propulsive',
        'peak',
        'rom',
        'duration',
        'rpe',
        'note',
      ] as const
    ).map((meaning) => [meaning, at(meaning)]),
  ) as Record<Meaning, number>;
  const weights = columnsOf(columns, 'weight');
  if (places.clock < 0 && tool.rows === 'reps')
    places.clock = columns.findIndex(({ key }) => key === TIME_OF_REP);

  return (cells, row) => {
    const cell = (meaning: Meaning): string => (cells[places[meaning]] ?? '').trim();
    if (cells.every((each) => each.trim() === '') || cell('date') === columns[places.date]?.written)
      return null;
    const measured = (meaning: Meaning, scales: Readonly<Record<string, number>>): number | null => {
      const value = parseNumber(cell(meaning));
      const unit = columns[places[meaning]]?.unit ?? null;
      const scale = unit === null ? 1 : scales[unit];
      // in a unit nobody knows it is no measurement
      return Number.isNaN(value) || scale === undefined ? null : value / scale;
    };
    const weight = weights.find((place) => (cells[place] ?? '').trim() !== '');
    const written = weight === undefined ? '' : (cells[weight] ?? '').trim();
    const names = [cell('athlete'), cell('lastName')].filter((name) => name !== '');
    const rpe = parseNumber(cell('rpe'));
    return {
      row,
      athlete: names.length === 0 ? null : plainLine(names.join(' ')).slice(0, LONGEST_NAME),
      date: cell('date'),
      clock: cell('clock'),
      exercise: plainLine(cell('exercise')),
      set: cell('set'),
      rep: tool.rows === 'reps' ? parseNumber(cell('rep')) : null,
      reps: tool.rows === 'reps' ? 1 : parseNumber(cell('reps')),
      load:
        weight === undefined
          ? null
          : {
              written,
              // a unit may stand in the cell: 100 kg
              value: parseNumber(written.replace(/\s*[a-z]+$/i, '')),
              unit:
                loadUnitOf(/[a-z]+$/i.exec(written)?.[0] ?? null) ??
                loadUnitOf(columns[weight]?.unit ?? null) ??
                loadUnitOf(cell('weightUnit')),
            },
      type: cell('type'),
      mean_mps: measured('mean', SPEEDS),
      propulsive_mps: measured('propulsive', SPEEDS),
      peak_mps: measured('peak', SPEEDS),
      rom_m: measured('rom', LENGTHS),
      duration_s: measured('duration', TIMES),
      rpe: Number.isNaN(rpe) ? null : rpe,
      note: plainLine(cell('note')).slice(0, LONGEST_NOTE),
    };
  };
}
