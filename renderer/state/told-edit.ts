/** The edit that was made last, in words. */
export interface ToldEdit {
  /** Which set or athlete it changed, as `aboutSet` and `aboutAthlete` name them. */
  readonly about: string;
  readonly text: string;
  /** null: there is nothing to take back. */
  readonly undo: (() => void) | null;
}

export const aboutSet = (id: number): string => `set ${id}`;
export const aboutAthlete = (id: number): string => `athlete ${id}`;
