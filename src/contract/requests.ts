import { z } from 'zod';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../lifts/lift.ts';
import type { Rep } from './live-set.ts';
import type { PairingState } from './pairing.ts';
import { failure, type Result } from './result.ts';
import type { AthleteReference, History, SetDetail, SetRow } from './sets.ts';
import { Settings } from './settings.ts';
import type { Athlete } from './setup.ts';
import type { StationEvent, StationState } from './station.ts';

const id = z.number().int().positive();
const Lift = z.enum(LIFT_IDS);
const Variation = z.enum(HIP_THRUST_VARIATIONS);
const load = z.number().min(0).max(1000).nullable();
const none = z.object({});

/** Goal and targets as the coach sets them; what is left out stays as it is. */
const GoalPatch = z.object({
  preset: z.enum(['strength', 'hypertrophy', 'light', 'power', 'custom']).optional(),
  reps: z.number().int().min(1).max(200).nullable().optional(),
  velocity_loss_pct: z.number().min(1).max(90).nullable().optional(),
  velocity_mps: z.number().min(0.05).max(5).nullable().optional(),
  power_w: z.number().min(1).max(10_000).nullable().optional(),
  hold_s: z.number().min(0.1).max(60).nullable().optional(),
  eccentric_s: z.number().min(0.1).max(20).nullable().optional(),
  constant_tension: z.boolean().optional(),
});
export type GoalPatch = z.infer<typeof GoalPatch>;

const SetPatch = z.object({
  athlete_id: id.optional(),
  lift: Lift.optional(),
  variation: Variation.optional(),
  bench: z.string().max(60).optional(),
  side: z.enum(['left', 'right']).nullable().optional(),
  kind: z.enum(['work', 'warm-up']).optional(),
  load_kg: load.optional(),
  note: z.string().max(2000).optional(),
});
export type SetPatch = z.infer<typeof SetPatch>;

/** Every request the page can make: channel -> argument schema. Replies are in `Replies`. */
export const requests = {
  'station:state': none,
  'station:athlete': z.object({ athlete_id: id }),
  'station:lift': z.object({ lift: Lift, variation: Variation, bench: z.string().max(60).optional() }),
  'station:side': z.object({ side: z.enum(['left', 'right']).nullable() }),
  'station:load': z.object({ load_kg: load }),
  'station:kind': z.object({ kind: z.enum(['work', 'warm-up']) }),
  'station:goal': GoalPatch,
  'station:end-set': none,
  /** Takes the last rep away; again: brings it back. Works on the running and the last finished set. */
  'station:undo': none,
  'station:delete-rep': z.object({ rep_id: z.number().int(), deleted: z.boolean() }),
  /** Leave the finished set and arm for the next one (also happens by itself with the next rep). */
  'station:next': none,
  'calibrate:start': none,
  'calibrate:accept': none,
  'calibrate:repeat': none,
  'calibrate:cancel': none,
  'recovery:accept': z.object({ journal_id: z.string().max(200) }),
  'recovery:discard': z.object({ journal_id: z.string().max(200) }),

  'pair:state': none,
  'pair:scan': z.object({ on: z.boolean() }),
  'pair:connect': z.object({ id: z.string().max(200) }),
  'pair:disconnect': z.object({ id: z.string().max(200) }),
  'pair:forget': z.object({ id: z.string().max(200) }),
  'pair:rename': z.object({ id: z.string().max(200), name: z.string().trim().min(1).max(40) }),
  'pair:identify': z.object({ id: z.string().max(200) }),
  /** Make this source the one that feeds the station. */
  'pair:feed': z.object({ id: z.string().max(200) }),
  'pair:simulate': z.object({
    lift: Lift.optional(),
    reps: z.number().int().min(1).max(50).optional(),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .optional(),
    /** Named behaviours of the simulated lifter. */
    scenario: z
      .enum(['good', 'half-reps', 'missed-holds', 'dropped', 'constant-tension', 'over-extended', 'grind'])
      .optional(),
    speed: z.number().min(0.1).max(100).optional(),
  }),
  /** Replay a stored set, or the text of a CSV recording. */
  'pair:replay': z.object({
    set_id: id.optional(),
    csv: z.string().max(60_000_000).optional(),
    name: z.string().max(200).optional(),
    speed: z.number().min(1).max(100),
  }),
  /** Calibrate the sensor: learn from rests, or the guided six-position routine; `cancel` stops it. */
  'pair:calibrate': z.object({
    id: z.string().max(200),
    action: z.enum(['six-position', 'still', 'cancel']),
  }),

  'athletes:list': none,
  'athletes:create': z.object({
    name: z.string().trim().min(1).max(60),
    body_mass_kg: z.number().min(20).max(400).nullable(),
  }),
  'athletes:update': z.object({
    id,
    name: z.string().trim().min(1).max(60),
    body_mass_kg: z.number().min(20).max(400).nullable(),
  }),
  /** Deletes the athlete with every set, recording and reference. */
  'athletes:delete': z.object({ id, confirm_name: z.string() }),
  /** Every range known of an athlete, calibrated or learned. */
  'athletes:references': z.object({ id }),

  'sets:list': z.object({
    athlete_id: id.optional(),
    limit: z.number().int().min(1).max(500),
    before_id: id.optional(),
  }),
  'sets:get': z.object({ id }),
  'sets:update': z.object({ id, patch: SetPatch }),
  'sets:delete': z.object({ id }),
  'sets:restore': z.object({ id }),
  'sets:delete-rep': z.object({ id, rep_id: id, deleted: z.boolean() }),
  'sets:reanalyse': z.object({ id }),

  'history:get': z.object({
    athlete_id: id,
    lift: Lift,
    variation: Variation.optional(),
    since_epoch_ms: z.number().optional(),
  }),

  'settings:get': none,
  'settings:update': Settings.partial(),
  'data:info': none,
  'data:backup': none,
  'data:export-csv': z.object({ athlete_id: id.optional() }),
} as const;

/** One rep offered to a CSV reader, or a file the page offers for saving. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface DataInfo {
  readonly version: string;
  readonly algorithm: string;
  readonly folder: string;
  readonly database_bytes: number;
  readonly sets: number;
  readonly reps: number;
  readonly backups: readonly {
    readonly name: string;
    readonly at_epoch_ms: number;
    readonly bytes: number;
  }[];
}

type Nothing = Record<string, never>;
type RepList = readonly Rep[];
export interface Replies {
  'station:state': StationState;
  'station:athlete': Nothing;
  'station:lift': Nothing;
  'station:side': Nothing;
  'station:load': Nothing;
  'station:kind': Nothing;
  'station:goal': Nothing;
  'station:end-set': Nothing;
  'station:undo': Nothing;
  'station:delete-rep': Nothing;
  'station:next': Nothing;
  'calibrate:start': Nothing;
  'calibrate:accept': Nothing;
  'calibrate:repeat': Nothing;
  'calibrate:cancel': Nothing;
  'recovery:accept': { readonly set_id: number; readonly reps: RepList };
  'recovery:discard': Nothing;
  'pair:state': PairingState;
  'pair:scan': Nothing;
  'pair:connect': Nothing;
  'pair:disconnect': Nothing;
  'pair:forget': Nothing;
  'pair:rename': Nothing;
  'pair:identify': Nothing;
  'pair:feed': Nothing;
  'pair:simulate': { readonly id: string };
  'pair:replay': { readonly id: string };
  'pair:calibrate': Nothing;
  'athletes:list': readonly Athlete[];
  'athletes:create': Athlete;
  'athletes:update': Athlete;
  'athletes:delete': Nothing;
  'athletes:references': readonly AthleteReference[];
  'sets:list': readonly SetRow[];
  'sets:get': SetDetail;
  'sets:update': SetDetail;
  'sets:delete': Nothing;
  'sets:restore': Nothing;
  'sets:delete-rep': SetDetail;
  'sets:reanalyse': SetDetail;
  'history:get': History;
  'settings:get': Settings;
  'settings:update': Settings;
  'data:info': DataInfo;
  'data:backup': { readonly path: string; readonly bytes: number };
  'data:export-csv': TextFile;
}

export type Channel = keyof typeof requests;
export type Argument<C extends Channel> = z.infer<(typeof requests)[C]>;
export type Handlers = {
  [C in Channel]: (argument: Argument<C>) => Result<Replies[C]> | Promise<Result<Replies[C]>>;
};

/** What the page sees, whichever transport carries it. */
export interface Bridge {
  request<C extends Channel>(channel: C, argument: Argument<C>): Promise<Result<Replies[C]>>;
  /** Starts with a `state` and a `pairing` event; returns the function that stops it. */
  subscribe(listener: (event: StationEvent) => void): () => void;
}

/** Validate, then carry out: shared by the Electron shell and the browser host. Never throws. */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  argument: unknown,
): Promise<Result<unknown>> {
  if (!Object.hasOwn(requests, channel)) return failure('unknown-request', `There is no request ${channel}.`);
  const known = channel as Channel;
  const parsed = requests[known].safeParse(argument);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failure('bad-argument', `${known}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  try {
    return await (handlers[known] as (a: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
  } catch (error) {
    return failure('unexpected', error instanceof Error ? error.message : String(error));
  }
}
