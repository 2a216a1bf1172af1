/** Hexadecimal, octal and binary numbers: JavaScript reads them, no sensor writes them. */
const OTHER_BASE = /^0[xob]/i;
/** Character code of the last digit. */
const NINE = 57;
const DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]+(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d+))? *(Z|[+-]\d{2}:?\d{2})?$/;
/** A time of day, alone or behind a date whose order of day and month nobody knows: the day it falls on is not needed. */
const TIME_OF_DAY =
  /^(?:\d{1,2}[-/.](?:\d{1,2}|[a-z]{3})[-/.]\d{2,4},?[T ]+)?(\d{1,2}):(\d{2}):(\d{2})(?:[.,:](\d+))? ?([AP])?\.?(?:M\.?)?$/i;
/** What some programs put around or before a number: ="1.5", '1.5', and the minus sign of typesetters. */
const DRESSED = /^=?["'](.*)["']$/;

/** A decimal number, with a point or a comma. NaN for an empty cell, which Number calls 0, and for 0x10, which it calls 16. */
export function parseNumber(written: string): number {
  const cell = written.trim();
  if (cell === '' || (cell.charCodeAt(1) > NINE && OTHER_BASE.test(cell))) return Number.NaN;
  const value = Number(cell);
  if (!Number.isNaN(value)) return value;
  const plain = cell.replace(DRESSED, '$1').replace('\u2212', '-').trim();
  return plain === '' ? Number.NaN : Number(plain.includes('.') ? plain : plain.replace(',', '.'));
}

/** A date with a time, or a time of day, as seconds; NaN when the cell is neither. A zone other than UTC is taken off. */
export function parseClock(cell: string): number {
  const text = cell.trim();
  const date = DATE.exec(text);
  if (date !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = date;
    const whole_ms = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    );
    return whole_ms / 1000 - zoneSeconds(zone) + fractionOf(fraction);
  }
  const time = TIME_OF_DAY.exec(text);
  if (time === null) return Number.NaN;
  const [, hour, minute, second, fraction, half] = time;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return hours * 3600 + Number(minute) * 60 + Number(second) + fractionOf(fraction);
}

const fractionOf = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`));

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
