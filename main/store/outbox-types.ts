/** An athlete, or a set with all that hangs on it. */
export type RecordKind = 'athlete' | 'set';

/** What a register (outbox/registers.ts) holds, as JSON; null: nothing any more. */
export type RegisterValue = Readonly<Record<string, unknown>> | null;

/** A record as the gym has it. */
export interface GymRecord {
  readonly kind: RecordKind;
  /** 32 hex digits. */
  readonly id: string;
  readonly gone: boolean;
  readonly fields: Readonly<Record<string, RegisterValue>>;
  /** The stamp of every register that has none of its own in `stamps`. */
  readonly made: string;
  readonly stamps: Readonly<Record<string, string>>;
}

/** One change that the gym has not heard of. */
export interface Change {
  readonly seq: number;
  readonly kind: RecordKind;
  /** 32 hex digits. */
  readonly id: string;
  readonly field: string;
  readonly stamp: string;
  /** The stamp of what it replaced, as the gym knows it; null: nothing. */
  readonly base: string | null;
  readonly value: RegisterValue;
}

export interface Membership {
  readonly gym: string;
  readonly name: string;
  /** Eight hex digits. */
  readonly station: string;
}

export interface Waiting {
  readonly changes: number;
  readonly sets: number;
  /** When the oldest was made; null: none waits. */
  readonly since_epoch_ms: number | null;
  /** Changes that the gym refused, with its reason. */
  readonly refused: readonly string[];
}

/** The samples of a set as they are stored: compressed. */
export interface PackedRecording {
  readonly format: number;
  readonly compression: string;
  readonly samples: number;
  readonly data: Buffer;
}

/** Samples follow the sets they belong to, which never wait for them. */
export interface RecordingOutbox {
  /** The oldest set whose samples the gym has not; null: it has them all, or the set itself waits to be told. */
  next(): { readonly set_id: number; readonly id: string; readonly packed: PackedRecording } | null;
  /** The gym has them, or (`gone`) does not know the set any more. */
  done(set: { readonly set_id: number; readonly id: string }, how: 'whole' | 'gone'): void;
  /** The identity of a set whose samples are not here; null: they are. */
  missing(set_id: number): string | null;
  /** They have come from the gym. */
  keep(id: string, packed: PackedRecording): void;
}

/** What a station has to say to its gym, and what it hears from it. Without a gym all of it is empty. */
export interface Outbox {
  readonly recordings: RecordingOutbox;
  member(): Membership | null;
  /** From now on changes are kept for the gym; what is here already is the first of them. */
  join(membership: Membership): void;
  /** The same for a station that was a member before a backup took its place: whatever the gym has is later than what is here. */
  goOn(membership: Membership): void;
  /** The gym keeps what it has, the station what is here. */
  leave(): void;
  waiting(): Waiting;
  /** The oldest changes as they are now, in order; from then on they may have arrived. */
  next(limit: number): Change[];
  /** They have arrived; one that was changed meanwhile waits on. */
  arrived(changes: readonly Pick<Change, 'seq'>[]): void;
  refuse(change: Pick<Change, 'seq'>, why: string): void;
  /** Everything of this station is told again: the gym has lost some of it. */
  tellAll(): void;
  /** Changes of the gym up to this one are here. */
  position(): number;
  /** All of them, or none; `missing` are athletes that have to come first. True: something is another than before. */
  hear(
    records: readonly GymRecord[],
    position: number,
  ): { readonly changed: boolean } | { readonly missing: string };
  /** How far the gym's clock is ahead of this computer's, ms. */
  setAhead(ahead_ms: number): void;
  /** Hears, in the middle of it, that something changes here. One listener at most. */
  onChange(listener: (() => void) | null): void;
}
