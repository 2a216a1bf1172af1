import type { BarNumber } from './bar.ts';
import type { Cue } from './cue.ts';
import type { LastTime } from './last-time.ts';
import type { LiveSet, Remark, Rep } from './live-set.ts';
import type { PairingState } from './pairing.ts';
import type { LiftId, PlateConfig, Reference, Setup, Units } from './setup.ts';
import type { SourceState } from './source.ts';
import type { TonightEntry } from './tonight.ts';

/** Why a rep of a calibration is not what was asked for; one that could not be measured is left out of the range. */
export type CalibrationDoubt = 'unmeasured' | 'short' | 'not-held';

export interface CalibrationRep {
  readonly rep: Rep;
  /** null: as it was asked for. */
  readonly doubt: CalibrationDoubt | null;
}

/** The calibrate-lift flow: three slow full reps with a hold. */
export interface LiftCalibration {
  readonly status: 'running' | 'review';
  readonly wanted: number;
  readonly reps: readonly CalibrationRep[];
  readonly proposal: Reference | null;
  /** What is wrong with the range as it is, in words; a proposal with a problem can still be accepted. */
  readonly problem: string | null;
}

export interface Recovery {
  readonly journal_id: string;
  readonly athlete: string;
  readonly lift: LiftId;
  readonly load_kg: number | null;
  readonly started_epoch_ms: number;
  readonly duration_s: number;
  /** It ended in order and no rep was found: kept for a day. False: it was cut short. */
  readonly without_reps: boolean;
}

/** Sets that have ended and are not in the database yet. */
export interface Unstored {
  readonly sets: number;
  /** How many of them are safe in their journals; the others are in memory only. */
  readonly on_disk: number;
  readonly text: string;
}

/** Everything the station screen shows, as one snapshot; sent whole whenever it changes. */
export interface StationState {
  readonly revision: number;
  readonly setup: Setup;
  /** null: this athlete's first session of this lift. */
  readonly last_time: LastTime | null;
  /** `no-source`: nothing feeds the station; `armed`: the next real rep starts a set. */
  readonly phase: 'no-source' | 'waiting' | 'armed' | 'set' | 'review';
  readonly source: SourceState | null;
  readonly sources: readonly SourceState[];
  readonly set: LiveSet | null;
  /** When this athlete's last set ended, on the station's steady clock, ms, for the rest timer. */
  readonly resting_since_epoch_ms: number | null;
  /** How long this rest is to be, s; null: as long as they like. */
  readonly rest_target_s: number | null;
  /** Empty: everybody is chosen by hand. */
  readonly tonight: readonly TonightEntry[];
  readonly calibration: LiftCalibration | null;
  readonly recoveries: readonly Recovery[];
  /** null: every set that ended is stored. */
  readonly unstored: Unstored | null;
  /** The station started without its data, and this backup of them is there; null: it did not, or it is restored. */
  readonly rescue: { readonly backup: string; readonly at_epoch_ms: number } | null;
  readonly units: Units;
  readonly plates: PlateConfig;
  /** Keep the display awake now. */
  readonly keep_awake: boolean;
  /** True when undo would bring something back or take something away. */
  readonly can_undo: boolean;
  /** A problem of the station itself (disk full, corrupt database set aside), in words. */
  readonly notice: Remark | null;
}

/** Points for the live trace, oldest first. */
export interface TraceFrame {
  readonly source_id: string;
  readonly t_s: readonly number[];
  readonly height_m: readonly number[];
  readonly velocity_mps: readonly number[];
  /** Where the bar is by the newest sample: the points are thinned, the line's head is not. null: not known. */
  readonly newest: { readonly t_s: number; readonly height_m: number } | null;
  /** Latest raw axes, for the Pair screen: g and deg/s. */
  readonly accel_g: readonly [number, number, number] | null;
  readonly gyro_dps: readonly [number, number, number] | null;
  /** On the station's steady clock, ms: the page sets its own by it. */
  readonly sent_epoch_ms: number;
}

/** What main pushes to the page; `bar`: of which one, where it is not the first. */
export type StationEvent = { readonly bar?: BarNumber } & (
  | { readonly kind: 'state'; readonly state: StationState }
  | { readonly kind: 'trace'; readonly frame: TraceFrame }
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'cue-cancelled'; readonly id: number }
  | { readonly kind: 'pairing'; readonly pairing: PairingState }
  /** Stored data changed: lists and history should be asked again. */
  | { readonly kind: 'stored' }
);
