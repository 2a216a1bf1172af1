import type { BarNumber } from '../../src/contract/bar.ts';
import type { Bridge } from '../../src/contract/bridge.ts';
import type { Cue } from '../../src/contract/cue.ts';
import type { PairingState } from '../../src/contract/pairing.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { StationEvent, StationState, TraceFrame } from '../../src/contract/station.ts';
import { createKeyboard, type Keyboard } from '../keys/keyboard.ts';
import { createSoundEngine, type SoundEngine } from '../sound/engine.ts';
import { createNotices, type Notices } from '../state/notices.ts';
import { createObservable, type Observable } from '../state/observable.ts';
import { createSignal, type Signal } from '../state/signal.ts';
import { createStationTime, type StationTime } from '../state/station-time.ts';
import type { ToldEdit } from '../state/told-edit.ts';
import { createTraceRing, type TraceRing } from '../state/trace-ring.ts';
import type { Line } from './bridge.ts';
import type { LineState } from './line-state.ts';

/** Everything the screens share: what the station says, and how to ask it something. */
export interface Page {
  readonly bar: BarNumber;
  readonly bridge: Bridge;
  readonly connection: Observable<LineState>;
  /** null until the station has spoken once. */
  readonly station: Observable<StationState | null>;
  readonly pairing: Observable<PairingState | null>;
  readonly settings: Observable<Settings | null>;
  /** Goes up whenever stored data changed: ask lists and history again. */
  readonly stored: Observable<number>;
  /** Files that were dropped anywhere, until the Import screen takes them. */
  readonly dropped: Observable<readonly File[]>;
  readonly notices: Notices;
  readonly edit: Observable<ToldEdit | null>;
  readonly keyboard: Keyboard;
  readonly trace: TraceRing;
  readonly time: StationTime;
  /** Every trace frame of every source; not for React state. */
  readonly frames: Signal<TraceFrame>;
  readonly sound: SoundEngine;
  readonly cues: Signal<Cue>;
  readonly cancelledCues: Signal<number>;
  /** Ask the station; a refusal becomes a notice and null. */
  ask<C extends Channel>(channel: C, argument: Argument<C>): Promise<Replies[C] | null>;
  saveSettings(patch: Partial<Settings>): Promise<boolean>;
}

/** One for each bar; what is not about a bar they share. */
export interface Pages {
  readonly first: Page;
  readonly second: Page;
  /** Listen to the station. Returns the function that stops it. */
  start(): () => void;
}

type OfBar = Pick<
  Page,
  'bar' | 'bridge' | 'station' | 'keyboard' | 'trace' | 'frames' | 'cues' | 'cancelledCues' | 'ask'
>;

function createOfBar(bar: BarNumber, line: Bridge, notices: Notices): OfBar {
  const bridge: Bridge =
    bar === 1
      ? line
      : { ...line, request: (channel, argument) => line.request(channel, { ...argument, bar }) };
  return {
    ...{ bar, bridge },
    station: createObservable<StationState | null>(null),
    keyboard: createKeyboard(),
    trace: createTraceRing(),
    frames: createSignal<TraceFrame>(),
    cues: createSignal<Cue>(),
    cancelledCues: createSignal<number>(),
    async ask(channel, argument) {
      const reply = await bridge.request(channel, argument);
      if (reply.ok) return reply.value;
      notices.show({ tone: 'warning', text: reply.error.message });
      return null;
    },
  };
}

export function createPages({ bridge, connection }: Line): Pages {
  const pairing = createObservable<PairingState | null>(null);
  const settings = createObservable<Settings | null>(null);
  const stored = createObservable(0);
  const notices = createNotices();
  const time = createStationTime();
  const ofFirst = createOfBar(1, bridge, notices);
  const ofSecond = createOfBar(2, bridge, notices);

  async function loadSettings(): Promise<void> {
    const reply = await bridge.request('settings:get', {});
    if (reply.ok) settings.set(reply.value);
  }

  function hear(event: StationEvent): void {
    const { station, trace, frames, cues, cancelledCues } = event.bar === 2 ? ofSecond : ofFirst;
    switch (event.kind) {
      case 'state':
        station.set(event.state);
        break;
      case 'pairing':
        pairing.set(event.pairing);
        break;
      case 'trace':
        time.observe(event.frame.sent_epoch_ms);
        if (event.frame.source_id === station.get()?.source?.id) trace.push(event.frame);
        frames.emit(event.frame);
        break;
      case 'cue':
        cues.emit(event.cue);
        break;
      case 'cue-cancelled':
        cancelledCues.emit(event.id);
        break;
      case 'stored':
        stored.set(stored.get() + 1);
        break;
    }
  }

  const shared = {
    ...{ connection, pairing, settings, stored, notices, time },
    dropped: createObservable<readonly File[]>([]),
    edit: createObservable<ToldEdit | null>(null),
    sound: createSoundEngine(settings.get, time),
    async saveSettings(patch: Partial<Settings>) {
      const saved = await ofFirst.ask('settings:update', patch);
      if (saved) settings.set(saved);
      return saved !== null;
    },
  };
  return {
    first: { ...shared, ...ofFirst },
    second: { ...shared, ...ofSecond },
    start() {
      const stopEvents = bridge.subscribe(hear);
      // Settings may be changed by another window, and are unknown while the station is unreachable.
      const reload = (): void => void loadSettings();
      const stopStored = stored.subscribe(reload);
      const stopConnection = connection.subscribe(() => {
        if (connection.get() === 'open') reload();
      });
      reload();
      return () => {
        stopEvents();
        stopStored();
        stopConnection();
      };
    },
  };
}
