export type SourcePhase =
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
  readonly phase: SourcePhase;
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
