/** What a station said before it was killed, and has to keep. The last of each kind counts. */
export interface Promises {
  /** Reps of the running set that were shown as settled. */
  shown?: number;
  /** Newest sample of the running set that was heard of, s. */
  heard_s?: number;
  /** Reps of the sets that were stored, by their numbers. */
  sets?: Readonly<Record<number, number>>;
  /** Edits that were answered, of those counted upwards. */
  edits?: number;
  /** Names of backups that were made. */
  backups?: readonly string[];
  /** A backup was restored. */
  restored?: boolean;
}

/** From the victim to its hunter. */
export type Told = { readonly kind: 'begun' } | { readonly kind: 'promised'; readonly promises: Promises };
