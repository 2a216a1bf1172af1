import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDuration,
  formatLoad,
  formatVelocity,
  initials,
  loadIn,
  loadToKg,
} from '../../renderer/format/format.ts';
import { loadingInWords } from '../../renderer/format/loading-words.ts';
import { counted, loadingOf, smallestStep } from '../../renderer/format/plates.ts';
import { goalFields, patchOf } from '../../renderer/parts/pickers/goal-fields.ts';
import { lastOnesFirst } from '../../renderer/parts/pickers/last-ones-first.ts';
import { matchingOptions } from '../../renderer/ui/matching.ts';
import type { Setup } from '../../src/contract/setup.ts';

const PLATES = { bar_kg: 20, plates_kg: [25, 20, 15, 10, 5, 2.5, 1.25] };

describe('plates', () => {
  test('120 kg is two 25s on each side of a 20 kg bar', () => {
    expect(loadingOf(120, PLATES)).toEqual({ bar_kg: 20, side_kg: [25, 25], rest_kg: 0 });
    expect(loadingInWords('kg', PLATES, 120)).toBe('2 × 25 each side, bar 20 kg');
  });
  test('the empty bar has nothing on it; less than the bar cannot be loaded', () => {
    expect(loadingOf(20, PLATES).side_kg).toEqual([]);
    expect(loadingOf(15, PLATES).rest_kg).toBe(-5);
    expect(loadingInWords('kg', PLATES, 15)).toContain('cannot be loaded');
  });
  test('whatever the load, bar, plates and what is left over make it up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (tenths) => {
        const load_kg = tenths / 10;
        const { side_kg, rest_kg } = loadingOf(load_kg, PLATES);
        const hung_kg = 2 * side_kg.reduce((sum, kg) => sum + kg, 0);
        expect(20 + hung_kg + rest_kg).toBeCloseTo(load_kg, 6);
        expect(rest_kg).toBeLessThan(smallestStep(PLATES));
        expect(side_kg).toEqual(side_kg.toSorted((a, b) => b - a));
      }),
    );
  });
  test('equal plates are counted together', () => {
    expect(counted([25, 25, 5])).toEqual([
      [25, 2],
      [5, 1],
    ]);
  });
});

describe('numbers on the screen', () => {
  test('what was not seen is a dash, never a zero', () => {
    expect(formatVelocity(null)).toBe('–');
    expect(formatLoad('kg', null)).toBe('–');
    expect(formatVelocity(0.584)).toBe('0.58');
  });
  test('a load survives the way to pounds and back', () => {
    for (const lb of [45, 135, 225, 312.5]) expect(loadIn('lb', loadToKg('lb', lb))).toBe(lb);
    expect(formatLoad('lb', 100)).toBe('220.5 lb');
  });
  test('time reads as a clock', () => {
    expect([0, 65.9, 3725].map(formatDuration)).toEqual(['0:00', '1:05', '1:02:05']);
  });
  test('initials of one name, of three, of a name beyond the Latin letters', () => {
    expect(['Cher', 'Ana de la Cruz', 'Ольга Крюк'].map(initials)).toEqual(['C', 'AC', 'ОК']);
  });
});

describe('finding by typing', () => {
  const options = ['Anna', 'Joanna Berg', 'Émile Anders'].map((label) => ({
    key: label,
    label,
    value: label,
  }));
  test('accents and case do not matter; whose name begins so comes first', () => {
    expect(matchingOptions(options, 'emile').map(({ key }) => key)).toEqual(['Émile Anders']);
    expect(matchingOptions(options, 'AN').map(({ key }) => key)).toEqual([
      'Anna',
      'Joanna Berg',
      'Émile Anders',
    ]);
    expect(matchingOptions(options, 'an be').map(({ key }) => key)).toEqual(['Joanna Berg']);
    expect(matchingOptions(options, 'zz')).toEqual([]);
    const [polish] = options.map((option) => ({ ...option, key: 'p', label: 'Jan Łukasiewicz' }));
    expect(matchingOptions(polish ? [polish] : [], 'lukas').map(({ key }) => key)).toEqual(['p']);
  });
  test('who lifted last stands first, so that two lifters take turns with one key', () => {
    const athletes = ['Ada', 'Bea', 'Cleo', 'Dora'].map((name, i) => ({
      id: i + 1,
      name,
      simulated: false,
      body_mass_kg: null,
      group: '',
      birth_year: null,
      note: '',
      archived: false,
    }));
    const sets = [
      { athlete_id: 3, started_epoch_ms: 3000 },
      { athlete_id: 2, started_epoch_ms: 2000 },
      { athlete_id: 3, started_epoch_ms: 1000 },
    ];
    expect(lastOnesFirst(athletes, sets, 3).map(({ name }) => name)).toEqual(['Bea', 'Cleo', 'Ada', 'Dora']);
  });
});

describe('goal', () => {
  const setup = {
    goal: { preset: 'hypertrophy', reps: 8, velocity_loss_pct: 30, velocity_mps: null, power_w: null },
    targets: { hold_s: 1, eccentric_s: 1, constant_tension: false },
  } as unknown as Setup;
  test('only what changed is sent, and changed goals are the coach’s own', () => {
    const fields = goalFields(setup);
    expect(patchOf(setup, fields)).toEqual({});
    expect(patchOf(setup, { ...fields, hold: '2' })).toEqual({ hold_s: 2 });
    expect(patchOf(setup, { ...fields, reps: '', loss: '12,5' })).toEqual({
      reps: null,
      velocity_loss_pct: 12.5,
      preset: 'custom',
    });
  });
  test('what is no number cannot be applied', () => {
    expect(patchOf(setup, { ...goalFields(setup), hold: '1.2.3' })).toBeNull();
  });
});
