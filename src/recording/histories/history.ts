/** One rep as another instrument measured it; null: not measured, or not in the file. */
export interface HistoryRep {
  readonly place: number;
  readonly mcv_mps: number | null;
  readonly mpv_mps: number | null;
  readonly pcv_mps: number | null;
  readonly rom_m: number | null;
  readonly duration_s: number | null;
}

/** A set of a training history: what was lifted and when, without a signal. */
export interface HistorySet {
  /** Line of the file it begins in. */
  readonly row: number;
  /** As the file names them; null where the file is of one person whom it does not name. */
  readonly athlete: string | null;
  /** Local day as written, YYYY-MM-DD. */
  readonly day: string;
  /** Local time as written, HH:MM:SS; null where the file has none. */
  readonly time: string | null;
  readonly exercise: string;
  /** Its number in the file; null where sets have none. */
  readonly number: number | null;
  readonly kind: 'work' | 'warm-up';
  readonly load_kg: number | null;
  readonly reps: number;
  /** Empty where the tool counts and measures nothing. */
  readonly measured: readonly HistoryRep[];
  readonly rpe: number | null;
  readonly note: string;
}

/** A history as read, not yet anybody's. */
export interface HistoryFile {
  /** The instrument or app that wrote it. */
  readonly tool: string;
  readonly sets: readonly HistorySet[];
  /** What a person should know of how it was read, a sentence each. */
  readonly remarks: readonly string[];
  /** Rows that could not be taken, a sentence each; the first ones. */
  readonly refused: readonly string[];
  readonly refused_count: number;
}

/** In which order a date with two small numbers names day and month. */
export type DayOrder = 'day-first' | 'month-first';
export type LoadUnit = 'kg' | 'lb';

export interface HistoryOptions {
  /** Local day of the station, YYYY-MM-DD: what is later has not happened. */
  readonly today: string;
  /** As somebody answered; undefined: nobody was asked. */
  readonly dates?: DayOrder | undefined;
  readonly units?: LoadUnit | undefined;
}

export type ReadHistory =
  | { readonly ok: true; readonly history: HistoryFile }
  /** `day-order`: somebody must say which number is the day. */
  | { readonly ok: false; readonly code: 'day-order' | 'history'; readonly message: string };
