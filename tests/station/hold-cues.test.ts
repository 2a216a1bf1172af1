import { expect, test } from 'vitest';
import { createCueBoard } from '../../main/station/set/cues.ts';
import { createHoldCues } from '../../main/station/set/hold-cues.ts';
import { createTimeMap } from '../../main/station/set/time-map.ts';
import type { Cue } from '../../src/contract/cue.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import { createVirtualClock } from './virtual-clock.ts';

function setUp(speed = 1) {
  const clock = createVirtualClock(1_000_000);
  const events: StationEvent[] = [];
  const time = createTimeMap(clock, speed);
  const hold = createHoldCues(
    clock,
    createCueBoard(clock, (event) => events.push(event)),
    time,
    speed,
  );
  time.observe(0);
  const cues = (name: string): Cue[] =>
    events.flatMap((event) => (event.kind === 'cue' && event.cue.cue === name ? [event.cue] : []));
  const cancelled = (): number[] =>
    events.flatMap((event) => (event.kind === 'cue-cancelled' ? [event.id] : []));
  const pass = (s: number): void => clock.advance(s * 1000);
  return { clock, hold, cues, cancelled, pass };
}

test('a hold of 1 s: tone at once, ticks at each quarter, chime at the target', () => {
  const { hold, cues, cancelled, pass } = setUp();
  pass(5.05);
  hold.start(5, 1);
  expect(cues('lockout')).toHaveLength(1);
  expect(cues('tick').map((cue) => [cue.at_epoch_ms, cue.progress])).toEqual([
    [1_005_250, 0.25],
    [1_005_500, 0.5],
    [1_005_750, 0.75],
  ]);
  expect(cues('met').map((cue) => cue.at_epoch_ms)).toEqual([1_006_000]);
  expect(hold.state).toEqual({
    since_epoch_ms: 1_005_000,
    met_epoch_ms: 1_006_000,
    target_s: 1,
    missing_m: null,
  });
  pass(1.2);
  hold.observe(0);
  hold.stop();
  expect(cancelled()).toEqual([]);
  expect(hold.state).toBeNull();
});

test('descent first: the chime and the ticks ahead are taken back', () => {
  const { hold, cues, cancelled, pass } = setUp();
  pass(5);
  hold.start(5, 1);
  pass(0.6);
  hold.stop();
  const ahead = [...cues('tick').slice(2), ...cues('met')].map((cue) => cue.id);
  expect(cancelled().sort()).toEqual(ahead.sort());
});

test('a bar that sinks just before the moment holds the chime back; if it stays up it sounds late', () => {
  const { hold, cues, cancelled, pass } = setUp();
  pass(5);
  hold.start(5, 1);
  pass(0.95);
  hold.observe(-0.2);
  expect(cancelled()).toEqual([cues('met')[0]?.id]);
  pass(0.1);
  hold.observe(0.0);
  expect(cues('met')).toHaveLength(2);
  expect(cues('met')[1]?.at_epoch_ms).toBe(1_006_050);
});

test('a descent that was none continues the same hold: no second tone, no second chime', () => {
  const { hold, cues, pass } = setUp();
  pass(5);
  hold.start(5, 1);
  pass(1.3);
  hold.observe(0);
  hold.stop();
  hold.start(5.01, 1);
  expect(cues('lockout')).toHaveLength(1);
  expect(cues('met')).toHaveLength(1);
});

test('without a target there is a tone and nothing to wait for', () => {
  const { hold, cues, pass } = setUp();
  pass(2);
  hold.start(2, null);
  expect(cues('lockout')).toHaveLength(1);
  expect(cues('tick')).toEqual([]);
  expect(cues('met')).toEqual([]);
});

test('long holds tick eight times at most; a fast replay keeps its own time', () => {
  const { hold, cues, pass } = setUp(10);
  pass(1);
  hold.start(10, 20);
  expect(cues('tick').length).toBeLessThanOrEqual(8);
  // 20 s of sample time are 2 s here
  expect(cues('met')[0]?.at_epoch_ms).toBe(1_003_000);
});

test('a bar that stands short of lockout hears "higher" at once, and nothing that rewards', () => {
  const { hold, cues, pass } = setUp();
  pass(5.1);
  hold.startShort(5, 0.08);
  pass(2);
  hold.observe(0);
  expect(cues('higher')).toHaveLength(1);
  expect(hold.state).toMatchObject({ missing_m: 0.08, met_epoch_ms: null });
  hold.startShort(5.02, 0.08);
  expect(cues('higher')).toHaveLength(1);
  expect([...cues('lockout'), ...cues('tick'), ...cues('met')]).toEqual([]);
  hold.stop();
  expect(hold.state).toBeNull();
});
