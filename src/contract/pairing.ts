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
