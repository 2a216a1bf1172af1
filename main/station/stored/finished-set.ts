import type { Advice, LiveSet, Remark } from '../../../src/contract/live-set.ts';
import type { RepFlag } from '../../../src/reps/rep.ts';
import { liftAdvice } from '../../../src/training/advice.ts';
import type { ComparedSet } from '../../../src/training/compared.ts';
import { words } from '../../../src/words/index.ts';
import type { StoredSet } from '../../store/types.ts';
import { agreedRange } from './agreed-range.ts';

/** What the station knows of a finished set beside what is stored. */
export interface FinishedFacts {
  readonly number: number;
  readonly ended_epoch_ms: number;
  readonly first_rep_epoch_ms: number;
  readonly trace_origin_s: number;
  readonly velocity_loss_reached: boolean;
  /** Left against right, when the other side was done before. */
  readonly sides: string | null;
  readonly compared: ComparedSet | null;
}

/** A finished set as the station screen shows it: always from the store, so that edits anywhere show here. */
export function finishedSnapshot(stored: StoredSet, facts: FinishedFacts): LiveSet {
  const { row, labels, athlete, failed } = stored;
  const { lift, variation, bench, side, mount, load_kg, load_unit, kind, goal, targets, reference } = labels;
  return {
    set_id: row.id,
    number: facts.number,
    status: 'finished',
    started_epoch_ms: facts.first_rep_epoch_ms,
    ended_epoch_ms: facts.ended_epoch_ms,
    setup: {
      athlete,
      lift,
      variation,
      bench,
      side,
      mount,
      load_kg,
      load_unit,
      kind,
      goal,
      targets,
      reference,
    },
    reps: stored.reps.map(({ id, rep, deleted }) => ({ id, rep, settled: true, deleted })),
    failed,
    provisional: null,
    hold: null,
    summary: row.summary,
    recording: stored.recording,
    holds_met: row.holds_met,
    holds_judged: row.holds_judged,
    velocity_loss_reached: facts.velocity_loss_reached,
    remark: closingRemark(stored, facts.sides),
    advice: adviceOn(stored),
    interrupted: row.interrupted,
    asides: asidesOf(stored, facts.sides),
    compared: facts.compared,
    agreed_rom_m: agreedRange(stored)?.rom_m ?? null,
    trace_origin_s: facts.trace_origin_s,
  };
}

/** The set in one sentence, for those who hear it: reps by range, holds, what else there is to say. */
function closingRemark(stored: StoredSet, sides: string | null): Remark {
  const { row } = stored;
  const { full, short, partial, failed } = row.summary;
  // without a range of the athlete's own there was nothing to be unsure about
  const unsure = stored.labels.reference === null ? 0 : row.summary.unsure;
  const troubles = troublesOf(stored);
  const parts = [
    words.says.set.done(row.summary.reps, full, short, partial, unsure),
    row.holds_judged > 0 ? words.says.set.holds(row.holds_met, row.holds_judged) : null,
    failed > 0 ? words.says.set.failed(failed) : null,
    row.interrupted ? words.says.set.interrupted : null,
    ...asidesOf(stored, sides),
  ].filter((part) => part !== null);
  const bad =
    partial > 0 || failed > 0 || row.interrupted || troubles.length > 0 || row.holds_met < row.holds_judged;
  return { tone: bad ? 'warning' : full > 0 ? 'full' : 'info', text: parts.join('; ') };
}

/** What no number of the set tells. */
function asidesOf(stored: StoredSet, sides: string | null): string[] {
  const corrected = stored.from_live ? null : words.says.set.corrected(stored.live_reps, stored.reps.length);
  const { replayed, accepted } = stored.labels;
  const replay = replayed && !accepted ? words.says.set.replayed : null;
  return [...troublesOf(stored), corrected, replay, sides].filter((part) => part !== null);
}

function troublesOf({ reps, from_live }: StoredSet): string[] {
  const verdicts = reps.filter((entry) => !entry.deleted).map((entry) => entry.rep.verdict);
  const dropped = verdicts.filter((verdict) => verdict.lowering === 'dropped').length;
  const flagged = (flag: RepFlag): number =>
    verdicts.filter((verdict) => verdict.flags.includes(flag)).length;
  return [
    dropped > 0 ? words.says.set.dropped(dropped) : null,
    flagged('over-extended') > 0 ? words.says.set.overExtended(flagged('over-extended')) : null,
    flagged('floor-rest') > 0 ? words.says.set.floorRests(flagged('floor-rest')) : null,
    from_live ? words.says.set.fromLive : null,
  ].filter((part) => part !== null);
}

function adviceOn(stored: StoredSet): Advice | null {
  // a warm-up is light on purpose: it is no ground for a load
  if (stored.labels.kind === 'warm-up') return null;
  const reps = stored.reps.filter((entry) => !entry.deleted).map((entry) => entry.rep);
  return liftAdvice(reps, stored.failed, stored.labels);
}
