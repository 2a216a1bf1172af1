import type { BarNumber } from '../../src/contract/bar.ts';
import type { Cue, SoundName } from '../../src/contract/cue.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { words } from '../../src/words/index.ts';
import { createObservable, type Observable } from '../state/observable.ts';
import type { StationTime } from '../state/station-time.ts';
import { audioTimeOf } from './audio-clock.ts';
import { notesOf } from './cues.ts';
import { scheduleNotes } from './schedule.ts';
import { createSides } from './sides.ts';
import { createSpeakers } from './speakers.ts';
import { say } from './voice.ts';

/**
 * `off`: the browser waits for the first key or click. `elsewhere`: another window of this station makes
 * the sounds; two would beat against each other.
 */
export type SoundStatus = 'off' | 'on' | 'elsewhere';

/** A tick this late would be heard as the next one, ms; everything else is still worth hearing. */
const TICK_TOO_LATE_MS = 120;
const LOCK = 'lockout-sound';

/** Of two bars, whose cue it is: each sounds from its own side, and the voice names who lifts. */
export interface CueOf {
  readonly bar: BarNumber;
  readonly lifter: string;
}

export interface SoundEngine {
  readonly status: Observable<SoundStatus>;
  /** From a key or a click: browsers let no page sound before. */
  unlock(): void;
  /** `of`: where there are two bars. */
  play(cue: Cue, of?: CueOf): void;
  cancel(id: number, bar?: BarNumber): void;
  /** The station is not heard any more: nobody knows whether what lies ahead is still true. */
  silence(): void;
  /** To try a sound, whatever the settings say. Returns when it is over, s from now. */
  preview(tone: SoundName, after_s?: number, progress?: number): void;
  /** This computer's own output delay, ms; null while sound is off. */
  latencyMs(): number | null;
}

/** Cues on the audio clock. No animation frame and no page timer is in the way: a hidden tab sounds too. */
export function createSoundEngine(settings: () => Settings | null, time: StationTime): SoundEngine {
  const status = createObservable<SoundStatus>('off');
  const ahead = new Map<string, () => void>();
  const speakers = createSpeakers();
  const wayFrom = createSides();
  let context: AudioContext | null = null;
  let master: GainNode | null = null;
  let asked = false;
  let mine = false;

  function follow(): void {
    if (context?.state !== 'running') status.set('off');
    else if (mine) status.set('on');
    else if (!asked) void askForSound();
  }
  const take = (): void => {
    mine = true;
    follow();
  };
  /** One window sounds. The right to it is held until that window goes away, then the next one has it. */
  async function askForSound(): Promise<void> {
    asked = true;
    if (!navigator.locks) return take();
    const hold = (): Promise<never> => {
      take();
      return new Promise<never>(() => undefined);
    };
    await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? hold() : undefined));
    status.set('elsewhere');
    await navigator.locks.request(LOCK, hold);
  }

  function start(): AudioContext {
    context = new AudioContext({ latencyHint: 'interactive' });
    context.onstatechange = follow;
    master = context.createGain();
    master.connect(context.destination);
    follow();
    return context;
  }

  function sound(tone: SoundName, at_s: number, progress: number | null, bar?: BarNumber): () => void {
    if (!context || !master) return () => undefined;
    master.gain.setValueAtTime(settings()?.volume ?? 1, context.currentTime);
    return scheduleNotes(context, wayFrom(bar, context, master), notesOf(tone, progress), at_s);
  }

  return {
    status,
    unlock() {
      const opened = context ?? start();
      if (opened.state !== 'running') opened.resume().catch(() => undefined);
    },
    play(cue, of) {
      // A sleeping context would keep everything and let it out in one burst when it wakes.
      if (!context || status.get() !== 'on') return;
      const wish = settings();
      if (cue.cue === 'speak') {
        const volume = wish?.volume ?? 1;
        if (cue.text && of) speakers.say(words.bars.spoken(of.lifter, cue.text), volume, String(of.bar));
        else if (cue.text) say(cue.text, volume);
        return;
      }
      if (wish && !wish.sounds[cue.cue]) return;
      const now = { station_ms: time.now_ms(), performance_ms: performance.now() };
      if (cue.cue === 'tick' && now.station_ms - cue.at_epoch_ms > TICK_TOO_LATE_MS) return;
      const at_s = audioTimeOf(cue.at_epoch_ms, context, now, wish?.speaker_delay_ms ?? 0);
      const takeBack = sound(cue.cue, at_s, cue.progress, of?.bar);
      ahead.set(keyOf(cue.id, of?.bar), takeBack);
      // Cues are few; what has sounded long ago only needs to be forgotten.
      if (ahead.size > 64) ahead.delete(ahead.keys().next().value as string);
    },
    cancel(id, bar) {
      const key = keyOf(id, bar);
      ahead.get(key)?.();
      ahead.delete(key);
    },
    silence() {
      for (const takeBack of ahead.values()) takeBack();
      ahead.clear();
    },
    preview(tone, after_s = 0, progress) {
      this.unlock();
      if (context) sound(tone, context.currentTime + after_s, progress ?? null);
    },
    latencyMs: () =>
      context && status.get() === 'on'
        ? Math.round((context.outputLatency || context.baseLatency || 0) * 1000)
        : null,
  };
}

/** Each bar counts its own cues. */
const keyOf = (id: number, bar: BarNumber = 1): string => `${bar} ${id}`;
