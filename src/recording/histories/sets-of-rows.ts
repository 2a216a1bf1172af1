import { KG_PER_LB } from '../../lifts/rack.ts';
import { words } from '../../words/index.ts';
import type { DayOrder, HistoryFile, HistoryOptions, HistoryRep, HistorySet } from './history.ts';
import { type LocalMoment, parseMoment, parseTimeOfDay } from './moments.ts';
import type { HistoryRow } from './rows-of-table.ts';
import type { HistoryTool } from './tools.ts';

/** Nobody loaded a bar with more, kg. */
const MOST_KG = 1000;
const MOST_REPS = 500;
/** No bar is faster, m/s, and none rises higher, m: a jump at full stretch has less. */
const FASTEST_MPS = 6;
const HIGHEST_M = 3;
/** A rep that takes longer was not measured as one, s. */
const LONGEST_S = 60;
/** Refused rows that are told one by one. */
const TOLD = 5;

const WARM_UP = /^(?:w|warm.?up|aufwärmen|calentamiento|échauffement)$/i;
/** Rows about the way down, or about the rest between two sets. */
const NOT_LIFTED = /^(?:ecc|exc|rest\b|rest timer|note$)/i;

interface Draft extends Omit<HistorySet, 'reps' | 'measured'> {
  reps: number;
  readonly measured: HistoryRep[];
}

/** Rows to sets: reps of one set come together, loads become kg, what cannot have happened is refused and said. */
export function setsOfRows(
  rows: readonly HistoryRow[],
  tool: HistoryTool,
  order: DayOrder,
  options: HistoryOptions,
): HistoryFile {
  const drafts = new Map<string, Draft>();
  const refused: string[] = [];
  let refused_count = 0;
  const counts = { lowered: 0, without: 0, doubled: 0, odd: 0, unitless: 0 };
  const text = words.histories;

  const refuse = (row: number, why: string): void => {
    if (refused.length < TOLD) refused.push(words.files.inRow(row, why));
    refused_count++;
  };

  for (const row of rows) {
    if (NOT_LIFTED.test(row.type) || NOT_LIFTED.test(row.set)) {
      counts.lowered++;
      continue;
    }
    const moment = momentOf(row, order, options.today);
    if (typeof moment === 'string') {
      refuse(row.row, moment);
      continue;
    }
    if (row.exercise === '') {
      refuse(row.row, text.noExercise);
      continue;
    }
    if (Number.isNaN(row.reps) || row.reps === 0) {
      counts.without++;
      continue;
    }
    if (!Number.isInteger(row.reps) || row.reps < 0 || row.reps > MOST_REPS) {
      refuse(row.row, text.noReps(String(row.reps)));
      continue;
    }
    const unit = row.load?.unit ?? options.units ?? 'kg';
    const load_kg = row.load === null ? null : inKg(row.load.value, unit);
    if (load_kg !== null && !(load_kg >= 0 && load_kg <= MOST_KG)) {
      refuse(row.row, text.noLoad(row.load?.written ?? ''));
      continue;
    }
    if (row.load !== null && row.load.unit === null && options.units === undefined) counts.unitless++;
    const number = numberOf(row.set, tool.firstSet);
    const draft: Draft = {
      row: row.row,
      athlete: row.athlete,
      ...moment,
      exercise: row.exercise,
      number,
      kind: WARM_UP.test(row.type) || WARM_UP.test(row.set) ? 'warm-up' : 'work',
      load_kg,
      reps: row.reps,
      measured: [],
      rpe: row.rpe,
      note: row.note,
    };
    if (row.rep === null) {
      // sets without a number may be alike, and two of one number are one set
      const key = number === null ? `row ${row.row}` : JSON.stringify({ ...draft, row: 0 });
      if (drafts.has(key)) counts.doubled++;
      else drafts.set(key, draft);
      continue;
    }
    const key = JSON.stringify([row.athlete, moment.day, row.exercise, row.set, load_kg]);
    const set = drafts.get(key) ?? { ...draft, reps: 0 };
    const rep = repOf(row, set.measured.length + 1, counts);
    const same = set.measured.find(
      ({ place, mcv_mps, pcv_mps }) =>
        place === rep.place && mcv_mps === rep.mcv_mps && pcv_mps === rep.pcv_mps,
    );
    if (same !== undefined) {
      counts.doubled++;
      continue;
    }
    set.measured.push(rep);
    set.reps = set.measured.length;
    drafts.set(key, set);
  }
  for (const { measured } of drafts.values()) measured.sort((a, b) => a.place - b.place);
  const remarks = [
    ...(counts.unitless > 0 ? [text.unitUnknown] : []),
    ...(counts.lowered > 0 ? [text.lowered(counts.lowered)] : []),
    ...(counts.without > 0 ? [text.withoutReps(counts.without)] : []),
    ...(counts.doubled > 0 ? [text.doubled(counts.doubled)] : []),
    ...(counts.odd > 0 ? [text.impossibleNumbers(counts.odd)] : []),
  ];
  return { tool: tool.name, sets: [...drafts.values()], remarks, refused, refused_count };
}

/** The moment of a row, or why it has none. */
function momentOf(row: HistoryRow, order: DayOrder, today: string): LocalMoment | string {
  const text = words.histories;
  const read = parseMoment(row.date, order);
  if (!read.ok) return read.why === 'impossible' ? text.noSuchDay(row.date) : text.noDate(row.date);
  if (read.moment.day > today) return text.inFuture(row.date);
  if (read.moment.time !== null || row.clock === '') return read.moment;
  // a time of day of its own, or a second date with one
  const time = parseTimeOfDay(row.clock);
  if (time !== null && time !== 'impossible') return { ...read.moment, time };
  const second = parseMoment(row.clock, order);
  return second.ok ? second.moment : read.moment;
}

const inKg = (value: number, unit: 'kg' | 'lb'): number => {
  const kg = value * (unit === 'lb' ? KG_PER_LB : 1);
  // a plate is never told by less than ten grams
  return Math.round(kg * 100) / 100;
};

function numberOf(written: string, first: 0 | 1): number | null {
  const digits = /\d+/.exec(written)?.[0];
  return digits === undefined ? null : Number(digits) + 1 - first;
}

function repOf(row: HistoryRow, next: number, counts: { odd: number }): HistoryRep {
  const within = (value: number | null, most: number): number | null => {
    if (value === null || (value > 0 && value <= most)) return value;
    // a nought is how a tool writes what it did not see
    if (value !== 0) counts.odd++;
    return null;
  };
  return {
    place: row.rep !== null && row.rep >= 1 ? Math.round(row.rep) : next,
    mcv_mps: within(row.mean_mps, FASTEST_MPS),
    mpv_mps: within(row.propulsive_mps, FASTEST_MPS),
    pcv_mps: within(row.peak_mps, FASTEST_MPS),
    rom_m: within(row.rom_m, HIGHEST_M),
    duration_s: within(row.duration_s, LONGEST_S),
  };
}
