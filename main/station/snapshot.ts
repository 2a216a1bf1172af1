import type { Remark } from '../../src/contract/live-set.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { StationState } from '../../src/contract/station.ts';
import type { Desk } from './desk/desk.ts';
import type { Rests } from './desk/rests.ts';
import type { LiftCalibrator } from './set/calibrate-lift.ts';
import type { SetRunner } from './set/set-runner.ts';
import type { Undo } from './set/undo.ts';
import type { Mountings } from './sources/mounting.ts';
import type { SensorCalibrations } from './sources/sensor-calibration.ts';
import { sourceState } from './sources/source-state.ts';
import type { ConnectedSource, Sources } from './sources/sources.ts';
import type { Recoveries } from './stored/recovery.ts';
import type { WaitingSets } from './stored/waiting-sets.ts';

/** The screen stays on this long after a set, ms; chosen here above the longest usual rest, because the rest timer is looked at. */
const REST_AWAKE_MS = 10 * 60_000;

export interface SnapshotParts {
  readonly revision: number;
  /** By the steady clock. */
  readonly now_ms: number;
  readonly desk: Desk;
  readonly runner: SetRunner;
  readonly sources: Sources;
  readonly settings: Settings;
  readonly calibrator: LiftCalibrator;
  readonly calibrations: SensorCalibrations;
  readonly mountings: Mountings;
  readonly recoveries: Recoveries;
  readonly waiting: WaitingSets;
  readonly rests: Rests;
  readonly undo: Undo;
  /** The first bar tells what concerns the whole station. */
  readonly leads: boolean;
  readonly notice: Remark | null;
}

/** Everything the station screen shows, from the parts that know it. */
export function stationState(parts: SnapshotParts): StationState {
  const { runner, sources, desk, settings, rests } = parts;
  const feeding = sources.feeding;
  const shown = sources.all().map((entry) =>
    sourceState(entry, {
      feeding: entry === feeding,
      summary: entry === feeding ? (runner.feed?.tracker.summary ?? null) : null,
      calibration: parts.calibrations.state(entry),
      mounting_advice: parts.mountings.advice(entry),
    }),
  );
  const set = runner.snapshot();
  const calibration = parts.calibrator.state;
  const phase = phaseOf(runner, feeding);
  const latest = rests.latest_epoch_ms;
  const someoneRests = latest !== null && parts.now_ms - latest < REST_AWAKE_MS;
  const rest = rests.of(desk.setup.athlete.id);
  return {
    revision: parts.revision,
    setup: desk.setup,
    last_time: desk.last_time,
    phase,
    source: shown.find((source) => source.feeding) ?? null,
    sources: shown,
    set,
    resting_since_epoch_ms: rest?.since_epoch_ms ?? null,
    rest_target_s: rest?.target_s ?? null,
    tonight: desk.turns.entries(desk.setup, rests),
    calibration,
    recoveries: parts.leads ? parts.recoveries.list() : [],
    unstored: parts.leads ? parts.waiting.state() : null,
    rescue: parts.leads ? parts.recoveries.rescue() : null,
    units: settings.units,
    plates: { bar_kg: settings.bar_kg, plates_kg: settings.plates_kg },
    keep_awake: phase === 'set' || calibration !== null || someoneRests,
    can_undo: parts.undo.possible,
    notice: parts.notice,
  };
}

function phaseOf(runner: SetRunner, feeding: ConnectedSource | null): StationState['phase'] {
  if (runner.run) return 'set';
  if (runner.review.set) return 'review';
  if (feeding === null || feeding.phase === 'ended' || feeding.phase === 'failed') return 'no-source';
  return feeding.phase === 'streaming' ? 'armed' : 'waiting';
}
