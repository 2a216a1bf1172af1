import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSoundEngine, type SoundEngine } from '../../renderer/sound/engine.ts';
import { createStationTime } from '../../renderer/state/station-time.ts';
import type { Cue } from '../../src/contract/cue.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/contract/settings.ts';

// The audio of a browser, as far as the engine uses it, written down instead of sounded.

interface Tone {
  readonly start_s: number;
  end_s: number;
}
let tones: Tone[];
/** What every panner was set to. */
let pans: { value: number }[];
let now_s: number;

class Oscillator {
  type = 'sine';
  readonly frequency = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
  private tone: Tone | null = null;
  connect<T>(next: T): T {
    return next;
  }
  start(start_s: number) {
    this.tone = { start_s, end_s: Number.POSITIVE_INFINITY };
    tones.push(this.tone);
  }
  stop(at_s = now_s) {
    if (this.tone) this.tone.end_s = at_s;
  }
}

class Context {
  readonly state = 'running';
  readonly destination = {};
  readonly outputLatency = 0;
  get currentTime() {
    return now_s;
  }
  getOutputTimestamp() {
    return { contextTime: now_s, performanceTime: 1000 * now_s };
  }
  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
    return { gain, connect: <T>(next: T): T => next, disconnect() {} };
  }
  createStereoPanner() {
    const pan = { value: 0 };
    pans.push(pan);
    return { pan, connect: <T>(next: T): T => next };
  }
  createOscillator() {
    return new Oscillator();
  }
}

let settings: Settings;
let engine: SoundEngine;

beforeEach(() => {
  tones = [];
  pans = [];
  now_s = 10;
  settings = DEFAULT_SETTINGS;
  vi.stubGlobal('AudioContext', Context);
  vi.stubGlobal('navigator', {});
  vi.spyOn(performance, 'now').mockImplementation(() => 1000 * now_s);
  engine = createSoundEngine(
    () => settings,
    createStationTime(() => 1000 * now_s, 0),
  );
  engine.unlock();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const chime = (at_s: number, what: Partial<Cue> = {}): Cue => ({
  cue: 'met',
  id: 1,
  at_epoch_ms: 1000 * at_s,
  text: null,
  progress: null,
  sample_s: at_s,
  ...what,
});
const heard = (): Tone[] => tones.filter(({ start_s, end_s }) => end_s > start_s);

test('a cue sounds at its moment', () => {
  engine.play(chime(11));
  expect(heard().length).toBeGreaterThan(0);
  expect(Math.min(...heard().map(({ start_s }) => start_s))).toBeCloseTo(11, 6);
});

test('one that is cancelled before its moment is not heard, and takes no other with it', () => {
  engine.play(chime(11));
  const first = heard().length;
  engine.play(chime(12, { id: 2 }));
  now_s = 10.5;
  engine.cancel(1);
  expect(heard()).toHaveLength(first);
  expect(heard().every(({ start_s }) => start_s >= 12)).toBe(true);
});

test('a station that is not heard any more is silent: what lay ahead may not be true', () => {
  engine.play(chime(11));
  engine.play(chime(12, { cue: 'tick', id: 2, progress: 0.5 }));
  now_s = 10.5;
  engine.silence();
  expect(heard()).toEqual([]);
  engine.play(chime(12, { id: 3 }));
  expect(heard()).not.toEqual([]);
});

test('a sound that is switched off is not heard, the others are', () => {
  settings = { ...settings, sounds: { ...settings.sounds, met: false } };
  engine.play(chime(11));
  expect(heard()).toEqual([]);
  engine.play(chime(11, { cue: 'lockout', id: 2 }));
  expect(heard()).not.toEqual([]);
});

test('a tick that would be taken for the next one is left out', () => {
  engine.play(chime(9.8, { cue: 'tick', progress: 0.5 }));
  expect(heard()).toEqual([]);
  engine.play(chime(9.95, { cue: 'tick', id: 2, progress: 0.5 }));
  expect(heard()).toHaveLength(1);
});

test('of two bars the first sounds from the left and the second from the right; one alone from both sides', () => {
  engine.play(chime(11));
  expect(pans).toEqual([]);
  engine.play(chime(11), { bar: 1, lifter: 'Anna' });
  engine.play(chime(11), { bar: 2, lifter: 'Berta' });
  engine.play(chime(12, { id: 2 }), { bar: 2, lifter: 'Berta' });
  expect(pans).toEqual([{ value: -1 }, { value: 1 }]);
});

test('a cue that is cancelled at one bar still sounds at the other, though both count alike', () => {
  engine.play(chime(11), { bar: 1, lifter: 'Anna' });
  const first = heard().length;
  engine.play(chime(12), { bar: 2, lifter: 'Berta' });
  now_s = 10.5;
  engine.cancel(1, 1);
  expect(heard()).toHaveLength(first);
  expect(heard().every(({ start_s }) => start_s >= 12)).toBe(true);
});
