import { describe, expect, test } from 'vitest';
import { replayLive } from '../../src/reps/live/replay.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import type { PlainSpec } from '../accuracy/plain-world.ts';
import { slowSet } from './slow-set.ts';

const slow = (rate_hz: number, spec: Partial<PlainSpec> = {}) =>
  slowSet(3, { rate_hz, rise_s: () => 2.2, ...spec });

describe('ten readings a second', () => {
  test('say how far, not how fast: the velocity of even a slow rep is not given', () => {
    const { recording, context } = slow(10);
    const { reps } = analyzeSet(recording, context);
    expect(reps.length).toBeGreaterThanOrEqual(4);
    for (const rep of reps) {
      expect(rep.mcv_mps).toBeNull();
      expect(rep.reasons).toContain('low rate');
    }
  });

  test('do not tell a hold while it is held, and a lockout of twelve seconds ends no set', () => {
    const { recording, context } = slow(10, { hold_s: () => 12 });
    const { events } = replayLive(recording, context);
    const told = events.filter((event) => event.kind === 'rep');
    const last_s = told.at(-1)?.said_s ?? 0;
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(events.filter((event) => event.kind.startsWith('hold-'))).toHaveLength(0);
    expect(events.filter((event) => event.kind === 'set-rest' && event.said_s < last_s)).toHaveLength(0);
  });
});

describe('twenty', () => {
  test('do both, with a word of warning', () => {
    const { recording, context } = slow(20);
    for (const rep of analyzeSet(recording, context).reps) {
      expect(rep.mcv_mps).not.toBeNull();
      expect(rep.reasons).toContain('low rate');
    }
    const { events } = replayLive(recording, context);
    expect(events.filter((event) => event.kind === 'hold-start').length).toBeGreaterThanOrEqual(4);
  });
});
