import { describe, expect, test } from 'vitest';
import { heldBy, tenthsHeld } from '../../renderer/parts/live/held.ts';
import { REFERENCE_SHARE, repViews } from '../../renderer/parts/live/rep-view.ts';
import { underBarView } from '../../renderer/parts/live/under-bar-view.ts';
import { createLockouts } from '../../renderer/parts/trace/lockouts.ts';
import { audioTimeOf } from '../../renderer/sound/audio-clock.ts';
import { createTraceRing } from '../../renderer/state/trace-ring.ts';
import type { LiveSet, Rep, StationRep } from '../../src/contract/live-set.ts';
import type { StationState, TraceFrame } from '../../src/contract/station.ts';

const frame = (t_s: number[], sent_epoch_ms: number, source_id = 'bar'): TraceFrame => ({
  source_id,
  t_s,
  height_m: t_s.map((t) => t / 10),
  velocity_mps: t_s.map(() => 0),
  newest: null,
  accel_g: null,
  gyro_dps: null,
  sent_epoch_ms,
});

describe('the trace', () => {
  test('keeps the newest minute in order', () => {
    const ring = createTraceRing();
    for (let i = 0; i < 5000; i++) ring.push(frame([i / 60], i * (1000 / 60)));
    expect(ring.length).toBe(3600);
    expect(ring.newest_s).toBeCloseTo(4999 / 60, 6);
    expect(ring.t_s(0)).toBeCloseTo(1400 / 60, 6);
    expect(ring.height_m(ring.length - 1)).toBeCloseTo(4999 / 600, 6);
  });
  test('ends with the newest sample, which makes way for the next', () => {
    const ring = createTraceRing();
    const heights = (): number[] => Array.from({ length: ring.length }, (_, i) => ring.height_m(i));
    ring.push({ ...frame([1, 2], 0), newest: { t_s: 2.5, height_m: 0.25 } });
    expect(heights()).toEqual([0.1, 0.2, 0.25]);
    ring.push({ ...frame([], 10), newest: { t_s: 2.75, height_m: 0.275 } });
    expect([ring.newest_s, heights()]).toEqual([2.75, [0.1, 0.2, 0.275]]);
    ring.push({ ...frame([3], 20), newest: { t_s: 3, height_m: 0.3 } });
    ring.push({ ...frame([], 30), newest: { t_s: 3.5, height_m: 0.35 } });
    expect([ring.newest_s, heights()]).toEqual([3.5, [0.1, 0.2, 0.3, 0.35]]);
  });
  test('starts anew with another sensor and with a clock that went back', () => {
    const ring = createTraceRing();
    ring.push(frame([1, 2, 3], 0));
    ring.push(frame([10], 100, 'other'));
    expect(ring.length).toBe(1);
    ring.push(frame([4], 200, 'other'));
    expect([ring.length, ring.newest_s]).toEqual([1, 4]);
  });
  test('knows the sample time of a moment, at the pace of a recording replayed four times faster', () => {
    const ring = createTraceRing();
    for (let ms = 0; ms <= 5000; ms += 50) ring.push(frame([(ms / 1000) * 4], ms));
    expect(ring.sampleTimeAt(5000)).toBeCloseTo(20, 6);
    expect(ring.sampleTimeAt(4500)).toBeCloseTo(18, 1);
  });
  test('is shaded where the bar was at lockout', () => {
    const ring = createTraceRing();
    const lockouts = createLockouts(ring);
    const hold = { since_epoch_ms: 900, met_epoch_ms: 1900, target_s: 1, missing_m: null };
    const state = (running: boolean): StationState =>
      ({ set: { status: 'running', hold: running ? hold : null } }) as unknown as StationState;
    for (let ms = 0; ms <= 1000; ms += 50) ring.push(frame([ms / 1000], ms));
    lockouts.follow(state(true));
    for (let ms = 1050; ms <= 2500; ms += 50) ring.push(frame([ms / 1000], ms));
    lockouts.follow(state(false));
    expect(lockouts.list()).toHaveLength(1);
    expect(lockouts.list()[0]?.start_s).toBeCloseTo(0.9, 1);
    expect(lockouts.list()[0]?.end_s).toBeCloseTo(2.5, 6);
  });
});

describe('the hold ring', () => {
  test('says its target once it is met, not a little before', () => {
    expect([0.04, 0.96, 0.999, 1, 1.19].map(tenthsHeld)).toEqual(['0.0', '0.9', '0.9', '1.0', '1.1']);
    expect(tenthsHeld(1.2)).toBe('1.2');
  });
  const hold = { since_epoch_ms: 10_000, met_epoch_ms: 11_000, target_s: 1, missing_m: null };
  test('fills by the clock and is met at the target, not before', () => {
    expect(heldBy(hold, 10_700)).toMatchObject({ share: 0.7, met: false });
    expect(heldBy(hold, 10_999).met).toBe(false);
    expect(heldBy(hold, 11_000)).toMatchObject({ share: 1, met: true });
    expect(heldBy(hold, 12_500)).toMatchObject({ share: 1, held_s: 2.5 });
  });
  test('counts the seconds of a recording replayed four times faster', () => {
    expect(heldBy({ ...hold, met_epoch_ms: 10_250 }, 10_125).held_s).toBeCloseTo(0.5, 6);
  });
  test('without a target it counts and fills nothing', () => {
    const open = { since_epoch_ms: 10_000, met_epoch_ms: null, target_s: null, missing_m: null };
    expect(heldBy(open, 13_000)).toEqual({ held_s: 3, share: 0, met: false });
  });
});

const rep = (index: number, changes: Partial<Rep> & { range?: string; ratio?: number } = {}): Rep =>
  ({
    index,
    start_s: index * 5,
    concentric: { start_s: 0, end_s: 1, duration_s: 1 },
    lockout: { hold_s: 1.2 },
    eccentric: { duration_s: 1.4 },
    mcv_mps: 0.6,
    rom_m: 0.3,
    quality: 'good',
    reasons: [],
    verdict: {
      range: changes.range ?? 'full',
      hold: 'met',
      lowering: 'controlled',
      flags: [],
      range_ratio: changes.ratio ?? 1,
      range_ratio_sigma: 0.03,
    },
    ...changes,
  }) as unknown as Rep;
const settled = (r: Rep): StationRep => ({ id: r.index, rep: r, settled: true, deleted: false });
const setOf = (reps: StationRep[], more: Partial<LiveSet> = {}): LiveSet =>
  ({
    reps,
    failed: [],
    provisional: null,
    setup: {
      reference: { rom_m: 0.3 },
      goal: { reps: 3 },
      targets: { full_ratio: 0.85, partial_ratio: 0.7, hold_s: 1, eccentric_s: 1 },
    },
    ...more,
  }) as unknown as LiveSet;

describe('the rep strip', () => {
  test('a full rep reaches the line, a half rep half of it', () => {
    const views = repViews(
      setOf([settled(rep(1)), settled(rep(2, { rom_m: 0.15, range: 'partial', ratio: 0.5 }))]),
    );
    expect(views.map(({ height }) => height)).toEqual([REFERENCE_SHARE, REFERENCE_SHARE / 2]);
    expect(views.map(({ word }) => word)).toEqual(['Full', 'Half rep']);
  });
  test('a failed attempt stands between the reps it was lifted between, and is no rep', () => {
    const views = repViews(setOf([settled(rep(1)), settled(rep(2))], { failed: [rep(9, { start_s: 7 })] }));
    expect(views.map(({ marks }) => marks[0])).toEqual(['full', 'failed', 'full']);
    expect(views[1]?.id).toBeNull();
  });
  test('a rep under way is provisional until it is final, and there is never one too many', () => {
    const provisional = { index: 2, mcv_mps: null, rom_m: null, phase: 'concentric' as const };
    const rising = repViews(setOf([settled(rep(1))], { provisional }));
    expect(rising.map((view) => view.provisional)).toEqual([false, true]);
    expect(rising[1]?.height).toBeNull();
    const held: StationRep = { ...settled(rep(2, { range: 'unsure', ratio: 0.95 })), settled: false };
    const at = repViews(setOf([settled(rep(1)), held], { provisional }));
    expect(at).toHaveLength(2);
    expect(at[1]).toMatchObject({ marks: ['provisional'], tone: 'full', word: '' });
  });
  test('a dropped rep says so beside its range, and everything is said in words', () => {
    const dropped = rep(3);
    const verdict = { ...dropped.verdict, lowering: 'dropped' as const, hold: 'missed' as const };
    const [view] = repViews(setOf([settled({ ...dropped, verdict })]));
    expect(view?.marks).toEqual(['full', 'dropped']);
    expect(view?.holdMissed).toBe(true);
    expect(view?.spoken).toBe(
      'Rep 3: full, 100 % of full range, 0.60 m/s, held 1.2 s, hold missed, lowered in 1.4 s, dropped',
    );
  });
  test('no rounded number contradicts its verdict', () => {
    const nearly = rep(3, { range: 'partial', ratio: 0.698 });
    const verdict = { ...nearly.verdict, lowering: 'fast' as const, hold: 'no-lockout' as const };
    const eccentric = { ...nearly.eccentric, duration_s: 0.97 } as Rep['eccentric'];
    const [view] = repViews(setOf([settled({ ...nearly, verdict, eccentric })]));
    expect(view?.spoken).toContain('half rep, 69.8 % of full range');
    expect(view?.spoken).toContain('lowered in 0.97 s');
  });
  test('a velocity nobody can trust is not shown as one', () => {
    const [view] = repViews(setOf([settled(rep(1, { quality: 'unusable', reasons: ['gap'] }))]));
    expect(view?.velocity).toBe('–');
    expect(view?.spoken).toContain('not usable, gap');
  });
});

describe('under the bar', () => {
  const at = (reps: StationRep[], more: Partial<LiveSet> = {}) => {
    const set = setOf(reps, more);
    return underBarView({ set, setup: set.setup } as unknown as StationState);
  };
  test('the last rep is the last one until it is down, and done is said of no rep at its top', () => {
    const top = (index: number): StationRep => ({ ...settled(rep(index)), settled: false });
    expect(at([settled(rep(1)), top(2)]).note).toBeNull();
    expect(at([settled(rep(1)), settled(rep(2))]).note?.word).toBe('Last rep');
    expect(at([settled(rep(1)), settled(rep(2)), top(3)])).toMatchObject({
      reps: '3 of 3',
      note: { word: 'Last rep' },
    });
    expect(at([1, 2, 3].map((index) => settled(rep(index)))).note?.word).toBe('Done');
  });
  test('a half rep has held nothing, however long it stood', () => {
    const half = rep(1, { range: 'partial', ratio: 0.56 });
    const shown = at([settled({ ...half, verdict: { ...half.verdict, hold: 'no-lockout' } })]);
    expect(shown).toMatchObject({ verdict: { mark: 'partial', word: 'Half rep' }, hold: '–' });
  });
  test('an attempt that failed is the last thing that happened until a rep is down', () => {
    const failed = { failed: [rep(9, { start_s: 7 })] };
    expect(at([settled(rep(1))], failed).verdict).toEqual({ mark: 'failed', word: 'No rep' });
    expect(at([settled(rep(1)), settled(rep(2))], failed).verdict?.mark).toBe('full');
  });
});

describe('the audio clock', () => {
  const now = { station_ms: 1_000_000, performance_ms: 5000 };
  /** Heard now: 2.00 s; already rendered: 2.03 s. */
  const context = {
    currentTime: 2.03,
    outputLatency: 0.03,
    getOutputTimestamp: () => ({ contextTime: 1.99, performanceTime: 4990 }),
  };
  test('a cue ahead is heard at its moment, whatever the output delay', () => {
    expect(audioTimeOf(1_000_500, context, now, 0)).toBeCloseTo(2.5, 6);
  });
  test('a slow loudspeaker gets it earlier, but never in the past', () => {
    expect(audioTimeOf(1_000_500, context, now, 200)).toBeCloseTo(2.3, 6);
    expect(audioTimeOf(1_000_100, context, now, 200)).toBe(2.03);
  });
  test('before anything was heard the delay the system states is used', () => {
    const fresh = {
      ...context,
      currentTime: 0,
      getOutputTimestamp: () => ({ contextTime: 0, performanceTime: 0 }),
    };
    expect(audioTimeOf(1_000_500, fresh, now, 0)).toBeCloseTo(0.47, 6);
  });
});
