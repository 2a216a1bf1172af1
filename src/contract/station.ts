import type { LiftId, Reference, Side, Targets, VariationId } from '../lifts/lift.ts';
import type { RecordingSummary, Rep, SetSummary } from '../reps/rep.ts';

export type { LiftId, RecordingSummary, Reference, Rep, SetSummary, Side, Targets, VariationId };

export type Units = 'kg' | 'lb';
export type SetKind = 'work' | 'warm-up';
export type GoalPreset = 'strength' | 'hypertrophy' | 'light' | 'power' | 'custom';

export interface Athlete {
  readonly id: number;
  readonly name: string;
  /** Ships with the product to try it with the simulated sensor; has a simulated reference. */
  readonly simulated: boolean;
  readonly body_mass_kg: number | null;
}

/** What the lifter is about to do: everything a set is labelled with. */
export interface Setup {
  readonly athlete: Athlete;
  readonly lift: LiftId;
  readonly variation: VariationId;
  /** Bench height or other set-up the reference belongs to, in the coach's words; '' for the usual one. */
  readonly bench: string;
  readonly side: Side | null;
  readonly load_kg: number | null;
  readonly kind: SetKind;
  readonly goal: Goal;
  readonly targets: Targets;
  readonly reference: Reference | null;
}

export interface Goal {
  readonly preset: GoalPreset;
  readonly reps: number | null;
  /** Velocity loss that ends the set, %; null when not used. */
  readonly velocity_loss_pct: number | null;
  /** Explosive mode: mean velocity (m/s) or mean power (W) to reach on every rep; null when not used. */
  readonly velocity_mps: number | null;
  readonly power_w: number | null;
}

export type LinkPhase =
  | 'connecting'
  | 'discovering'
  | 'configuring'
  | 'streaming'
  | 'lost'
  | 'reconnecting'
  | 'ended'
  | 'failed';

/** A source as the station and the Pair screen show it. */
export interface SourceState {
  readonly id: string;
  readonly kind: 'sensor' | 'replay' | 'simulated';
  /** The coach's name for it ("Rack 2"), else the advertised one. */
  readonly name: string;
  readonly family: string;
  readonly family_title: string;
  readonly phase: LinkPhase;
  /** One sentence when something is wrong, with the way out; null otherwise. */
  readonly problem: string | null;
  readonly warnings: readonly string[];
  /** This one feeds the station. */
  readonly feeding: boolean;
  readonly rate_hz: number | null;
  readonly effective_rate_hz: number | null;
  readonly lost_samples: number;
  readonly received_samples: number;
  readonly drift_ppm: number | null;
  readonly battery_percent: number | null;
  readonly rssi_dbm: number | null;
  readonly axes: 3 | 6 | null;
  readonly delivery_delay_ms: number | null;
  readonly calibration: CalibrationState;
  readonly mounting_advice: readonly string[];
}

export interface CalibrationState {
  readonly status: 'none' | 'learning' | 'calibrated' | 'running' | 'refused';
  readonly residual_mg: number | null;
  readonly rests: number;
  /** What the running routine wants next, or why it was refused. */
  readonly message: string | null;
}

/** A rep in progress: drawn translucent until it is final. */
export interface ProvisionalRep {
  readonly index: number;
  readonly mcv_mps: number | null;
  readonly rom_m: number | null;
  readonly phase: 'concentric' | 'lockout' | 'eccentric';
}

export interface HoldState {
  /** Wall clock (ms since epoch) at which the hold began, and at which it will be met. */
  readonly since_epoch_ms: number;
  readonly met_epoch_ms: number | null;
  readonly target_s: number | null;
}

/** A rep on the strip: as measured, or provisional until the set is final. */
export interface StationRep {
  readonly id: number;
  readonly rep: Rep;
  /** False while later samples may still refine it. */
  readonly settled: boolean;
  readonly deleted: boolean;
}

export interface LiveSet {
  /** Database id once stored; null while it runs. */
  readonly set_id: number | null;
  /** 1-based in this athlete's session. */
  readonly number: number;
  readonly status: 'running' | 'finished';
  readonly started_epoch_ms: number;
  readonly ended_epoch_ms: number | null;
  readonly setup: Setup;
  readonly reps: readonly StationRep[];
  readonly failed: readonly Rep[];
  readonly provisional: ProvisionalRep | null;
  readonly hold: HoldState | null;
  readonly summary: SetSummary;
  readonly recording: RecordingSummary | null;
  readonly holds_met: number;
  readonly holds_judged: number;
  readonly velocity_loss_reached: boolean;
  /** One sentence on what went wrong last, in words ("Rep 4 stopped at 52 % of full range"). */
  readonly remark: Remark | null;
  /** After the set: "too heavy", "ready for more" with its evidence. */
  readonly advice: Advice | null;
  readonly interrupted: boolean;
  /** Add to a rep's times to find it in the trace frames, s: a finished set counts from its own first sample. */
  readonly trace_origin_s: number;
}

export type Tone = 'full' | 'short' | 'partial' | 'unsure' | 'dropped' | 'over' | 'info' | 'warning';
export interface Remark {
  readonly tone: Tone;
  readonly text: string;
}

export interface Advice {
  readonly kind: 'too-heavy' | 'ready-for-more' | 'range-first';
  readonly text: string;
  readonly evidence: readonly string[];
}

/** The calibrate-lift flow: three slow full reps with a hold. */
export interface LiftCalibration {
  readonly status: 'running' | 'review';
  readonly wanted: number;
  readonly reps: readonly Rep[];
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
}

/** Everything the station screen shows, as one snapshot; sent whole whenever it changes. */
export interface StationState {
  readonly revision: number;
  readonly setup: Setup;
  /** `no-source`: nothing feeds the station; `armed`: the next real rep starts a set. */
  readonly phase: 'no-source' | 'waiting' | 'armed' | 'set' | 'review';
  readonly source: SourceState | null;
  readonly sources: readonly SourceState[];
  readonly set: LiveSet | null;
  /** When the last set ended, ms since epoch, for the rest timer. */
  readonly resting_since_epoch_ms: number | null;
  readonly calibration: LiftCalibration | null;
  readonly recoveries: readonly Recovery[];
  readonly units: Units;
  readonly plates: PlateConfig;
  /** Keep the display awake now. */
  readonly keep_awake: boolean;
  /** True when undo would bring something back or take something away. */
  readonly can_undo: boolean;
  /** A problem of the station itself (disk full, corrupt database set aside), in words. */
  readonly notice: Remark | null;
}

export interface PlateConfig {
  readonly bar_kg: number;
  /** Plates there are on each side, heaviest first, kg. */
  readonly plates_kg: readonly number[];
}

export type CueName =
  | 'lockout'
  | 'tick'
  | 'met'
  | 'partial'
  | 'dropped'
  | 'velocity-loss'
  | 'failed'
  | 'set-start'
  | 'set-end'
  | 'speak';

/**
 * A sound to make. `at_epoch_ms` is the wall-clock moment on this computer at which it should sound
 * (now or in the future); a cue with an `id` can be cancelled before it sounds.
 */
export interface Cue {
  readonly cue: CueName;
  readonly id: number;
  readonly at_epoch_ms: number;
  /** For `speak`: what to say. For `tick`: how far the hold is, 0..1. */
  readonly text: string | null;
  readonly progress: number | null;
  /** The moment it stands for, on the sample clock, s. */
  readonly sample_s: number;
}

/** Points for the live trace, oldest first; `epoch_ms` maps sample time to this computer's clock. */
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
  readonly sent_epoch_ms: number;
}

/** What main pushes to the page. */
export type StationEvent =
  | { readonly kind: 'state'; readonly state: StationState }
  | { readonly kind: 'trace'; readonly frame: TraceFrame }
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'cue-cancelled'; readonly id: number }
  | { readonly kind: 'pairing'; readonly pairing: PairingState }
  /** Stored data changed: lists and history should be asked again. */
  | { readonly kind: 'stored' };

export interface FoundSensor {
  readonly id: string;
  readonly name: string;
  readonly advertised_name: string | null;
  readonly family: string;
  readonly family_title: string;
  readonly rssi_dbm: number | null;
  readonly battery_percent: number | null;
  readonly known: boolean;
  readonly in_range: boolean;
  readonly connected: boolean;
  /** Plain words when the family does not suit a bar. */
  readonly unsuitable: string | null;
}

export interface PairingState {
  readonly adapter: {
    readonly status:
      | 'idle'
      | 'starting'
      | 'building'
      | 'ready'
      | 'off'
      | 'missing'
      | 'unauthorized'
      | 'unsupported'
      | 'failed';
    readonly engine: string | null;
    /** Why this engine runs, or what is wrong and the way out. */
    readonly message: string;
    readonly way_out: readonly string[];
  };
  readonly scanning: boolean;
  readonly found: readonly FoundSensor[];
}
