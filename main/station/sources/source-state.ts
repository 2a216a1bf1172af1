import type { CalibrationState, SourcePhase, SourceState } from '../../../src/contract/source.ts';
import type { RecordingFacts } from '../../../src/signal/recording-facts.ts';
import type { LinkSnapshot } from '../../ble/types.ts';
import type { ConnectedSource } from './sources.ts';

export interface SourceView {
  readonly feeding: boolean;
  /** Of the causal path, when this source feeds it. */
  readonly summary: RecordingFacts | null;
  readonly calibration: CalibrationState;
  readonly mounting_advice: readonly string[];
}

/** The Bluetooth link's own words for its phases, as the screen draws them. */
const PHASES: Readonly<Record<LinkSnapshot['phase'], SourcePhase>> = {
  idle: 'connecting',
  scanning: 'connecting',
  connecting: 'connecting',
  discovering: 'discovering',
  configuring: 'configuring',
  streaming: 'streaming',
  silent: 'streaming',
  lost: 'lost',
  ended: 'ended',
  failed: 'failed',
};

/** A source as the station and the Pair screen show it. */
export function sourceState(entry: ConnectedSource, view: SourceView): SourceState {
  const { facts, sensor, source } = entry;
  const link = facts.link?.() ?? null;
  const statistics = link?.statistics ?? null;
  const round = (value: number | null | undefined): number | null =>
    value == null ? null : Math.round(value * 10) / 10;
  return {
    id: facts.id,
    kind: source.kind,
    name: entry.name,
    family: facts.family,
    family_title: facts.family_title,
    phase: linkPhase(entry, link),
    problem: link === null ? entry.problem : (link.reason ?? entry.problem),
    warnings: link?.warnings ?? [],
    feeding: view.feeding,
    rate_hz: round(statistics?.rate_hz ?? view.summary?.rate_hz ?? sensor?.nominal_rate_hz),
    effective_rate_hz: round(statistics?.effective_rate_hz ?? view.summary?.effective_rate_hz),
    lost_samples: statistics?.lost ?? 0,
    received_samples: statistics?.samples ?? entry.received,
    drift_ppm: round(statistics?.clock_drift_ppm),
    battery_percent: link?.battery_percent ?? entry.battery_percent,
    rssi_dbm: link?.rssi_dbm ?? null,
    axes: entry.accel_g === null ? null : entry.gyro_dps === null ? 3 : 6,
    delivery_delay_ms: sensor === null ? null : Math.round(sensor.delivery_delay_s * 1000),
    calibration: view.calibration,
    mounting_advice: view.mounting_advice,
  };
}

function linkPhase(entry: ConnectedSource, link: LinkSnapshot | null): SourcePhase {
  if (link === null) return entry.phase;
  const phase = PHASES[link.phase];
  // a link that was up before comes back: that is another thing to wait for than a first connection
  const again = entry.received > 0 && ['connecting', 'discovering', 'configuring'].includes(phase);
  return again ? 'reconnecting' : phase;
}
