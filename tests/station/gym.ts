import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenStation, openStation } from '../../main/compose.ts';
import { workHere } from '../../main/station/heavy-work.ts';
import type { Analyse } from '../../main/station/stored/analyst.ts';
import type { JournalDisk } from '../../main/store/index.ts';
import { dispatch } from '../../src/contract/bridge.ts';
import type { Cue } from '../../src/contract/cue.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';
import type { Result } from '../../src/contract/result.ts';
import type { StationEvent, StationState } from '../../src/contract/station.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** A whole station with a real store in a folder of its own, in virtual time. */
export interface Gym {
  readonly clock: VirtualClock;
  readonly folder: string;
  readonly open: OpenStation;
  readonly events: StationEvent[];
  /** The same with the moment each was sent. */
  readonly timed: { readonly at_epoch_ms: number; readonly event: StationEvent }[];
  /** As a page asks, through validation; the value, or a thrown test failure. */
  ask<C extends Channel>(channel: C, argument: Argument<C>): Promise<Replies[C]>;
  tryTo<C extends Channel>(channel: C, argument: Argument<C>): Promise<Result<Replies[C]>>;
  state(): StationState;
  cues(name?: Cue['cue']): Cue[];
  /** Lets time pass until `done` says so; fails after `limit_s` of virtual time. */
  until(done: (state: StationState) => boolean, limit_s?: number): void;
  leave(): Promise<void>;
  /** As when the power goes: nothing is closed in order. */
  pullThePlug(): Promise<void>;
}

const JOURNAL_WRITES_MS = 200;

export function openGym(
  reuse?: { folder: string; clock: VirtualClock },
  analyse?: Analyse,
  disk?: JournalDisk,
): Gym {
  const folder = reuse?.folder ?? mkdtempSync(path.join(os.tmpdir(), 'lockout-gym-'));
  const clock = reuse?.clock ?? createVirtualClock();
  const opened = openStation({
    data_folder: folder,
    clock,
    reconnect: false,
    // virtual time goes on at once: nothing that happens in it may wait for another thread
    work: { ...workHere(), ...(analyse ? { finish: analyse, whole: analyse } : {}) },
    // hours pass at once here, and a backup takes its real time
    daily_backups: false,
    disk,
    // no radio is asked for anything in these tests
    fork: () => {
      throw new Error('a test without a radio started the Bluetooth helper');
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const open = opened.value;
  const events: StationEvent[] = [];
  const timed: { at_epoch_ms: number; event: StationEvent }[] = [];
  open.subscribe((event) => {
    events.push(event);
    timed.push({ at_epoch_ms: clock.now_epoch_ms(), event });
  });
  const tryTo: Gym['tryTo'] = async (channel, argument) =>
    (await dispatch(open.handlers, channel, argument)) as Awaited<ReturnType<Gym['tryTo']>> as never;
  return {
    clock,
    folder,
    open,
    events,
    timed,
    tryTo,
    async ask(channel, argument) {
      const reply = await tryTo(channel, argument);
      if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`);
      return reply.value;
    },
    state: () => open.station.state(),
    cues: (name) =>
      events.flatMap((event) =>
        event.kind === 'cue' && (name === undefined || event.cue.cue === name) ? [event.cue] : [],
      ),
    until(done, limit_s = 300) {
      const end_ms = clock.now_epoch_ms() + limit_s * 1000;
      while (!done(open.station.state())) {
        if (clock.now_epoch_ms() > end_ms) throw new Error(`not within ${limit_s} s`);
        clock.advance(50);
      }
    },
    async leave() {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
    async pullThePlug() {
      // the journal writes on its own time; the plug goes a moment later
      await new Promise((resolve) => setTimeout(resolve, JOURNAL_WRITES_MS));
      open.station.store.close();
    },
  };
}
