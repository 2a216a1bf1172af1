import { z } from 'zod';
import { HIP_THRUST_VARIATIONS, LIFT_IDS } from '../lifts/lift.ts';
import type { Leader } from '../training/leaders.ts';
import type { Units } from './setup.ts';

/** Of a running set, as many as fit on the wall; the earlier ones are in its count. */
export const REPS_ON_BOARD = 16;

const count = z.number().int().min(0).max(10_000);
const BoardRep = z.object({
  /** 1-based in the set. */
  number: count,
  mcv_mps: z.number().nullable(),
  range: z.enum(['full', 'short', 'partial', 'unsure']),
  hold: z.enum(['met', 'missed', 'no-lockout', 'unsure']).nullable(),
  dropped: z.boolean(),
});
export type BoardRep = z.infer<typeof BoardRep>;

/** What happens at one rack, as the wall and other programs are told; checked, for it also comes from other stations. */
export const RackState = z.object({
  /** `idle`: no sensor feeds the station; `ready`: the next rep starts a set; `done`: the set is finished. */
  phase: z.enum(['idle', 'ready', 'set', 'done']),
  athlete: z.string().max(60),
  lift: z.enum(LIFT_IDS),
  variation: z.enum(HIP_THRUST_VARIATIONS),
  side: z.enum(['left', 'right']).nullable(),
  load_kg: z.number().min(0).max(1000).nullable(),
  /** null: none yet. */
  set: z
    .object({
      number: count,
      reps: count,
      goal_reps: count.nullable(),
      /** The latest, oldest first. */
      latest: z.array(BoardRep).max(REPS_ON_BOARD),
      holds_met: count,
      holds_judged: count,
      velocity_loss_pct: z.number().nullable(),
      /** It is time to stop. */
      loss_reached: z.boolean(),
    })
    .nullable(),
});
export type RackState = z.infer<typeof RackState>;

/** A rack as its station tells it to the gym: what happens there, and where tablets of the network find it. */
export const ToldRack = RackState.extend({
  address: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[\w.:[\]-]+\/$/)
    .nullish()
    .catch(null),
});
export type ToldRack = z.infer<typeof ToldRack>;

export interface BoardRack {
  /** Of its station in the gym; empty: a station by itself. */
  readonly id: string;
  /** null: a station by itself, which has no name. */
  readonly name: string | null;
  /** The station that answers. */
  readonly here: boolean;
  /** Since the rack told this, ms. */
  readonly age_ms: number;
  readonly state: RackState;
  /** Where tablets of the network find it; null: it is not open to them, or it is the station that answers. */
  readonly address: string | null;
}

/** What a station hears of the racks of its gym. */
export interface GymRacks {
  /** What this station is called there; null: not heard yet, or it belongs to none. */
  readonly own_name: string | null;
  readonly others: readonly BoardRack[];
}

export const NAMES_ON_BOARD = ['full', 'short', 'initials'] as const;
export type NamesOnBoard = (typeof NAMES_ON_BOARD)[number];

export interface BoardLeader extends Omit<Leader, 'athlete_id'> {
  readonly athlete: string;
}

/** What the wall shows. */
export interface Board {
  readonly racks: readonly BoardRack[];
  readonly leaders_by: 'speed' | 'clean' | 'holds';
  readonly leaders: readonly BoardLeader[];
  readonly names: NamesOnBoard;
  readonly units: Units;
  /** null: a station by itself. */
  readonly gym: string | null;
  /** Since when the other racks are not heard of; null: they are, or there are none. */
  readonly away_since_epoch_ms: number | null;
}
