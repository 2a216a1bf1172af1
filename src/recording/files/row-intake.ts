import { words } from '../../words/index.ts';
import { bareUnit, type ColumnName } from '../formats/header.ts';
import type { Layout } from '../formats/layout.ts';
import { parseUnit } from '../formats/units.ts';
import { parseNumber } from '../table/cells.ts';
import { createBadRows } from './bad-rows.ts';
import { createGrowing, type Growing } from './growing.ts';
import { createRoundedTimes } from './rounded-times.ts';
import { createRowParser } from './row-parser.ts';
import { type FileError, fileError, type TableResult } from './signal-table.ts';
import { createTimeOrder, type TimeOrder } from './time-order.ts';

/** A recording that seems to last longer has a time that is none, s: a week. */
const LONGEST_S = 7 * 24 * 3600;
/** Samples that share a time tell a time of arrival, when so many of them do: a burst has two at least. */
const BURST_SHARE = 0.2;
const COMMENT = /^\s*(?:#|%|\/\/)/;

export interface RowIntake {
  /** false: an error was met that ends the reading. */
  take(cells: readonly string[], row: number): boolean;
  end(unfinished: boolean): TableResult;
}

/** Rows of one table to its signal; what cannot be read is left out, counted and said. */
export function createRowIntake(layout: Layout, names: readonly ColumnName[], file: string): RowIntake {
  const { time } = layout;
  const timeName = names[time.column]?.written ?? '';
  const parser = createRowParser(layout);
  const t = createGrowing();
  const vectors = layout.vectors.map(() => createGrowing());
  const order = createTimeOrder(t, vectors);
  const bad = createBadRows(names);
  const rounded = createRoundedTimes(timeName);
  const s = { t0: Number.NaN, headers: 0, lastGood: 0, shared: 0 };
  let fatal: FileError | null = null;
  let device: string | null = null;

  const stop = (failed: { readonly error: FileError }): false => {
    fatal = failed.error;
    return false;
  };
  const isArrival = (): boolean =>
    time.clock === 'arrival' || (time.clock === 'bursts' && s.shared > BURST_SHARE * t.length);

  function take(cells: readonly string[], row: number): boolean {
    if (COMMENT.test(cells[0] ?? '')) return true;
    if (!parser.parse(cells)) return passOver(cells, row);
    const { value, time_scale } = parser;
    if (time_scale === null)
      return stop(fileError('value', words.files.noUnit(row, timeName), row, timeName));
    const other = layout.device === null ? '' : (cells[layout.device] ?? '').trim();
    if (device !== null && other !== '' && other !== device)
      return stop(fileError('columns', words.files.twoSensors(row, device, other), row));
    if (other !== '') device = other;
    if (Number.isNaN(s.t0)) s.t0 = value;
    // before scaling: microseconds since 1970 are whole numbers, and so is their difference
    const now = (value - s.t0) * time_scale;
    if (now > LONGEST_S) {
      bad.add(cells, row, time.column, value, true);
      return true;
    }
    if (t.length > 0 && now === t.at(t.length - 1)) {
      s.shared++;
      rounded.add(cells[time.column] ?? '', row);
    }
    return keep(now, row);
  }

  /** A row without a reading: empty, the header again, a line of units, or one that cannot be read. */
  function passOver(cells: readonly string[], row: number): true {
    if (cells.every((each) => each.trim() === '')) return true;
    if (cells[time.column]?.trim().toLowerCase() === timeName.toLowerCase()) s.headers++;
    else if (t.length > 0 || bad.count > 0 || !isUnitRow(cells))
      bad.add(cells, row, parser.column, parser.value);
    return true;
  }

  function keep(now: number, row: number): boolean {
    s.lastGood = row;
    t.push(now);
    for (let k = 0; k < parser.values.length; k++)
      (vectors[(k / 3) | 0] as Growing).push(parser.values[k] as number);
    const placed = order.settle(isArrival());
    if (placed === 'kept' || placed === 'doubled') return true;
    const back_s = t.at(t.length - 2) - now;
    return stop(fileError('order', sayOrder(order, t.length, row, timeName, back_s), row, timeName));
  }

  return {
    take,
    end(unfinished) {
      if (fatal !== null) return { ok: false, error: fatal };
      const spoiled = rounded.judge(t.length);
      if (spoiled !== null) return spoiled;
      const all = t.length + order.doubled + bad.count;
      const cut = unfinished && bad.last > s.lastGood;
      const failed = bad.judge(all, cut, t.length > 1 ? t.at(t.length - 1) / (t.length - 1) : 0);
      if (failed !== null) return failed;
      const first_s = t.length === 0 ? 0 : t.at(0);
      const t_s = t.values();
      for (let i = 0; i < t_s.length; i++) t_s[i] = (t_s[i] as number) - first_s;
      return {
        ok: true,
        table: {
          file,
          tool: layout.tool,
          clock: isArrival() ? 'arrival' : 'device',
          origin_s: (Number.isNaN(s.t0) ? 0 : s.t0) * (parser.time_scale ?? 1) + first_s,
          t_s,
          vectors: layout.vectors.map(({ quantity }, v) => ({
            quantity,
            values: (vectors[v] as Growing).values(),
          })),
          remarks: [
            ...layout.unread.map(words.recordings.unreadGyro),
            ...bad.remarks(cut),
            ...(parser.clockSet ? [words.files.clockChange] : []),
            ...remarksOf(order, s.headers),
          ],
        },
      };
    },
  };
}

/** A second line of names, which are units. */
const isUnitRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => Number.isNaN(parseNumber(cell))) &&
  cells.some((cell) => parseUnit(bareUnit(cell)) !== null);

const remarksOf = ({ doubled, swapped }: TimeOrder, headers: number): string[] => [
  ...(doubled > 0 ? [words.files.doubled(doubled)] : []),
  ...(swapped > 0 ? [words.files.swapped(swapped)] : []),
  ...(headers > 0 ? [words.files.repeatedHeaders(headers)] : []),
];

function sayOrder({ swapped }: TimeOrder, rows: number, row: number, name: string, back_s: number): string {
  if (2 * swapped > rows) return words.files.backwards(row, name);
  return back_s > 1 ? words.recordings.timeGoesBack(row, name, back_s) : words.files.disorder(row, name);
}
