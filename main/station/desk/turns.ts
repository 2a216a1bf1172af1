import type { Athlete, LiftId, Setup } from '../../../src/contract/setup.ts';
import type { TonightEntry } from '../../../src/contract/tonight.ts';
import type { Store } from '../../store/types.ts';
import type { Rests } from './rests.ts';

interface Turn {
  readonly athlete: Athlete;
  readonly lift: LiftId | null;
  readonly load_kg: number | null;
}

/** Tonight's group in order; kept at hand, because the screen asks many times a second. */
export interface Turns {
  /** With what the one at the station does now, and how long each rests. */
  entries(setup: Setup, rests: Rests): readonly TonightEntry[];
  /** Whoever comes after this one, round and round; the first where this one is not of the group. */
  next(current_id: number): Athlete | null;
  /** Lets the next turn of this one pass, or not after all; forgotten once it has passed. */
  skip(athlete_id: number, skips: boolean): void;
  /** From this one to that one: those between had their turn, and so has that one. */
  passed(from_id: number, to_id: number): void;
  /** The group, a name or what somebody does has changed in the store. */
  refresh(): void;
}

/** `lifting`: whoever is at a bar of the station now. */
export function createTurns(store: Store, lifting: () => readonly number[]): Turns {
  let turns: readonly Turn[] = [];
  /** Not stored: it is about one turn, in some minutes. */
  const skipped = new Set<number>();
  const refresh = (): void => {
    turns = store.tonight.list().flatMap((id) => {
      const athlete = store.athletes.get(id);
      const choice = store.choices.last(id);
      return athlete && !athlete.archived
        ? [{ athlete, lift: choice?.lift ?? null, load_kg: choice?.load_kg ?? null }]
        : [];
    });
  };
  refresh();

  const after = (current_id: number): readonly Turn[] => {
    const at = turns.findIndex(({ athlete }) => athlete.id === current_id);
    return [...turns.slice(at + 1), ...turns.slice(0, Math.max(0, at))];
  };
  const next = (current_id: number): Athlete | null => {
    const others = after(current_id).filter(({ athlete }) => !lifting().includes(athlete.id));
    // where everybody is to be passed over, nobody is
    return (others.find(({ athlete }) => !skipped.has(athlete.id)) ?? others[0])?.athlete ?? null;
  };
  return {
    refresh,
    next,
    skip(athlete_id, skips) {
      if (skips) skipped.add(athlete_id);
      else skipped.delete(athlete_id);
    },
    passed(from_id, to_id) {
      const others = after(from_id);
      const until = others.findIndex(({ athlete }) => athlete.id === to_id);
      for (const { athlete } of others.slice(0, until + 1)) skipped.delete(athlete.id);
    },
    entries(setup, rests) {
      const next_id = next(setup.athlete.id)?.id;
      return turns.map((turn) => {
        const { athlete } = turn;
        const rest = rests.of(athlete.id);
        const { lift, load_kg } = athlete.id === setup.athlete.id ? setup : turn;
        return {
          ...{ athlete, lift, load_kg, next: athlete.id === next_id, skips: skipped.has(athlete.id) },
          resting_since_epoch_ms: rest?.since_epoch_ms ?? null,
          rest_target_s: rest?.target_s ?? null,
        };
      });
    },
  };
}
