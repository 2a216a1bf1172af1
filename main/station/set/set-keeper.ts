import type { SoundName } from '../../../src/contract/cue.ts';
import type { Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { SampleBatch } from '../../../src/recording/samples.ts';
import type { SetContext } from '../../../src/reps/rep.ts';
import type { SensorCalibration } from '../../../src/signal/calibration.ts';
import { words } from '../../../src/words/index.ts';
import type { RunningJournal, SetLabels, Store } from '../../store/types.ts';
import { dateOf, type StationClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { restTarget_s } from '../desk/goal.ts';
import type { Rests } from '../desk/rests.ts';
import { type ConnectedSource, recordedAt } from '../sources/sources.ts';
import type { Analyst } from '../stored/analyst.ts';
import { contextOf, labelsOfSetup } from '../stored/labels.ts';
import { rejudge } from '../stored/rejudge.ts';
import { createReview, type Review } from '../stored/review.ts';
import type { WaitingSets } from '../stored/waiting-sets.ts';
import type { CueBoard } from './cues.ts';
import { createEndings } from './endings.ts';
import { type Feed, PRE_ROLL_S } from './feed.ts';
import type { HoldCues } from './hold-cues.ts';
import { createSetRun, type SetRun } from './set-run.ts';

/** What a set runs on. */
export interface SetSource {
  readonly entry: ConnectedSource;
  readonly feed: Feed;
  readonly hold: HoldCues;
}

/** Begins, journals, ends and stores the sets of whatever feeds the station. */
export interface SetKeeper {
  readonly run: SetRun | null;
  readonly review: Review;
  /** About the rest of an athlete: heard if the next set is theirs. */
  soundRest(athlete_id: number, cue: SoundName): void;
  /** What the causal path judges by now. */
  context(entry: ConnectedSource): SetContext;
  begin(stage: SetSource, start_s: number): void;
  /** Samples of the running set, as they come. */
  arrived(batch: SampleBatch): void;
  /** What was announced came to nothing: back to armed. */
  abandon(): void;
  /** `rest_s`: since when the bar rests, on the live clock; null: ended by hand or because it had to. */
  end(rest_s: number | null): void;
  /** The desk was changed while a set runs: a correction of it. */
  relabel(): void;
  /** Something broke: the samples stay in the journal and are offered at the next start. */
  fail(): void;
  /** Every set that has ended is stored, or waits to be. */
  settled(): Promise<void>;
}

export interface SetKeeperDeps {
  readonly clock: StationClock;
  readonly store: Store;
  readonly desk: Desk;
  readonly cues: CueBoard;
  readonly analyst: Analyst;
  readonly rests: Rests;
  readonly settings: () => Settings;
  readonly calibrationOf: (entry: ConnectedSource) => SensorCalibration | null;
  readonly emit: (event: StationEvent) => void;
  readonly notice: (remark: Remark | null) => void;
  readonly changed: () => void;
  readonly waiting: WaitingSets;
  /** A recording without a rep was put aside. */
  readonly putAside: () => void;
  readonly log: (line: string) => void;
}

export function createSetKeeper(deps: SetKeeperDeps): SetKeeper {
  const { clock, store, desk, cues, rests, settings, calibrationOf, notice } = deps;
  const review = createReview(store);
  let stage: SetSource | null = null;
  let run: SetRun | null = null;
  let journal: RunningJournal | null = null;

  /** Where the live clock was at the end of the last set, s. */
  let heard_s = 0;

  const context = (entry: ConnectedSource): SetContext =>
    contextOf(run?.setup ?? desk.setup, calibrationOf(entry), settings().set_end_s);
  const labels = (entry: ConnectedSource): SetLabels =>
    labelsOfSetup(run?.setup ?? desk.setup, entry, calibrationOf(entry), settings().set_end_s);
  const leave = (): void => {
    if (stage) stage.feed.keep = false;
    run = null;
    journal = null;
    stage = null;
  };

  const endings = createEndings(review, deps, ({ feed, entry }) => {
    // armed again only where the set taught a range: what has begun meanwhile would be forgotten
    if (learns(desk) && run === null) feed.tracker.nextSet(context(entry));
  });

  return {
    get run() {
      return run;
    },
    review,
    soundRest(athlete_id, cue) {
      if (run === null && desk.setup.athlete.id === athlete_id) cues.sound(cue, heard_s);
    },
    context,
    begin(on, start_s) {
      const { entry, feed, hold } = on;
      stage = on;
      feed.keep = true;
      const { batches, origin_s } = feed.stretchFrom(start_s - PRE_ROLL_S);
      const now_ms = clock.now_steady_ms();
      const first_rep_epoch_ms = feed.time.toEpoch(start_s) ?? now_ms;
      const number = endings.nextNumber(desk.setup.athlete.id);
      run = createSetRun(desk.setup, start_s, first_rep_epoch_ms, { feed, cues, hold, settings, number });
      cues.sound('set-start', start_s);
      notice(null);
      if (!entry.facts.stores) return;
      deps.analyst.ready();
      journal = store.journals.start({
        labels: labels(entry),
        athlete_name: desk.setup.athlete.name,
        sensor: feed.sensor,
        started_epoch_ms: recordedAt(entry, origin_s) ?? dateOf(clock, feed.time.toEpoch(origin_s) ?? now_ms),
      });
      for (const batch of batches) journal.append(batch);
    },
    arrived: (batch) => journal?.append(batch),
    abandon() {
      if (journal && stage) {
        cues.sound('not-counted', stage.feed.tracker.state.t_s);
        notice({ tone: 'info', text: words.says.set.nothing });
      }
      journal?.setAside();
      leave();
      deps.putAside();
    },
    end(rest_s) {
      if (run === null || stage === null) return;
      const { feed, hold, entry } = stage;
      const end_s = rest_s ?? feed.tracker.state.t_s;
      hold.stop();
      cues.sound('set-end', end_s);
      const { athlete, kind, goal } = run.setup;
      // nobody got tired of what is only shown, or was lifted another day
      if (entry.facts.stores && recordedAt(entry, end_s) === null)
        rests.began(athlete.id, {
          since_epoch_ms: feed.time.toEpoch(end_s) ?? clock.now_steady_ms(),
          target_s: kind === 'warm-up' ? null : restTarget_s(goal),
        });
      heard_s = end_s;
      endings.add({ ...stage, run, journal, labels: labels(entry), context: context(entry) });
      leave();
      feed.forgetBefore(end_s);
      desk.refresh();
      feed.tracker.nextSet(context(entry));
    },
    relabel() {
      if (run === null || stage === null) return;
      const { setup } = desk;
      run.relabel(setup, (rep) => rejudge(rep, setup));
      journal?.relabel(labels(stage.entry));
    },
    fail() {
      journal?.close();
      leave();
    },
    settled: endings.settled,
  };
}

/** The desk reads again what is stored; true: the athlete's range is another one now. */
function learns(desk: Desk): boolean {
  const { reference } = desk.setup;
  desk.refresh();
  return desk.setup.reference?.rom_m !== reference?.rom_m;
}
