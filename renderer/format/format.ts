import type { LiftId, Setup, Targets, Units, VariationId } from '../../src/contract/setup.ts';
import type { Recovery } from '../../src/contract/station.ts';
import { KG_PER_LB } from '../../src/lifts/rack.ts';
import { rangeLimit } from '../../src/lifts/range-limit.ts';
import { grammarOf } from '../../src/words/grammar.ts';
import { words } from '../../src/words/index.ts';
import { formatDayTime } from './moments.ts';

const { whole, tenths, hundredths, plain, beside } = grammarOf(words.locale);
const typed = new Intl.NumberFormat(words.locale, { useGrouping: false });
const signedWhole = new Intl.NumberFormat(words.locale, {
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});
const oneThatCounts = new Intl.NumberFormat(words.locale, { maximumSignificantDigits: 1 });

const or =
  (format: (value: number) => string) =>
  (value: number | null): string =>
    value === null ? words.nothing : format(value);

/** Numbers as the screens show them; null (not seen, cannot be told) is a dash, never 0. */
export const formatVelocity = or(hundredths);
export const formatSeconds = or(tenths);
/** A hold beside its target: never rounded so that it contradicts the verdict. */
export const formatHold = (held_s: number | null, target_s: number | null): string =>
  formatBeside(held_s, target_s, 1);
/** A number beside the limit it was judged by: never rounded to the other side of it. */
export const formatBeside = (value: number | null, limit: number | null, digits: number): string =>
  value === null ? words.nothing : beside(value, limit, digits);
/** A share of the full range, never rounded so that it contradicts the verdict. */
export const formatRangeShare = (ratio: number, targets: Targets): string =>
  `${beside(ratio * 100, rangeLimit(ratio, targets) * 100, 0)} ${words.units.percent}`;
export const formatWhole = or(whole);
export const formatPercent = or((pct) => `${whole(pct)} ${words.units.percent}`);
export const formatRatio = or((ratio) => `${whole(ratio * 100)} ${words.units.percent}`);
export const formatCentimetres = or((m) => `${whole(m * 100)} ${words.units.cm}`);
/** How far a bar has yet to go up, whole cm: never nothing. */
export const formatMissing = (m: number): string => whole(Math.max(1, Math.ceil(m * 100)));
export const formatSignedPercent = (pct: number): string =>
  `${signedWhole.format(pct)} ${words.units.percent}`;
/** One digit that counts: more would pretend to know a doubt itself. */
export const formatDoubt = (sigma: number): string => oneThatCounts.format(sigma);
/** As a number stands in a field, to be typed over. */
export const formatTyped = (value: number): string => typed.format(value);
/** Without a minus before what rounds to nothing. */
export const formatReading = (digits: number): ((value: number) => string) => {
  const format = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  return (value) => format.format(value);
};
/** With its sign, except nothing: a change. */
export const formatChange = (digits: number): ((value: number) => string) => {
  const format = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });
  return (value) => format.format(value);
};
export const formatSignedVelocity = formatChange(2);
/** As many digits as it has: the ticks of a scale. */
export const formatTick = (value: number): string => plain(value);

/** 2:14, 1:02:14. */
export function formatDuration(duration_s: number): string {
  const total = Math.max(0, Math.floor(duration_s));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What is left of a load typed in pounds after it was kept in kg, kg: floating-point dust. */
const DUST_KG = 1e-9;

/** A load in the unit on show, as a number: as it was typed where it was typed in pounds, else to half a pound or 10 g. */
export function loadIn(units: Units, kg: number): number {
  if (units === 'kg') return Math.round(kg * 100) / 100;
  const typed_lb = Math.round((kg / KG_PER_LB) * 100) / 100;
  return Math.abs(typed_lb * KG_PER_LB - kg) < DUST_KG ? typed_lb : Math.round((kg / KG_PER_LB) * 2) / 2;
}
export const loadToKg = (units: Units, load: number): number => (units === 'kg' ? load : load * KG_PER_LB);
export const formatLoadNumber = (units: Units, kg: number): string => plain(loadIn(units, kg));
export const formatLoad = (units: Units, kg: number | null): string =>
  kg === null ? words.nothing : `${formatLoadNumber(units, kg)} ${words.units[units]}`;

/** "102.06 kg (225 lb)": in the unit on show, and as it was typed where that was another one. */
export function loadAsTyped(
  units: Units,
  { load_kg, load_unit }: Pick<Setup, 'load_kg' | 'load_unit'>,
): string {
  const shown = formatLoad(units, load_kg);
  return load_kg === null || load_unit === null || load_unit === units
    ? shown
    : `${shown} (${formatLoad(load_unit, load_kg)})`;
}

/** "Hip thrust, Kas bridge"; the variation is left out where a lift has only the one. */
export const formatLift = (lift: LiftId, variation: VariationId): string =>
  lift === 'hip-thrust' ? `${words.lifts[lift]}, ${words.variations[variation]}` : words.lifts[lift];

/** Which recording it is: whose, of what, from when. */
export const recoveryInWords = (recovery: Recovery, units: Units): string =>
  words.station.recoveryOf(
    recovery.athlete,
    words.lifts[recovery.lift],
    recovery.load_kg === null ? '' : formatLoad(units, recovery.load_kg),
    formatDayTime(recovery.started_epoch_ms),
  );

/** Why a number is not good; a reason of a newer core reads as it is. */
export const reasonsInWords = (reasons: readonly string[]): string =>
  reasons.map((reason) => words.reasons[reason] ?? reason).join(', ');

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? '')][0]);
  return letters.join('').toLocaleUpperCase(words.locale);
}
