import { expect, test } from 'vitest';
import { formatLoad, loadToKg } from '../../renderer/format/format.ts';
import { isUnusual, readLoad, showLoad } from '../../renderer/parts/pickers/typed-load.ts';

test('a load read in the other unit and confirmed unchanged stays what it was', () => {
  expect(showLoad('lb', 62.5)).toBe('138');
  expect(readLoad('138', 'lb', 62.5)).toEqual({ kg: 62.5, other_unit: null });
  expect(readLoad('138', 'lb', null)?.kg).toBeCloseTo(62.5957, 4);
});

test('a load typed in pounds is shown as it was typed, quarter pounds too', () => {
  for (const typed of ['225', '137.75', '46.25', '2.5'])
    expect(formatLoad('lb', loadToKg('lb', Number(typed)))).toBe(`${typed} lb`);
});

test('a unit behind the number is the unit of the number', () => {
  expect(readLoad('225lb', 'kg', 100)).toEqual({ kg: loadToKg('lb', 225), other_unit: 'lb' });
  expect(readLoad('225 LBS', 'lb', 100)).toEqual({ kg: loadToKg('lb', 225), other_unit: null });
  expect(readLoad('62,5 kg', 'lb', null)).toEqual({ kg: 62.5, other_unit: 'kg' });
  expect(readLoad('', 'kg', 100)).toEqual({ kg: null, other_unit: null });
  for (const nonsense of ['1.2.3', 'kg', '12 st', '4000']) expect(readLoad(nonsense, 'kg', null)).toBeNull();
});

test('375 where 150 is usual is asked about, 160 is not, and nobody knows what is usual at first', () => {
  expect(isUnusual(375, 150)).toBe(true);
  expect(isUnusual(160, 150)).toBe(false);
  expect(isUnusual(375, null)).toBe(false);
});
