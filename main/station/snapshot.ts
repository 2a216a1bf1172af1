import type { Remark } from '../../src/contract/live-set.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { CalibrationState } from '../../src/contract/source.ts';
import type { LiftCalibration, Recovery, StationState } from '../../src/contract/station.ts';
import type { Desk } from './desk/desk.ts';
import type { Session } from './set/session.ts';
import { sourceState } from './sources/source-state.ts';
import type { ConnectedSource, Sources } from './sources/sources.ts';

/** The screen stays on this long after a set, ms; chosen here above the longest usual rest, because the rest timer is looked at. */
const REST_AWAKE_MS = 10 * 60_000;

export interface SnapshotParts {
  readonly revision: number;
  readonly now_epoch_ms: number;
  readonly desk: Desk;
  readonly session: Session;
  readonly sources: Sources;
  readonly settings: Settings;
  readonly calibration: LiftCalibration | null;
  readonly recoveries: readonly Recovery[];
  readonly notice: Remark | null;
  readonly can_undo: boolean;
  readonly sensorCalibration: (entry: ConnectedSource) => CalibrationState;
  readonly mountingAdvice: (entry: ConnectedSource) => readonly string[];
}

/** Everything the station screen shows, from the parts that know it. */
export function stationState(parts: SnapshotParts): StationState {
  const { session, sources, desk, settings } = parts;
  const feeding = sources.feeding;
  const shown = sources.all().map((entry) =>
    sourceState(entry, {
      feeding: entry === feeding,
      summary: entry === feeding ? (session.feed?.tracker.summary ?? null) : null,
      calibration: parts.sensorCalibration(entry),
      mounting_advice: parts.mountingAdvice(entry),
    }),
  );
  const set = session.snapshot();
  const phase = phaseOf(session, feeding);
  const resting = session.resting_since_epoch_ms;
  const rests = resting !== null && parts.now_epoch_ms - resting < REST_AWAKE_MS;
  return {
    revision: parts.revision,
    setup: desk.setup,
    phase,
    source: shown.find((source) => source.feeding) ?? null,
    sources: shown,
    set,
    resting_since_epoch_ms: resting,
    calibration: parts.calibration,
    recoveries: parts.recoveries,
    units: settings.units,
    plates: { bar_kg: settings.bar_kg, plates_kg: settings.plates_kg },
    keep_awake: phase === 'set' || parts.calibration !== null || rests,
    can_undo: parts.can_undo,
    notice: parts.notice,
  };
}

function phaseOf(session: Session, feeding: ConnectedSource | null): StationState['phase'] {
  if (session.run) return 'set';
  if (session.review.set) return 'review';
  if (feeding === null || feeding.phase === 'ended' || feeding.phase === 'failed') return 'no-source';
  return feeding.phase === 'streaming' ? 'armed' : 'waiting';
}
