import type { ExportTable } from '../../src/contract/exporting.ts';
import type { Result } from '../../src/contract/result.ts';
import type { History, SetDetail, SetRow } from '../../src/contract/sets.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Athlete, AthleteFields } from '../../src/contract/setup.ts';
import type { Team } from '../../src/contract/team.ts';
import type { VolumeReport } from '../../src/contract/volume.ts';
import type { LiftId, Reference, Side, VariationId } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import type { Correction } from '../../src/reps/correction.ts';
import type { Analysis } from '../../src/reps/rep.ts';
import type { SensorCalibration } from '../../src/signal/calibration.ts';
import type { SetAtLoad } from '../../src/training/compared.ts';
import type { LedSets } from '../../src/training/leaders.ts';
import type { SetInShort } from '../../src/training/set-in-short.ts';
import type { BackupFile, BackupWish } from './backup-types.ts';
import type { BinStore } from './bin-types.ts';
import type { ChoiceStore } from './choice-types.ts';
import type { Everything } from './everything/index.ts';
import type { CsvStyle } from './export-csv.ts';
import type { ExportQuery, ExportRows } from './export-tables.ts';
import type { ImportStore } from './import-types.ts';
import type { JournalDisk, Journals, RunningJournal } from './journal-types.ts';
import type { MergeStore } from './merge-types.ts';
import type { InsertedSet, NewSet } from './new-set.ts';
import type { Outbox } from './outbox-types.ts';
import type { AtLoadQuery, HistoryQuery, TrainingQuery, TrainingRecord, VolumeQuery } from './query-types.ts';
import type { ReplacedByEdit, SetLabels } from './set-labels.ts';
import type { SpeedProfileStore } from './speed-profiles.ts';
import type { TonightStore } from './tonight.ts';

export type * from './backup-types.ts';
export type * from './bin-types.ts';
export type * from './choice-types.ts';
export type * from './export-csv.ts';
export type * from './export-tables.ts';
export type * from './import-types.ts';
export type * from './journal-types.ts';
export type * from './merge-types.ts';
export type * from './new-set.ts';
export type * from './outbox-types.ts';
export type * from './query-types.ts';
export type * from './set-labels.ts';

/** Wall clock, ms since epoch; injected so that tests decide what day it is. */
export interface StoreClock {
  now_epoch_ms(): number;
}

/** Something that went wrong with the data and what became of it, for the station's notice line. */
export interface StoreNotice {
  readonly code:
    | 'database-set-aside'
    | 'database-missing'
    | 'database-replaced'
    | 'setting-reset'
    | 'open-to-others'
    | 'journal-failed'
    | 'journal-unreadable';
  readonly message: string;
}

/** A set as stored; `SetDetail` is this plus `outdated`, which only the holder of today's algorithm can tell. */
export interface StoredSet extends Omit<SetDetail, 'outdated' | 'trace'> {
  /** null when it is missing or damaged; it can be drawn again from the recording. */
  readonly trace: SetDetail['trace'] | null;
  readonly labels: SetLabels;
  /** It, or its athlete, is in the bin. */
  readonly deleted: boolean;
}

export interface SetChange {
  readonly labels?: Partial<SetLabels>;
  readonly note?: string;
  readonly started_epoch_ms?: number;
  /** What a coach says about one of its movements, or the id of what is taken back; `analysis` follows from it. */
  readonly correct?: Correction;
  readonly take_back?: number;
  /** New numbers for the same samples: after a label changed what they mean, or with a newer algorithm. */
  readonly analysis?: Analysis;
}

export interface SetStore {
  /**
   * Set, reps, trace and recording in one transaction. The set's journal is removed only once that is on
   * disk; when it fails the journal stays and is offered at the next start.
   */
  insert(set: NewSet, journal?: RunningJournal | { readonly id: string }): Result<InsertedSet>;
  /** null when there is no such set. A deleted one is still returned, marked. */
  get(id: number): StoredSet | null;
  /** The samples, bit for bit as they were stored. */
  recording(id: number): Result<Recording>;
  /** Newest first, without what is in the bin; the page after `before_id`. */
  list(query: {
    readonly athlete_id?: number;
    readonly limit: number;
    readonly before_id?: number;
  }): SetRow[];
  /** Newest first; case and accents do not matter. */
  search(text: string): SetRow[];
  /** All in one transaction, every change audited. Reps a person deleted stay deleted in the new analysis. */
  update(id: number, change: SetChange): Result<StoredSet>;
  /** By the audit; null where no label, note or date was changed at that moment. */
  replacedBy(id: number, at_epoch_ms: number): ReplacedByEdit | null;
  setRepDeleted(id: number, rep_id: number, deleted: boolean): Result<StoredSet>;
  delete(id: number): Result<null>;
  restore(id: number): Result<null>;
}

export interface AthleteStore {
  /** By name, archived ones included. */
  list(): Athlete[];
  /** Those who trained last come first, then those who never did, by name; nobody who is archived. */
  recent(): Athlete[];
  get(id: number): Athlete | null;
  /** `simulated`: nobody of flesh, for the simulated sensor. */
  create(athlete: AthleteFields & { readonly simulated?: boolean }): Result<Athlete>;
  update(athlete: AthleteFields & Pick<Athlete, 'id'>): Result<Athlete>;
  /** Out of every list that somebody is chosen from, or back into them. */
  archive(id: number, archived: boolean): Result<Athlete>;
  /** Into the bin, with all that is theirs. */
  delete(id: number): Result<null>;
}

/** What a reference range belongs to. */
export interface ReferenceKey {
  readonly athlete_id: number;
  readonly lift: LiftId;
  readonly variation: VariationId;
  readonly bench: string;
  readonly side: Side | null;
}

/** ROMs of one earlier set's reps, largest first: what a reference can be learned from. */
export interface EarlierSet {
  readonly set_id: number;
  readonly started_epoch_ms: number;
  readonly reps: readonly { readonly rom_m: number; readonly rom_sigma_m: number }[];
}

export interface ReferenceStore {
  get(key: ReferenceKey): Reference | null;
  put(key: ReferenceKey, reference: Reference): Result<null>;
  /** What an athlete has a range or sets of; `made_at` is null where no range is stored. */
  keys(athlete_id: number): (ReferenceKey & { readonly made_at: number | null })[];
  /** Earlier sets of the same key, newest first; simulated ones only for a simulated set, real for real. */
  earlierSets(
    key: ReferenceKey,
    of: { readonly simulated: boolean; readonly before_epoch_ms: number; readonly except_set_id?: number },
  ): EarlierSet[];
}

/** A physical sensor this station knows. */
export interface StoredSensor {
  /** Independent of the Bluetooth engine: an address where the system tells one, else the system's own id. */
  readonly id: string;
  /** The coach's name for it ("Rack 2"), else the advertised one. */
  readonly name: string;
  readonly given_name: string | null;
  readonly advertised_name: string | null;
  readonly family: string;
  readonly calibration: SensorCalibration | null;
  /** State of the accumulator that learns a calibration from rests, as `src/signal` serialises it; null: none. */
  readonly rest_state: unknown;
  readonly last_seen_epoch_ms: number;
}

export interface SensorStore {
  known(): StoredSensor[];
  get(id: string): StoredSensor | null;
  /** Seen and used now: added if new. */
  seen(sensor: Pick<StoredSensor, 'id' | 'advertised_name' | 'family'>): Result<StoredSensor>;
  rename(id: string, name: string): Result<StoredSensor>;
  saveCalibration(id: string, calibration: SensorCalibration | null, rest_state: unknown): Result<null>;
  /** Its sets keep the name they were made with. */
  forget(id: string): Result<null>;
}

export interface SettingsStore {
  /** Rows that no longer make sense fall back to their default and are reported once as a notice. */
  get(): Settings;
  update(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Result<Settings>;
}

export interface StoreOptions {
  readonly clock: StoreClock;
  /** Told of trouble that comes later than opening (a full disk under a running set). */
  readonly onNotice?: (notice: StoreNotice) => void;
  /** The athlete a first start begins with, so that the simulated sensor has someone to lift. */
  readonly demo?: DemoAthlete;
  /** Where journals are written; default: the disk itself. */
  readonly disk?: JournalDisk;
  /** Who makes backups; default: this thread. */
  readonly backUp?: ((wish: BackupWish) => Promise<Result<BackupFile>>) | undefined;
  /** Look only: no lock, no migration, works beside a running station. Changes then fail politely. */
  readonly readonly?: boolean;
}

export interface DemoAthlete {
  readonly name: string;
  readonly lift: LiftId;
  readonly variation: VariationId;
  /** Must be the simulated lifter's own range; its origin is `simulated`. */
  readonly reference: Reference;
}

export interface Store {
  readonly folder: string;
  /** What happened while opening; empty when all was well. */
  readonly notices: readonly StoreNotice[];
  readonly athletes: AthleteStore;
  readonly merging: MergeStore;
  readonly choices: ChoiceStore;
  readonly tonight: TonightStore;
  readonly speedProfiles: SpeedProfileStore;
  readonly sets: SetStore;
  readonly bin: BinStore;
  readonly references: ReferenceStore;
  readonly sensors: SensorStore;
  readonly settings: SettingsStore;
  readonly journals: Journals;
  readonly imports: ImportStore;
  /** null when there is no such athlete. */
  history(query: HistoryQuery): History | null;
  /** null when there is no such athlete. */
  training(query: TrainingQuery): TrainingRecord | null;
  /** Sets whenever they were, oldest first; null when there is no such athlete. */
  inShort(query: TrainingQuery): readonly SetInShort[] | null;
  /** Work sets at one load, in the order they were lifted. */
  atLoad(query: AtLoadQuery): readonly SetAtLoad[];
  /** null when there is no such athlete. */
  volume(query: VolumeQuery): VolumeReport | null;
  team(): Team;
  /** Everybody's work sets since a moment, for the leaders of a session. */
  ledSets(since_epoch_ms: number): readonly LedSets[];
  /** A table of docs/export.md, oldest first. Deleted sets and reps are left out. */
  exportRows(table: ExportTable, query: ExportQuery): ExportRows;
  /** The same as CSV, header first, lines end in CR LF; the reps unless said otherwise. */
  csvLines(query: ExportQuery, table?: ExportTable, style?: CsvStyle): Iterable<string>;
  readonly everything: Everything;
  /** What a station says to its gym and hears from it. */
  readonly outbox: Outbox;
  /** Online: the station goes on meanwhile. The copy was opened and checked before this settles. */
  /** `daily`: one the station makes by itself. */
  backup(why?: 'daily'): Promise<Result<BackupFile>>;
  /** Those it made by itself, newest first. */
  dailyBackups(): BackupFile[];
  /** Removes those of them that no day, week or month keeps any more. */
  tidyBackups(): void;
  /** Newest first. */
  backups(): BackupFile[];
  /** Puts a backup in the database's place while the station goes on; what it replaces is kept as the backup this tells. */
  restore(name: string): Promise<Result<BackupFile>>;
  /** The database was missing or damaged when this store was opened, and no backup was restored since. */
  startedEmpty(): boolean;
  info(): { readonly database_bytes: number; readonly sets: number; readonly reps: number };
  close(): void;
}
