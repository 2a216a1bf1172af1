import { westernised } from '../table/cells.ts';
import type { DayOrder } from './history.ts';

/** A moment as its file wrote it, on the clock of the place: no zone is applied, so that the day stays the day. */
export interface LocalMoment {
  readonly day: string;
  readonly time: string | null;
}

export type ReadMoment =
  | { readonly ok: true; readonly moment: LocalMoment }
  | { readonly ok: false; readonly why: 'unreadable' | 'impossible' };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T,\s]+)/;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:$|[T,\s]+)/;
const DAY_MONTH = /^(\d{1,2})\.?(?: de)? (\p{L}+)\.?,?(?: de)? (\d{4})(?:$|[,\s]+)/u;
const MONTH_DAY = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})(?:$|[,\s]+)/u;
const WEEKDAY = /^\p{L}+\.?, /u;
const CLOCK =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(a\.?m\.?|p\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** How the months begin in the languages training apps are used in, accents taken off. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|mae|mrz|maa)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ago|aou)/,
  /^se[pt]/,
  /^(?:oct|okt|out|ott)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];

const blanks = (text: string): string => text.trim().replace(/\s+/g, ' ');
const two = (value: number): string => String(value).padStart(2, '0');

function monthOf(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex((start) => start.test(plain)) + 1;
}

/** Dates with two numbers that may both be a month: what they say about the order, and the first that says nothing. */
export function orderOfDates(cells: Iterable<string>): {
  readonly order: DayOrder | null;
  readonly mixed: boolean;
  readonly open: string | null;
} {
  let dayFirst = false;
  let monthFirst = false;
  let open: string | null = null;
  for (const cell of cells) {
    const [, a, by, b] = NUMBERS.exec(blanks(cell)) ?? [];
    if (a === undefined || by === '.') continue;
    if (Number(a) > 12) dayFirst = true;
    else if (Number(b) > 12) monthFirst = true;
    else if (Number(a) !== Number(b)) open ??= cell.trim();
  }
  const mixed = dayFirst && monthFirst;
  const order = mixed ? null : dayFirst ? 'day-first' : monthFirst ? 'month-first' : null;
  return { order, mixed, open };
}

/** What a spreadsheet keeps of a date: days since the end of 1899, the time of day as a fraction. */
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
/** The first day of 1970 and of 2000 as such. */
const SERIAL_1970 = 25_569;
const SERIAL_2000 = 36_526;
const DAY_S = 24 * 3600;

function ofSpreadsheet(text: string): LocalMoment | null {
  const [, days = '', fraction] = SERIAL.exec(text) ?? [];
  if (Number(days) < SERIAL_2000) return null;
  const seconds = Math.round(Number(`0.${fraction ?? '0'}`) * DAY_S);
  const [day = '', time = ''] = new Date(((Number(days) - SERIAL_1970) * DAY_S + seconds) * 1000)
    .toISOString()
    .split(/[T.]/);
  return { day, time: fraction === undefined ? null : time };
}

/** A date, perhaps with a time. Points between the numbers are only written day first. */
export function parseMoment(cell: string, order: DayOrder): ReadMoment {
  const text = blanks(cell).replace(WEEKDAY, '');
  const serial = ofSpreadsheet(text);
  if (serial !== null) return { ok: true, moment: serial };
  const found = dateOf(text, order);
  if (found === null) return { ok: false, why: 'unreadable' };
  const { year, month, day, length } = found;
  const rest = text.slice(length).trim();
  const time = rest === '' ? null : parseTimeOfDay(rest);
  if (rest !== '' && time === null) return { ok: false, why: 'unreadable' };
  const last = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (day < 1 || day > last || time === 'impossible' || year < EARLIEST_YEAR)
    return { ok: false, why: 'impossible' };
  return { ok: true, moment: { day: `${year}-${two(month)}-${two(day)}`, time } };
}

/** Nobody kept a training log of this kind before. */
const EARLIEST_YEAR = 1970;
const CENTURY = 2000;

function dateOf(text: string, order: DayOrder) {
  const made = (year: string, month: number, day: string, length: number) => ({
    year: Number(year) + (year.length === 2 ? CENTURY : 0),
    month,
    day: Number(day),
    length,
  });
  const iso = YEAR_FIRST.exec(text);
  if (iso) return made(iso[1] ?? '', Number(iso[2]), iso[3] ?? '', iso[0].length);
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [whole, a = '', by, b = '', year = ''] = numbers;
    const dayFirst = by === '.' || order === 'day-first';
    return made(year, Number(dayFirst ? b : a), dayFirst ? a : b, whole.length);
  }
  const named = DAY_MONTH.exec(text);
  if (named && monthOf(named[2] ?? '') > 0)
    return made(named[3] ?? '', monthOf(named[2] ?? ''), named[1] ?? '', named[0].length);
  const american = MONTH_DAY.exec(text);
  if (american && monthOf(american[1] ?? '') > 0)
    return made(american[3] ?? '', monthOf(american[1] ?? ''), american[2] ?? '', american[0].length);
  return null;
}

/** HH:MM:SS of a time with or without am and pm; null: it is none. */
export function parseTimeOfDay(text: string): string | null {
  const match = CLOCK.exec(westernised(blanks(text)));
  if (match === null) return null;
  const [, hour = '', minute = '', second = '0', half] = match;
  const pm = half?.toLowerCase().startsWith('p');
  const written = Number(hour);
  if (half !== undefined && (written < 1 || written > 12)) return 'impossible';
  const hours = half === undefined ? written : (written % 12) + (pm ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return 'impossible';
  return `${two(hours)}:${minute}:${two(Number(second))}`;
}
