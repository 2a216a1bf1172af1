import { expect, test } from 'vitest';
import { targets } from '../../src/lifts/profile.ts';
import { liftAdvice } from '../../src/training/advice.ts';
import { words } from '../../src/words/index.ts';
import { type RepSketch, sketchRep } from '../reps/rep-fixture.ts';

const context = { targets: targets({ hold_s: 1, eccentric_s: 1 }) };
const set = (...sketches: RepSketch[]) => sketches.map((sketch, i) => sketchRep(i + 1, sketch));

test('most holds missed: too heavy, and says how many', () => {
  const reps = set(
    { hold: 'missed' },
    { hold: 'missed' },
    { hold: 'met' },
    { hold: 'missed' },
    { hold: 'unsure' },
  );
  const advice = liftAdvice(reps, [], context);
  expect(advice?.kind).toBe('too-heavy');
  expect(advice?.evidence[0]).toContain('3 of 4');
});

test('a failed attempt is too heavy', () => {
  expect(liftAdvice(set({}, {}, {}), [sketchRep(4, { range: 'partial' })], context)?.kind).toBe('too-heavy');
});

test('half reps: range before load', () => {
  const reps = set({}, { range: 'partial' }, {}, { range: 'partial' }, {});
  expect(liftAdvice(reps, [], context)).toMatchObject({ kind: 'range-first' });
});

test('clean and hardly slower: ready for more', () => {
  const advice = liftAdvice(set({ mcv_mps: 0.52 }, { mcv_mps: 0.51 }, { mcv_mps: 0.5 }), [], context);
  expect(advice?.kind).toBe('ready-for-more');
  expect(advice?.evidence.join()).toContain(words.advice.littleLoss(4));
});

test('nothing is said when the set shows nothing clear', () => {
  expect(liftAdvice(set({}, {}), [], context)).toBeNull();
  expect(liftAdvice(set({ mcv_mps: 0.6 }, { mcv_mps: 0.5 }, { mcv_mps: 0.42 }), [], context)).toBeNull();
  expect(liftAdvice(set({}, {}, { lowering: 'dropped' }), [], context)).toBeNull();
  const goal = { reps: 8, velocity_loss_pct: 20 };
  expect(liftAdvice(set({}, {}, {}), [], { ...context, goal })).toBeNull();
});
