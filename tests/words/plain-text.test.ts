import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine, plainLines, quoted } from '../../src/words/plain-text.ts';

const ODD = /[\p{Cc}\p{Cs}\p{Bidi_C}\p{Zl}\p{Zp}]|^\s|\s$/u;

describe('a line', () => {
  test.each([
    ['Ana\u001b[2J Ruiz', 'Ana [2J Ruiz'],
    ['Ana\r\nRuiz\t2', 'Ana Ruiz 2'],
    ['\u202eziuR anA', 'ziuR anA'],
    ['An\u200ba', 'Ana'],
    ['A\u200dna\ufe0f', 'Ana'],
    ['\u200b\u2060\ufeff', ''],
    ['\u3164\u115f', ''],
    ['Ana\ud83d', 'Ana'],
    ['  Ana  \u00a0 Ruiz ', 'Ana Ruiz'],
    ['Zoe\u0308', 'Zo\u00eb'],
  ])('%j is %j', (written, plain) => expect(plainLine(written)).toBe(plain));

  test.each([
    'Zoë Müller-Åström',
    'Đặng Thị',
    'مريم',
    'نیم\u200cفاصله',
    'क्\u200dष',
    '李小龙',
    "O'Brien (2)",
    '❤️\u200d🔥',
    '👩🏽\u200d🦰 Ana',
  ])('%s stays as it is', (name) => expect(plainLine(name)).toBe(name.normalize('NFC')));

  test('is one line that is seen, and plain already when it is made plain again (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 30 }), (codes) => {
        const plain = plainLine(String.fromCodePoint(...codes));
        expect(ODD.test(plain)).toBe(false);
        expect(plainLine(plain)).toBe(plain);
      }),
    );
  });
});

test('a note keeps its lines', () => {
  expect(plainLines('belt on\r\n\u202eleft hip\u001b[0m\n\n')).toBe('belt on\nleft hip [0m');
});

test('what is quoted in a sentence leaves the sentence readable', () => {
  expect(quoted('9'.repeat(300))).toBe(`${'9'.repeat(60)}…`);
  expect(quoted('a\nb')).toBe('a b');
});
