import type { LiveSet } from '../../src/contract/live-set.ts';
import type { StationState } from '../../src/contract/station.ts';
import type { StreamLine } from '../../src/contract/stream.ts';

/** What is new in a state of the station, compared with those before it. */
export interface StreamLines {
  of(state: Pick<StationState, 'set'>): StreamLine[];
}

/** `first`: what happened before somebody listened is told to nobody. */
export function createStreamLines(now: () => number, first: Pick<StationState, 'set'>): StreamLines {
  let running: string | null = null;
  /** Reps of the running set that were told, and whether they were settled. */
  let told = new Map<number, boolean>();
  let set_id: number | null = first.set?.set_id ?? null;

  const lifted = ({ setup, number }: LiveSet) => {
    const { athlete, lift, variation, side, load_kg } = setup;
    const at = new Date(now()).toISOString();
    return { at, athlete: athlete.name, lift, variation, side, load_kg, set_number: number };
  };
  function runningReps(set: LiveSet): StreamLine[] {
    const key = `${set.started_epoch_ms} ${set.number}`;
    if (key !== running) told = new Map();
    running = key;
    return set.reps.flatMap(({ rep, settled, deleted }): StreamLine[] => {
      if (deleted || told.get(rep.index) === true || (!settled && told.has(rep.index))) return [];
      told.set(rep.index, settled);
      return [{ kind: 'rep', ...lifted(set), settled, rep }];
    });
  }
  function finished(set: LiveSet): StreamLine[] {
    if (set.set_id === null || set.set_id === set_id) return [];
    set_id = set.set_id;
    const { started_epoch_ms, ended_epoch_ms, summary, holds_met, holds_judged } = set;
    const ended = ended_epoch_ms === null ? null : new Date(ended_epoch_ms).toISOString();
    const reps = set.reps.filter(({ deleted }) => !deleted).map(({ rep }) => rep);
    return [
      {
        ...{ kind: 'set', ...lifted(set), set_id, started: new Date(started_epoch_ms).toISOString(), ended },
        ...{ reps, summary, holds_met, holds_judged },
      },
    ];
  }

  const of: StreamLines['of'] = ({ set }) =>
    set === null ? [] : set.status === 'running' ? runningReps(set) : finished(set);
  of(first);
  return { of };
}
