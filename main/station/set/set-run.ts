import type { LiveSet, ProvisionalRep, Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import type { LiveEvent } from '../../../src/reps/live/events.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';
import type { CueBoard } from './cues.ts';
import type { Feed } from './feed.ts';
import type { HoldCues } from './hold-cues.ts';
import { remarkOn, spokenRep } from './remarks.ts';
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
  /** Reps whose end was told already: a tone sounds once per rep. */
  const told = new Set<number>();
  const halves = new Set<number>();
  let setup = first;
  /** Set once the desk was changed: what the tracker says is judged by what it was armed with. */
  let corrected: ((rep: Rep) => Rep) | null = null;
  let remark: Remark | null = null;
  let provisional: ProvisionalRep | null = null;
  let loss_reached = false;

  const stopAtLoss = (said_s: number): void => {
    const limit = setup.goal.velocity_loss_pct;
    const loss = summaryOfRunning(reps.list(), reps.failed(), setup).velocity_loss_pct;
    if (loss_reached || limit === null || loss === null || loss < limit) return;
    loss_reached = true;
    remark = { tone: 'warning', text: words.says.set.loss(loss, limit) };
    cues.sound('velocity-loss', said_s);
  };

  /** As soon as the bar leaves the top: a half rep is told while it can still be felt. */
  const tellPartial = (rep: Rep, said_s: number): void => {
    if (rep.verdict.range !== 'partial' || halves.has(rep.index)) return;
    halves.add(rep.index);
    cues.sound('partial', said_s);
  };

  /** Once per rep, when it is over: range, hold and velocity are known then. */
  const tellRep = (rep: Rep, said_s: number): void => {
    if (told.has(rep.index)) return;
    told.add(rep.index);
    remark = remarkOn(rep, setup.targets, setup.goal);
    tellPartial(rep, said_s);
    const text = spokenRep(rep, settings().speak);
    if (text !== null) cues.sound('speak', said_s, { text });
    stopAtLoss(said_s);
  };

  const settle = (rep: Rep, said_s: number): void => {
    if (rep.verdict.lowering === 'dropped') cues.sound('dropped', said_s);
    // the lowering is known only now and may be the worst thing about the rep
    if (!loss_reached) remark = remarkOn(rep, setup.targets, setup.goal);
  };

  const judged = (rep: Rep): Rep => corrected?.(rep) ?? rep;

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
      switch (event.kind) {
        case 'rise':
          provisional = { index: reps.list().length + 1, mcv_mps: null, rom_m: null, phase: 'concentric' };
          break;
        case 'hold-start':
        case 'hold-resume':
          if (provisional) provisional = { ...provisional, phase: 'lockout' };
          break;
        case 'hold-cancel':
          if (provisional) provisional = { ...provisional, phase: 'concentric' };
          break;
        case 'hold-end':
          if (provisional) provisional = { ...provisional, phase: 'eccentric' };
          {
            const last = reps.list().at(-1);
            if (last && !last.settled) tellPartial(last.rep, event.said_s);
          }
          break;
        case 'rep': {
          const before = reps.list().find((entry) => entry.id === event.rep.index);
          const rep = judged(event.rep);
          reps.put(rep, event.settled);
          provisional = null;
          if (event.settled) tellRep(rep, event.said_s);
          if (event.settled && !before?.settled) settle(rep, event.said_s);
          break;
        }
        case 'rep-withdrawn':
          reps.withdraw(event.index);
          told.delete(event.index);
          halves.delete(event.index);
          remark = { tone: 'info', text: words.says.rep.withdrawn };
          break;
        case 'failed': {
          const rep = judged(event.rep);
          provisional = null;
          reps.fail(rep);
          remark = remarkOn(rep, setup.targets, setup.goal);
          cues.sound('failed', event.said_s);
          break;
        }
        case 'set-rest':
          break;
      }
    },
    relabel(changed, rejudge) {
      setup = changed;
      corrected = rejudge;
      reps.rejudge(rejudge);
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
        velocity_loss_reached: loss_reached,
        remark,
        advice: null,
        interrupted: self.interrupted,
        trace_origin_s: 0,
      };
    },
  };
  return self;
}
