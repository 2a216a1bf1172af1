import type { LiveSet } from '../../../src/contract/live-set.ts';
import { comparedSet } from '../../../src/training/compared.ts';
import type { Store } from '../../store/types.ts';
import { type FinishedFacts, finishedSnapshot } from './finished-set.ts';
import { sidesInWords } from './sides.ts';

type Facts = Omit<FinishedFacts, 'sides' | 'compared'>;

/** The finished set the station still shows. */
export interface Review {
  readonly set: LiveSet | null;
  /** A set that has ended, as it ran: what hindsight makes of it is not known yet. */
  showEnding(set: LiveSet): void;
  show(set_id: number, facts: Facts): void;
  /** A set that is not in the store (a replay of one that is, a full disk): as the live path had it. */
  showUnstored(set: LiveSet, facts: Facts): void;
  /** The stored set was edited or deleted somewhere. */
  refresh(): void;
  clear(): void;
}

export function createReview(store: Store): Review {
  let set: LiveSet | null = null;
  let shown: { readonly set_id: number; readonly facts: Facts } | null = null;
  const read = (): void => {
    if (shown === null) return;
    const stored = store.sets.get(shown.set_id);
    set =
      stored === null || stored.deleted
        ? null
        : finishedSnapshot(stored, {
            ...shown.facts,
            sides: sidesInWords(store, stored),
            compared: comparedSet(stored.row.id, store.atLoad(stored.labels)),
          });
  };
  return {
    get set() {
      return set;
    },
    showEnding(live) {
      shown = null;
      set = { ...live, provisional: null, hold: null };
    },
    show(set_id, facts) {
      shown = { set_id, facts };
      read();
    },
    showUnstored(live, facts) {
      shown = null;
      const { ended_epoch_ms } = facts;
      set = { ...live, status: 'finished', ended_epoch_ms, provisional: null, hold: null };
    },
    refresh: read,
    clear() {
      shown = null;
      set = null;
    },
  };
}
