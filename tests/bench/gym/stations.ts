import { createReplicator, type Replicator } from '../../../main/gym/replicator.ts';
import type { Change, GymRecord, Outbox } from '../../../main/store/index.ts';
import { ATHLETES, type GymStation } from './load.ts';
import { athleteId, fill, type OneSet, setId, type Template } from './template.ts';

/** A station with a line of its own to the gym, by the product's replicator. */
export interface BenchStation {
  /** Lifts, now. */
  lift(one: OneSet): void;
  /** Sets it has not told yet. */
  waiting(): number;
  readonly gym: number;
  close(): Promise<void>;
}

/** Where a set has come when it is counted: another station knows it, or has it in its SQLite. */
type Where = 'heard' | 'written';

/** When each set ended, and how long after that another station had it, ms. */
export interface Receipts {
  ended(id: string): void;
  came(id: string, where: Where): void;
  /** Since the last time this was asked. */
  take(where: Where): number[];
}

export function createReceipts(): Receipts {
  const ends = new Map<string, number>();
  const waits: Record<Where, number[]> = { heard: [], written: [] };
  return {
    ended: (id) => void ends.set(id, performance.now()),
    came(id, where) {
      const ended = ends.get(id);
      if (ended !== undefined) waits[where].push(performance.now() - ended);
    },
    take: (where) => waits[where].splice(0),
  };
}

/** Tells and hears like any station; what it hears it only counts: 200 databases of SQLite are no part of the gym's. */
export function countingStation(
  { gym, address, member }: GymStation,
  position: number,
  template: Template,
  receipts: Receipts,
): BenchStation {
  let waiting: Change[] = [];
  let seq = 0;
  let at = position;
  const outbox: Outbox = {
    ...NOTHING_ELSE,
    member: () => member,
    waiting: () => ({ changes: waiting.length, sets: waiting.length, since_epoch_ms: null, refused: [] }),
    next: (limit) => waiting.slice(0, limit),
    arrived(changes) {
      const told = new Set(changes.map((change) => change.seq));
      waiting = waiting.filter((change) => !told.has(change.seq));
    },
    position: () => at,
    hear(records, to) {
      noteOthers(records, member.station, (id) => receipts.came(id, 'heard'));
      at = to;
      return { changed: records.length > 0 };
    },
  };
  const replicator = startReplicator(address, outbox);
  return {
    gym,
    lift(one) {
      const id = setId(one);
      const stamp = `${one.started_ms.toString(16).padStart(12, '0')}0000${member.station}`;
      waiting.push({
        seq: ++seq,
        kind: 'set',
        id,
        field: '*',
        stamp,
        base: null,
        value: JSON.parse(fill(template, one)),
      });
      receipts.ended(id);
      replicator.poke();
    },
    waiting: () => waiting.length,
    close: () => replicator.close(),
  };
}

export const startReplicator = (address: string, outbox: Outbox): Replicator =>
  createReplicator({
    database: address,
    outbox,
    now: Date.now,
    onChange: () => {},
    log: (line) => console.error(line),
  });

export function noteOthers(records: readonly GymRecord[], own: string, note: (id: string) => void): void {
  for (const { kind, id, made } of records) if (kind === 'set' && !made.endsWith(own)) note(id);
}

const NOTHING_ELSE: Omit<Outbox, 'member' | 'waiting' | 'next' | 'arrived' | 'position' | 'hear'> = {
  recordings: { next: () => null, done: () => {}, missing: () => null, keep: () => {} },
  join: () => {},
  goOn: () => {},
  leave: () => {},
  refuse: (_change, why) => console.error(why),
  tellAll: () => {},
  setAhead: () => {},
  onChange: () => {},
};

/** Numbers every set that is lifted in a run, on from those that were loaded. */
export function createLifting(first: number): (gym: number) => OneSet {
  let number = first;
  return (gym) => ({
    number: ++number,
    started_ms: Date.now(),
    athlete: athleteId(gym, number % ATHLETES),
  });
}
