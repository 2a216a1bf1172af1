/** Hexadecimal, octal and binary numbers: JavaScript reads them, no sensor writes them. */
const OTHER_BASE = /^0[xob]/i;
/** Character code of the last digit. */
const NINE = 57;
const DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]+(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d+))? *(?:([AP])M|(Z|[+-]\d{2}:?\d{2}))?$/i;
/** A time of day, alone or behind a date whose order of day and month nobody knows: the day it falls on is not needed. */
const TIME_OF_DAY =
  /^(?:\d{1,2}[-/.](?:\d{1,2}|[a-z]{3})[-/.]\d{2,4},?[T ]+)?(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d+))? ?([AP])?\.?(?:M\.?)?$/i;
/** Minutes and seconds: how a spreadsheet shows, and then saves, a time of day with fractions. */
const MINUTES = /^(\d{1,2}):(\d{2})[.,](\d+)$/;
/** Halves of a day in Chinese, Japanese and Korean, which stand before the time. */
const EASTERN = /(上午|午前|오전)|(?:下午|午後|오후)/;
/** What some programs put around or before a number: ="1.5", '1.5', '1.5 and the minus sign or dash of typesetters. */
const DRESSED = /^=?(?:"(.*)"|'(.*?)'?)$/;

/** A decimal number, with a point or a comma. NaN for an empty cell, which Number calls 0, and for 0x10, which it calls 16. */
export function parseNumber(written: string): number {
  const cell = written.trim();
  if (cell === '' || (cell.charCodeAt(1) > NINE && OTHER_BASE.test(cell))) return Number.NaN;
  const value = Number(cell);
  if (!Number.isNaN(value)) return value;
  const plain = cell
    .replace(DRESSED, '$1$2')
    .replace(/^[\u2212\u2013]/, '-')
    .trim();
  return plain === '' ? Number.NaN : Number(plain.includes('.') ? plain : plain.replace(',', '.'));
}

/** A date with a time, or a time of day, as seconds; NaN when the cell is neither. A zone other than UTC is taken off. */
export function parseClock(cell: string): number {
  const text = westernised(cell.trim());
  const date = DATE.exec(text);
  if (date !== null) {
    const [, year, month, day, hour = '', minute = '', second = '', fraction, half, zone] = date;
    const midnight_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
    return midnight_ms / 1000 - zoneSeconds(zone) + timeOfDay(hour, minute, second, fraction, half);
  }
  const time = TIME_OF_DAY.exec(text);
  if (time !== null) {
    const [, hour = '', minute = '', second = '', fraction, half] = time;
    return timeOfDay(hour, minute, second, fraction, half);
  }
  const [, minute, second = '', fraction] = MINUTES.exec(text) ?? [];
  return minute === undefined ? Number.NaN : timeOfDay('0', minute, second, fraction);
}

/** The half of a day as English has it, behind the time. */
export const westernised = (text: string): string => {
  const half = EASTERN.exec(text);
  if (half === null) return text;
  return `${text.replace(EASTERN, ' ').replace(/ {2,}/g, ' ').trim()} ${half[1] === undefined ? 'PM' : 'AM'}`;
};

function timeOfDay(hour: string, minute: string, second: string, fraction?: string, half?: string): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return hours * 3600 + Number(minute) * 60 + Number(second) + fractionOf(fraction);
}

const fractionOf = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`));

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || /z/i.test(zone)) return 0;
  const digits = zone.replace(/\D/g, '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
