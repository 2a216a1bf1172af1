import { expect, test } from 'vitest';
import { formatLoad, loadAsTyped, loadToKg } from '../../renderer/format/format.ts';
import { isUnusual, readLoad, showLoad } from '../../renderer/parts/pickers/typed-load.ts';
import type { Units } from '../../src/contract/setup.ts';

const before = (load_kg: number | null, load_unit: Units | null = null) => ({ load_kg, load_unit });
const NONE = before(null);

test('a load read in the other unit and confirmed unchanged stays what it was, with its unit', () => {
  expect(showLoad('lb', 62.5)).toBe('138');
  expect(readLoad('138', 'lb', before(62.5, 'kg'))).toEqual({ kg: 62.5, other_unit: null, unit: 'kg' });
  expect(readLoad('138', 'lb', NONE)?.kg).toBeCloseTo(62.5957, 4);
});

test('a load typed in pounds is shown as it was typed, quarter pounds too', () => {
  for (const typed of ['225', '137.75', '46.25', '2.5'])
    expect(formatLoad('lb', loadToKg('lb', Number(typed)))).toBe(`${typed} lb`);
});

test('a unit behind the number is the unit of the number', () => {
  const pounds = { kg: loadToKg('lb', 225), unit: 'lb' };
  expect(readLoad('225lb', 'kg', before(100))).toEqual({ ...pounds, other_unit: 'lb' });
  expect(readLoad('225 LBS', 'lb', before(100))).toEqual({ ...pounds, other_unit: null });
  expect(readLoad('62,5 kg', 'lb', NONE)).toEqual({ kg: 62.5, other_unit: 'kg', unit: 'kg' });
  expect(readLoad('', 'kg', before(100, 'lb'))).toEqual({ kg: null, other_unit: null, unit: null });
  for (const nonsense of ['1.2.3', 'kg', '12 st', '4000']) expect(readLoad(nonsense, 'kg', NONE)).toBeNull();
});

test('a set shows its load in the unit of the station and as it was typed', () => {
  expect(loadAsTyped('kg', before(loadToKg('lb', 225), 'lb'))).toBe('102.06 kg (225 lb)');
  expect(loadAsTyped('lb', before(62.5, 'kg'))).toBe('138 lb (62.5 kg)');
  expect(loadAsTyped('kg', before(62.5, 'kg'))).toBe('62.5 kg');
  expect(loadAsTyped('kg', before(62.5))).toBe('62.5 kg');
});

test('375 where 150 is usual is asked about, 370 is not, and nobody knows what is usual at first', () => {
  expect(isUnusual(375, 150)).toBe(true);
  expect(isUnusual(370, 150)).toBe(false);
  expect(isUnusual(375, null)).toBe(false);
});

test('a digit too few is asked about, the empty bar of a warm-up is not', () => {
  expect(isUnusual(15, 150)).toBe(true);
  expect(isUnusual(20, 150)).toBe(false);
  expect(isUnusual(0, 0)).toBe(false);
});
