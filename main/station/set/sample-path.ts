import type { SampleBatch } from '../../../src/recording/samples.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import type { StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { ConnectedSource } from '../sources/sources.ts';
import type { LiftCalibrator } from './calibrate-lift.ts';
import type { CueBoard } from './cues.ts';
import { createFeed, type Feed } from './feed.ts';
import { createHoldCues } from './hold-cues.ts';
import type { SetKeeper, SetSource } from './set-keeper.ts';

/** After these the bar is neither held nor stands short. */
const STOPS_HOLD: ReadonlySet<LiveEvent['kind']> = new Set([
  'hold-cancel',
  'hold-end',
  'short-cancel',
  'short-end',
]);

/** The way of the feeding source's samples: tracker, then hold cues, set and lift calibration. */
export interface SamplePath {
  readonly feed: Feed | null;
  /** How long the bar has not moved, s; null without a path. */
  readonly still_s: number | null;
  /** Begins anew, for a source whose sensor is known. */
  open(entry: ConnectedSource | null): void;
  /** Nothing happens while no path is open. */
  take(batch: SampleBatch): void;
  /** To begin anew as soon as no set and no calibration runs. */
  renewWhenFree(): void;
  /** Armed for the next set, as the desk says now. */
  arm(): void;
  stopHold(): void;
  drop(): void;
}

export interface SamplePathDeps {
  readonly clock: StationClock;
  readonly desk: Desk;
  readonly calibrator: LiftCalibrator;
  readonly cues: CueBoard;
  readonly keeper: SetKeeper;
  readonly changed: () => void;
}

export function createSamplePath(deps: SamplePathDeps): SamplePath {
  const { clock, desk, calibrator, cues, keeper, changed } = deps;
  let stage: SetSource | null = null;
  /** When the bar moved last, on the live clock. */
  let lastActive_s = 0;
  let stale = false;

  const open = (entry: ConnectedSource | null): void => {
    if (entry?.sensor == null) return;
    const feed = createFeed(clock, entry.sensor, entry.facts.speed, keeper.context(entry));
    stage = { entry, feed, hold: createHoldCues(clock, cues, feed.time, entry.facts.speed) };
    lastActive_s = 0;
    stale = false;
  };

  const handle = (event: LiveEvent, on: SetSource): void => {
    // a calibration finds the range anew: the old one says nothing about where lockout is
    if (event.kind === 'short-start' && !calibrator.running) on.hold.startShort(event.t_s, event.missing_m);
    else if (event.kind === 'hold-start' || event.kind === 'hold-resume' || event.kind === 'short-start')
      on.hold.start(event.t_s, desk.setup.targets.hold_s);
    if (STOPS_HOLD.has(event.kind)) on.hold.stop();
    if (calibrator.running) {
      calibrator.handle(event, on.feed, keeper.context(on.entry));
      return;
    }
    if (keeper.run === null && (event.kind === 'rep' || event.kind === 'failed'))
      keeper.begin(on, event.rep.start_s);
    keeper.run?.handle(event);
    if (event.kind === 'set-rest') keeper.end(event.t_s);
  };

  const take = (batch: SampleBatch, on: SetSource): void => {
    keeper.arrived(batch);
    const events = on.feed.push(batch);
    const { t_s, phase, velocity_mps } = on.feed.tracker.state;
    if (phase !== 'still' && phase !== 'bottom') lastActive_s = t_s;
    for (const event of events) handle(event, on);
    if (keeper.run?.isEmpty) keeper.abandon();
    on.hold.observe(velocity_mps);
    if (calibrator.running) {
      calibrator.observe(on.feed, keeper.context(on.entry));
      if (!calibrator.running) changed();
    }
    if (stale && keeper.run === null && !calibrator.running) open(on.entry);
    if (events.length > 0) changed();
  };

  return {
    get feed() {
      return stage?.feed ?? null;
    },
    get still_s() {
      return stage && stage.feed.tracker.state.t_s - lastActive_s;
    },
    open,
    take(batch) {
      if (stage) take(batch, stage);
    },
    renewWhenFree() {
      stale = true;
    },
    arm: () => stage?.feed.tracker.nextSet(keeper.context(stage.entry)),
    stopHold: () => stage?.hold.stop(),
    drop() {
      stage = null;
    },
  };
}
