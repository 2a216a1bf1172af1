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
  /** The group, a name or what somebody does has changed in the store. */
  refresh(): void;
}

export function createTurns(store: Store): Turns {
  let turns: readonly Turn[] = [];
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

  const next = (current_id: number): Athlete | null => {
    const at = turns.findIndex(({ athlete }) => athlete.id === current_id);
    const after = turns[(at + 1) % turns.length]?.athlete ?? null;
    return after?.id === current_id ? null : after;
  };
  return {
    refresh,
    next,
    entries(setup, rests) {
      const next_id = next(setup.athlete.id)?.id;
      return turns.map((turn) => {
        const { athlete } = turn;
        const rest = rests.of(athlete.id);
        const { lift, load_kg } = athlete.id === setup.athlete.id ? setup : turn;
        return {
          ...{ athlete, lift, load_kg, next: athlete.id === next_id },
          resting_since_epoch_ms: rest?.since_epoch_ms ?? null,
          rest_target_s: rest?.target_s ?? null,
        };
      });
    },
  };
}
