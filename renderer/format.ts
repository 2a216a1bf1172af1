import type { LiftId, Units, VariationId } from '../src/contract/station.ts';
import { words } from './words.ts';

/** Avoirdupois pound, kg: exact by definition (1959). */
const KG_PER_LB = 0.45359237;

const fixed = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(words.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = fixed(0);
const oneDigit = fixed(1);
const twoDigits = fixed(2);
const upToTwo = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 2 });
const dayTime = new Intl.DateTimeFormat(words.locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', year: 'numeric' });

const or =
  (format: (value: number) => string) =>
  (value: number | null): string =>
    value === null ? words.nothing : format(value);

/** Numbers as the screens show them; null (not seen, cannot be told) is a dash, never 0. */
export const formatVelocity = or((mps) => twoDigits.format(mps));
export const formatSeconds = or((s) => oneDigit.format(s));
export const formatWhole = or((n) => whole.format(n));
export const formatPercent = or((pct) => `${whole.format(pct)} %`);
export const formatRatio = or((ratio) => `${whole.format(ratio * 100)} %`);
export const formatCentimetres = or((m) => `${whole.format(m * 100)} cm`);
export const formatDay = (epoch_ms: number): string => day.format(epoch_ms);
export const formatDayTime = (epoch_ms: number): string => dayTime.format(epoch_ms);

/** 2:14, 1:02:14. */
export function formatDuration(duration_s: number): string {
  const total = Math.max(0, Math.floor(duration_s));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A load in the unit on show, as a number: half-pound and 10 g steps hide the conversion's rounding. */
export const loadIn = (units: Units, kg: number): number =>
  units === 'kg' ? Math.round(kg * 100) / 100 : Math.round((kg / KG_PER_LB) * 2) / 2;
export const loadToKg = (units: Units, load: number): number => (units === 'kg' ? load : load * KG_PER_LB);
export const formatLoadNumber = (units: Units, kg: number): string => upToTwo.format(loadIn(units, kg));
export const formatLoad = (units: Units, kg: number | null): string =>
  kg === null ? words.nothing : `${formatLoadNumber(units, kg)} ${words.units[units]}`;

/** "Hip thrust, Kas bridge"; the variation is left out where a lift has only the one. */
export const formatLift = (lift: LiftId, variation: VariationId): string =>
  lift === 'hip-thrust' ? `${words.lifts[lift]}, ${words.variations[variation]}` : words.lifts[lift];

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? '')][0]);
  return letters.join('').toLocaleUpperCase(words.locale);
}
