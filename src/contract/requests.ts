import { z } from 'zod';
import { MOUNTS } from '../lifts/mount.ts';
import { ofBar } from './bar.ts';
import { binRequests } from './bin-requests.ts';
import { CorrectionField } from './correction-field.ts';
import { elsewhereRequests } from './elsewhere-requests.ts';
import { ExportChoices } from './exporting.ts';
import {
  IdField as id,
  LiftField as Lift,
  LOAD_MOST_KG,
  OneLift,
  SideField as Side,
  VariationField as Variation,
} from './fields.ts';
import { GoalPatch } from './goal-patch.ts';
import { MappedColumns } from './mapped-columns.ts';
import { profileRequests } from './profile-requests.ts';
import { Settings } from './settings.ts';
import { line, lines, nameOf } from './text.ts';

const Mount = z.enum(MOUNTS).nullable();
/** Of an athlete's name, characters; longer ones fit no card. */
const NAME_MOST = 60;

/** 1 January 2000, ms: a clock that was never set says 1970, and no set is older than this. */
export const SETS_SINCE_EPOCH_MS = Date.UTC(2000, 0, 1);

const load = z.number().min(0).max(LOAD_MOST_KG).nullable();
/** What a load was typed in. */
const LoadUnit = z.enum(['kg', 'lb']).nullable();
const bench = line(60);
/** A key of something the station knows; what it does not know it says. */
const key = z.string().max(200);
const none = z.object({});
const bar = ofBar({});
/** From a moment to before another, ms since epoch; left out: without an end. */
const Period = { since_epoch_ms: z.number().optional(), until_epoch_ms: z.number().optional() };

const SetPatch = z.object({
  athlete_id: id.optional(),
  lift: Lift.optional(),
  variation: Variation.optional(),
  bench: bench.optional(),
  mount: Mount.optional(),
  side: Side.nullable().optional(),
  kind: z.enum(['work', 'warm-up']).optional(),
  load_kg: load.optional(),
  /** Of `load_kg`; left out: nobody said. */
  load_unit: LoadUnit.optional(),
  note: lines(2000).optional(),
  /** Whether a replayed set moves trends, lines, ranges and bests; what was lifted here always does. */
  accepted: z.boolean().optional(),
  /** When it was lifted, not before there were such sensors; the store refuses the future. */
  started_epoch_ms: z.number().int().min(SETS_SINCE_EPOCH_MS).optional(),
});
export type SetPatch = z.infer<typeof SetPatch>;

const AthleteTyped = {
  name: nameOf(NAME_MOST),
  body_mass_kg: z.number().min(20).max(400).nullable(),
  group: line(60).optional(),
  birth_year: z.number().int().min(1900).max(2200).nullable().optional(),
  note: lines(2000).optional(),
};

/** What somebody says about the files that are to come in; what is left out is found out or asked for. */
const ImportChoices = z.object({
  athlete_id: id.optional(),
  lift: Lift.optional(),
  variation: Variation.optional(),
  load_kg: load.optional(),
  started_epoch_ms: z.number().int().min(SETS_SINCE_EPOCH_MS).optional(),
  /** The sets of a recording move trends from the start; left out: only once somebody accepts them. */
  accepted: z.boolean().optional(),
  dates: z.enum(['day-first', 'month-first']).optional(),
  units: z.enum(['kg', 'lb']).optional(),
  /** The athlete for each name in a history. */
  people: z.record(z.string(), z.string().max(60)).optional(),
  exercises: z.record(z.string(), z.object({ lift: Lift, variation: Variation }).nullable()).optional(),
  columns: MappedColumns.optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/** Every request the page can make: channel -> argument schema. The replies are in replies.ts. */
export const requests = {
  'station:state': bar,
  'station:athlete': ofBar({ athlete_id: id }),
  'station:lift': ofBar({
    lift: Lift,
    variation: Variation,
    bench: bench.optional(),
    mount: Mount.optional(),
  }),
  'station:side': ofBar({ side: Side.nullable() }),
  'station:load': ofBar({ load_kg: load, load_unit: LoadUnit.optional() }),
  'station:kind': ofBar({ kind: z.enum(['work', 'warm-up']) }),
  'station:goal': ofBar(GoalPatch.shape),
  'station:end-set': bar,
  /** Takes the last rep away; again: brings it back. Works on the running and the last finished set. */
  'station:undo': bar,
  'station:delete-rep': ofBar({ rep_id: z.number().int(), deleted: z.boolean() }),
  /** Leave the finished set and arm for the next one (also happens by itself with the next rep). */
  'station:next': bar,
  /** The range its reps agree on becomes the athlete's own; the set itself is judged by nothing. */
  'calibrate:from-set': ofBar({ set_id: id }),
  'calibrate:start': bar,
  'calibrate:accept': bar,
  'calibrate:repeat': bar,
  'calibrate:cancel': bar,
  'recovery:accept': z.object({ journal_id: key }),
  'recovery:discard': z.object({ journal_id: key }),
  /** Sets that could not be stored: another attempt now, or all of them as a file. */
  'unstored:retry': none,
  'unstored:save': none,

  'pair:state': none,
  'pair:scan': z.object({ on: z.boolean() }),
  'pair:connect': ofBar({ id: key }),
  'pair:disconnect': ofBar({ id: key }),
  'pair:forget': ofBar({ id: key }),
  'pair:rename': ofBar({ id: key, name: nameOf(40) }),
  'pair:identify': z.object({ id: key }),
  /** Make this source the one that feeds the station. */
  'pair:feed': ofBar({ id: key }),
  'pair:simulate': ofBar({
    lift: Lift.optional(),
    reps: z.number().int().min(1).max(50).optional(),
    seed: z.number().int().min(0).max(2_147_483_648).optional(),
    /** Named behaviours of the simulated lifter. */
    scenario: z
      .enum(['good', 'half-reps', 'missed-holds', 'dropped', 'constant-tension', 'over-extended', 'grind'])
      .optional(),
    speed: z.number().min(0.1).max(100).optional(),
  }),
  /** One simulated set with every verdict; nothing of it is stored. */
  'pair:demonstrate': bar,
  /** Replay a stored set, the text of a CSV recording, or the files of one recording, of any tool that is read. */
  'pair:replay': ofBar({
    set_id: id.optional(),
    csv: z.string().max(60_000_000).optional(),
    files: z
      .array(z.object({ name: line(255), base64: z.string().max(60_000_000) }))
      .min(1)
      .max(3)
      .optional(),
    name: line(800).optional(),
    /** Whose it is; left out: of whoever is at the station. */
    athlete_id: id.optional(),
    /** When it was recorded; left out: now, where the files do not tell. */
    started_epoch_ms: z.number().int().min(SETS_SINCE_EPOCH_MS).optional(),
    speed: z.number().min(1).max(100),
  }),
  /** Calibrate the sensor: learn from rests, or the guided six-position routine; `cancel` stops it. */
  'pair:calibrate': ofBar({
    id: key,
    action: z.enum(['six-position', 'still', 'cancel']),
  }),

  /** Who trains tonight, in order; empty: no group. */
  'tonight:put': z.object({ athlete_ids: z.array(id).max(200) }),
  /** The next of the group, with lift, load and goal. */
  'tonight:next': bar,
  /** Passes over the next turn of one of the group, or not after all. */
  'tonight:skip': z.object({ athlete_id: id, skips: z.boolean() }),

  /** `archived`: with those who train here no more. */
  'athletes:list': z.object({ archived: z.boolean().optional() }),
  'athletes:create': z.object(AthleteTyped),
  'athletes:update': z.object({ id, ...AthleteTyped }),
  /** Out of every list that somebody is chosen from, or back. */
  'athletes:archive': z.object({ id, archived: z.boolean() }),
  /** Into the bin, with every set, recording and reference. */
  'athletes:delete': z.object({ id }),
  /** Every range known of an athlete, calibrated or learned. */
  'athletes:references': z.object({ id }),
  /** Others who may be the same person, and into whom an archived athlete was merged. */
  'merge:look': z.object({ id }),
  'merge:make': z.object({ into: id, from: id }),
  'merge:undo': z.object({ id }),

  'sets:list': z.object({
    athlete_id: id.optional(),
    limit: z.number().int().min(1).max(500),
    before_id: id.optional(),
  }),
  'sets:get': z.object({ id }),
  'sets:update': z.object({ id, patch: SetPatch }),
  /** Labels, note and date as they were before the edit of that moment, as SetDetail tells it. */
  'sets:undo-edit': z.object({ id, at_epoch_ms: z.number().int() }),
  /** Into the bin. */
  'sets:delete': z.object({ id }),
  'sets:restore': z.object({ id }),
  'sets:delete-rep': z.object({ id, rep_id: id, deleted: z.boolean() }),
  'sets:reanalyse': z.object({ id }),
  /** What of the set's recording was looked at and not counted, by today's algorithm; analysed for this answer. */
  'sets:movements': z.object({ id }),
  /** A movement becomes a rep, a rep becomes two, or two become one; the set is measured again from its recording. */
  'sets:correct': z.object({ id, correction: CorrectionField }),
  'sets:take-back-correction': z.object({ id, correction_id: id }),

  ...binRequests,

  /** Files come in by pieces, so that a long one shows how far it is and can be called off; a new beginning forgets the last. */
  'import:begin': z.object({ names: z.array(z.string().min(1).max(255)).min(1).max(3) }),
  'import:piece': z.object({ file: z.number().int().min(0).max(2), base64: z.string().max(8_000_000) }),
  /** What they are and what would become of them. */
  'import:look': ImportChoices,
  'import:store': ImportChoices,
  /** How far the looking or storing is that runs; answered meanwhile. */
  'import:progress': none,
  'import:cancel': none,
  'import:list': none,
  'import:undo': z.object({ id }),
  /** Sets of other instruments. */
  'import:sets': z.object({ athlete_id: id, lift: Lift.optional() }),

  'history:get': z.object({
    athlete_id: id,
    lift: Lift,
    variation: Variation.optional(),
    side: Side.optional(),
    ...Period,
  }),
  /** Hard sets by muscle and week, of all lifts. */
  'history:volume': z.object({ athlete_id: id, ...Period }),
  /** Personal bests of one lift, variation and side, whenever they were. */
  'history:bests': z.object(OneLift),
  /** Sets whose note, or whose athlete's name, contains every word. */
  'sets:search': z.object({ text: nameOf(200) }),
  /** Everybody who trained lately, those who need a look first. */
  'team:get': none,

  /** Load-velocity line, 1RM, readiness and the next load of one lift; computed for this answer. */
  'profile:get': z.object(OneLift),
  ...profileRequests,
  ...elsewhereRequests,

  'settings:get': none,
  'settings:update': Settings.partial(),
  'gym:status': none,
  'gym:join': z.object({ code: z.string().max(2000) }),
  'gym:leave': none,
  'gym:go-on': none,

  'data:info': none,
  'data:backup': none,
  /** Puts a backup, by its name, in the place of the data; what it replaces is kept as a backup. */
  'data:restore': z.object({ backup: key }),
  'log:diagnostics': none,
  /** A file goes out by pieces, so that a long one shows how far it is and can be called off; a new beginning forgets the last. */
  'export:begin': ExportChoices,
  'export:piece': none,
  'export:cancel': none,
} as const;

export type Channel = keyof typeof requests;
/** Requests that carry files: their bodies are large, the others' are a few fields and a note. */
export const CARRY_FILES: ReadonlySet<string> = new Set<Channel>(['pair:replay', 'import:piece']);
export type Argument<C extends Channel> = z.infer<(typeof requests)[C]>;
