import type { LiftId, Reference, Side, Targets, VariationId } from '../lifts/lift.ts';
import type { MountId } from '../lifts/mount.ts';
import type { PlateConfig, Units } from '../lifts/rack.ts';

export type { LiftId, MountId, PlateConfig, Reference, Side, Targets, Units, VariationId };

export type SetKind = 'work' | 'warm-up';
export type GoalPreset = 'strength' | 'hypertrophy' | 'light' | 'power' | 'custom';

export interface Athlete {
  readonly id: number;
  readonly name: string;
  /** Ships with the product to try it with the simulated sensor; has a simulated reference. */
  readonly simulated: boolean;
  readonly body_mass_kg: number | null;
  /** Team, class or time of day, in the coach's words; empty: none. */
  readonly group: string;
  readonly birth_year: number | null;
  readonly note: string;
  /** Trains here no more: in no list that somebody is chosen from; the history stays. */
  readonly archived: boolean;
}

/** What a coach types of an athlete; what is left out stays as it is. */
export type AthleteFields = Pick<Athlete, 'name' | 'body_mass_kg'> & {
  readonly [K in 'group' | 'birth_year' | 'note']?: Athlete[K] | undefined;
};

/** What the lifter is about to do: everything a set is labelled with. */
export interface Setup {
  readonly athlete: Athlete;
  readonly lift: LiftId;
  readonly variation: VariationId;
  /** Bench height or other set-up the reference belongs to, in the coach's words; '' for the usual one. */
  readonly bench: string;
  readonly side: Side | null;
  /** What the sensor sits on; null where nobody said. */
  readonly mount: MountId | null;
  readonly load_kg: number | null;
  /** What the load was typed in; null where nobody said. */
  readonly load_unit: Units | null;
  readonly kind: SetKind;
  readonly goal: Goal;
  readonly targets: Targets;
  readonly reference: Reference | null;
}

export interface Goal {
  readonly preset: GoalPreset;
  readonly reps: number | null;
  /** Velocity loss that ends the set, %; null when not used. */
  readonly velocity_loss_pct: number | null;
  /** Explosive mode: mean velocity (m/s) or mean power (W) to reach on every rep; null when not used. */
  readonly velocity_mps: number | null;
  readonly power_w: number | null;
}
