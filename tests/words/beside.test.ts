import { expect, test } from 'vitest';
import { grammarOf } from '../../src/words/grammar.ts';

const { beside } = grammarOf('en');

test('what is shown beside a limit lies on the side that was judged', () => {
  expect(beside(0.96, 1, 1)).toBe('0.96');
  expect(beside(0.997, 1, 1)).toBe('0.997');
  expect(beside(0.94, 1, 1)).toBe('0.9');
  expect(beside(1.04, 1, 1)).toBe('1.0');
  expect(beside(0.298, 0.3, 2)).toBe('0.298');
  expect(beside(399.8, 400, 0)).toBe('399.8');
  expect(beside(0.96, null, 1)).toBe('1.0');
});
