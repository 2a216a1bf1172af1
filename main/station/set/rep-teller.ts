import type { Remark } from '../../../src/contract/live-set.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Setup } from '../../../src/contract/setup.ts';
import { lossAtLimit, wasAtLimit } from '../../../src/reps/measure/velocity-loss.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';
import type { CueBoard } from './cues.ts';
import { remarkOn, spokenRep } from './remarks.ts';
import type { RunningReps } from './running-reps.ts';

/** What the speaker and the line on screen say about the reps of a running set. */
export interface RepTeller {
  readonly remark: Remark | null;
  /** The limit of velocity loss was reached in this set. */
  readonly loss_reached: boolean;
  /** As soon as the bar leaves the top: a half rep is told while it can still be felt. */
  range(rep: Rep, said_s: number): void;
  /** Once per rep, when it is over: range, hold and velocity are known then. */
  over(rep: Rep, said_s: number): void;
  /** The lowering is known only now and may be the worst thing about the rep. */
  lowered(rep: Rep, said_s: number): void;
  /** Another look told of it, too late for any tone about it. */
  late(rep: Rep): void;
  /** So many of those had been missed. */
  found(reps: number, said_s: number): void;
  withdrawn(index: number): void;
  /** Reps were taken away or brought back, or the goal is another: a stop that no longer holds is taken back. */
  corrected(): void;
  failed(rep: Rep, said_s: number): void;
}

/** A sound about the set waits this long, ms, for the one about the rep (0.42 s at most) to be over. */
const AFTER_REP_MS = 450;

export interface RepTellerDeps {
  readonly reps: RunningReps;
  readonly cues: CueBoard;
  readonly setup: () => Setup;
  readonly settings: () => Settings;
}

export function createRepTeller({ reps, cues, setup, settings }: RepTellerDeps): RepTeller {
  /** Reps whose end was told already: a tone sounds once per rep. */
  const told = new Set<number>();
  const halves = new Set<number>();
  let goal_told = false;
  let remark: Remark | null = null;
  let loss_told = false;
  let loss_reached = false;

  const remarkAbout = (rep: Rep): Remark | null => remarkOn(rep, setup().targets, setup().goal);
  const range = (rep: Rep, said_s: number): void => {
    if (rep.verdict.range !== 'partial' || halves.has(rep.index)) return;
    halves.add(rep.index);
    cues.sound('partial', said_s);
  };
  const kept = (): Rep[] => reps.list().flatMap((entry) => (entry.deleted ? [] : [entry.rep]));
  const stopAtLoss = (said_s: number): void => {
    const limit = setup().goal.velocity_loss_pct;
    if (loss_reached || limit === null) return;
    // while the rep may still be on the good side of the limit nobody is stopped
    const loss_pct = lossAtLimit(kept(), limit, settings().loss_grace);
    if (loss_pct === null) return;
    loss_reached = loss_told = true;
    remark = { tone: 'warning', text: words.says.set.loss(loss_pct, limit) };
    cues.sound('velocity-loss', said_s);
  };

  const toGo = (): number | null => {
    const goal = setup().goal.reps;
    return goal === null ? null : goal - kept().length;
  };
  /** How many reps are still to come; after the stop nobody counts on. */
  const count = (said_s: number): void => {
    const to_go = toGo();
    if (to_go === null || loss_reached) return;
    const cue = to_go === 1 ? 'last-rep' : to_go <= 0 && !goal_told ? 'goal' : null;
    goal_told ||= cue === 'goal';
    if (cue !== null) cues.sound(cue, said_s, { in_ms: AFTER_REP_MS });
  };

  const corrected = (): void => {
    // a rep that was taken back, or a goal that was raised, is still to come
    if ((toGo() ?? 0) > 0) goal_told = false;
    const limit = setup().goal.velocity_loss_pct;
    const stands = loss_told && limit !== null && wasAtLimit(kept(), limit, settings().loss_grace);
    if (loss_reached && !stands) {
      const last = kept().at(-1);
      remark = last === undefined ? null : remarkAbout(last);
    }
    loss_reached = stands;
  };

  return {
    get remark() {
      return remark;
    },
    get loss_reached() {
      return loss_reached;
    },
    range,
    over(rep, said_s) {
      if (told.has(rep.index)) return;
      told.add(rep.index);
      remark = remarkAbout(rep);
      range(rep, said_s);
      if (rep.verdict.hold === 'missed') cues.sound('missed', said_s);
      stopAtLoss(said_s);
      const text = spokenRep(rep, settings().speak, loss_reached ? 'stop' : toGo());
      if (text !== null) cues.sound('speak', said_s, { text });
      count(said_s);
    },
    lowered(rep, said_s) {
      if (rep.verdict.lowering === 'dropped') cues.sound('dropped', said_s);
      if (!loss_reached) remark = remarkAbout(rep);
    },
    late(rep) {
      told.add(rep.index);
      halves.add(rep.index);
    },
    found(found, said_s) {
      remark = { tone: 'info', text: words.says.rep.found(found) };
      stopAtLoss(said_s);
      count(said_s);
    },
    withdrawn(index) {
      told.delete(index);
      halves.delete(index);
      corrected();
      remark = { tone: 'info', text: words.says.rep.withdrawn };
    },
    corrected,
    failed(rep, said_s) {
      remark = remarkAbout(rep);
      cues.sound('failed', said_s);
    },
  };
}
