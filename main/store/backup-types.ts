/** A copy of the data that was checked. */
export interface BackupFile {
  readonly name: string;
  readonly path: string;
  readonly at_epoch_ms: number;
  readonly bytes: number;
}

export interface BackupWish {
  readonly folder: string;
  readonly now_epoch_ms: number;
  /** Ends the copy's name. */
  readonly why: string;
}
