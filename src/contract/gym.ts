/** How a station stands with its gym. */
export interface GymStatus {
  /** null: a station by itself. */
  readonly gym: string | null;
  /** It belonged to one, and a backup from before that was restored: it may go on there. */
  readonly was_member: boolean;
  /** `here`: both know what the other knows, or are telling it. */
  readonly line: 'none' | 'connecting' | 'here' | 'away';
  /** What is wrong and what helps; null: nothing. */
  readonly problem: string | null;
  /** Since when the gym is away. */
  readonly away_since_epoch_ms: number | null;
  /** Sets and other changes the gym has not heard of. */
  readonly waiting_sets: number;
  readonly waiting_changes: number;
  /** Said where this computer's clock is off by so much that people would notice, ms the gym's is ahead; else null. */
  readonly clock_ahead_ms: number | null;
}
