import type { LiveSet, ProvisionalRep } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import type { CueBoard } from './cues.ts';
import type { Feed } from './feed.ts';
import type { HoldCues } from './hold-cues.ts';
import { createRepTeller } from './rep-teller.ts';
import { createRunningReps, holdsOf, type RunningReps, summaryOfRunning } from './running-reps.ts';

/** A set from its first real rep until it is ended: what the tracker says, told to screen and speaker. */
export interface SetRun {
  readonly reps: RunningReps;
  /** Where its first rep started, on the live clock, s. */
  readonly start_s: number;
  readonly setup: Setup;
  interrupted: boolean;
  /** Nothing is left of what was announced. */
  readonly isEmpty: boolean;
  handle(event: LiveEvent): void;
  /** Reps were taken away or brought back by hand. */
  corrected(): void;
  /** `rejudge` is used for the reps so far and for those to come. */
  relabel(setup: Setup, rejudge: (rep: Rep) => Rep): void;
  snapshot(): LiveSet;
}

export interface SetRunDeps {
  readonly feed: Feed;
  readonly cues: CueBoard;
  readonly hold: HoldCues;
  readonly settings: () => Settings;
  readonly number: number;
}

export function createSetRun(
  first: Setup,
  first_start_s: number,
  started_epoch_ms: number,
  deps: SetRunDeps,
): SetRun {
  const { feed, cues, hold, settings } = deps;
  const reps = createRunningReps();
  const tell = createRepTeller({ reps, cues, setup: () => setup, settings });
  let setup = first;
  /** Set once the desk was changed: what the tracker says is judged by what it was armed with. */
  let corrected: ((rep: Rep) => Rep) | null = null;
  let provisional: ProvisionalRep | null = null;
  const judged = (rep: Rep): Rep => corrected?.(rep) ?? rep;

  const take = (event: Extract<LiveEvent, { kind: 'rep' }>): void => {
    const before = reps.list().find((entry) => entry.id === event.rep.index);
    const rep = judged(event.rep);
    reps.put(rep, event.settled);
    if (event.late) {
      tell.late(rep);
      return;
    }
    if (event.settled) tell.over(rep, event.said_s);
    if (event.settled && !before?.settled) tell.lowered(rep, event.said_s);
  };

  const self: SetRun = {
    reps,
    start_s: first_start_s,
    get setup() {
      return setup;
    },
    interrupted: false,
    get isEmpty() {
      return reps.list().length === 0 && reps.failed().length === 0;
    },
    handle(event) {
      provisional = provisionalAfter(provisional, event, reps.list().length + 1);
      if (event.kind === 'rep') take(event);
      if (event.kind === 'found') tell.found(event.reps, event.said_s);
      if (event.kind === 'hold-end' || event.kind === 'short-end') {
        const last = reps.list().at(-1);
        if (last && !last.settled) tell.range(last.rep, event.said_s);
      }
      if (event.kind === 'rep-withdrawn') {
        reps.withdraw(event.index);
        tell.withdrawn(event.index);
      }
      if (event.kind === 'failed') {
        const rep = judged(event.rep);
        reps.fail(rep);
        tell.failed(rep, event.said_s);
      }
    },
    corrected: tell.corrected,
    relabel(changed, rejudge) {
      setup = changed;
      corrected = rejudge;
      reps.rejudge(rejudge);
      tell.corrected();
    },
    snapshot() {
      const list = reps.list();
      const phase = feed.tracker.state.phase;
      // a movement that came to rest without a rep leaves no ghost on the strip
      if (phase === 'still' || phase === 'bottom') provisional = null;
      const holds = holdsOf(list);
      return {
        set_id: null,
        number: deps.number,
        status: 'running',
        started_epoch_ms,
        ended_epoch_ms: null,
        setup,
        reps: list,
        failed: reps.failed(),
        provisional,
        hold: hold.state,
        summary: summaryOfRunning(list, reps.failed(), setup),
        recording: feed.tracker.summary,
        holds_met: holds.met,
        holds_judged: holds.judged,
        velocity_loss_reached: tell.loss_reached,
        remark: tell.remark,
        advice: null,
        interrupted: self.interrupted,
        asides: [],
        compared: null,
        agreed_rom_m: null,
        trace_origin_s: 0,
      };
    },
  };
  return self;
}

/** The rep in progress as it is drawn: it begins with a rise and goes when the rep is told. */
function provisionalAfter(
  before: ProvisionalRep | null,
  event: LiveEvent,
  index: number,
): ProvisionalRep | null {
  switch (event.kind) {
    case 'rise':
      return { index, mcv_mps: null, rom_m: null, phase: 'concentric' };
    case 'hold-start':
    case 'short-start':
    case 'hold-resume':
      return before && { ...before, phase: 'lockout' };
    case 'hold-cancel':
    case 'short-cancel':
      return before && { ...before, phase: 'concentric' };
    case 'hold-end':
    case 'short-end':
      return before && { ...before, phase: 'eccentric' };
    case 'rep':
    case 'failed':
      return null;
    default:
      return before;
  }
}
