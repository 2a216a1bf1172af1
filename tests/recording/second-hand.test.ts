import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';
import { words } from '../../src/words/index.ts';
import { COUNT, dps, expectWhole, g, OWN, own, type Row, read, table } from './rows-of-a-set.ts';

// Files that went through a spreadsheet, a messenger, a statistics program or a download that broke off.

const wrapped = (line: string): string => `"${line.replaceAll('"', '""')}"`;
const lines = own.split('\n');
const clock = (write: (second: string, row: Row) => string): string =>
  table(OWN.replace('t_s', 'time'), (row) => [
    write(row.t.toFixed(3).padStart(6, '0'), row),
    ...g(row),
    ...dps(row),
  ]);

describe('a recording', () => {
  test.each([
    ['every line taken for one cell', lines.map(wrapped).join('\r\n')],
    ['that, and semicolons behind it', lines.map((line) => `${wrapped(line)};;`).join('\n')],
    [
      'rows counted in a column without a name',
      lines.map((line, i) => (i === 0 ? line : `${i},${line}`)).join('\n'),
    ],
    ['commas of a Chinese keyboard', own.replaceAll(',', '，')],
    ['dashes for minus signs', own.replaceAll('-', '–')],
    [
      'texts by an apostrophe',
      lines.map((line, i) => (i === 0 ? line : `'${line.replaceAll(',', ",'")}`)).join('\n'),
    ],
    ['afternoon in Chinese', clock((second) => `2026/11/20 下午 5:30:${second}`)],
    ['minutes and seconds left of a time', clock((second) => `30:${second}`)],
    [
      'nanoseconds since 1970 without a unit',
      clock((_, { t }) => `${BigInt(1_795_199_400_000) * 1_000_000n + BigInt(Math.round(t * 1e9))}`),
    ],
  ])('%s', (_, text) => expectWhole(read(['a.csv', text]), 6));

  test('in an archive, under a name without an ending', () => {
    expectWhole(read(['a.zip', zipSync({ 'export/DOC-20261120-WA0003': strToU8(own) })]), 6);
  });

  test('cut inside a quoted cell loses that row and says so', () => {
    const quoted = own.replaceAll(/[^,\n]+/g, '"$&"');
    const got = read(['a.csv', quoted.slice(0, -5)]);
    expect(got.ok && got.recording.t_s).toHaveLength(COUNT - 1);
    expect(got).toMatchObject({ remarks: [words.files.unfinished] });
  });

  test.each([
    [
      'a page that asks to sign in',
      '<!DOCTYPE html><html><body>Sign in</body></html>',
      words.files.kinds.webPage,
    ],
    ['a document', '%PDF-1.7\n1 0 obj', words.files.kinds.document],
    ['a picture', '\u0089PNG\r\n\u001a\n', words.files.kinds.picture],
    ['an old workbook', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', words.files.workbook],
    ['another archive', 'Rar!\u001a\u0007', words.files.kinds.otherArchive],
    ['a link', '{"url":"https://example.org/file","doc_id":"1"}', words.files.kinds.link],
  ])('is not %s, and the answer says what it is', (_, text, message) => {
    const bytes = Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
    expect(read(['a.csv', bytes])).toMatchObject({ ok: false, error: { message } });
  });

  test('whose numbers a spreadsheet spoiled is refused by what happened to it', () => {
    const rounded = table(OWN.replace('t_s', 'epoch (ms)'), (row) => ['1.7952E+12', ...g(row), ...dps(row)]);
    const commas = lines.map((line, i) => (i === 0 ? line : line.replaceAll('.', ','))).join('\n');
    const why = (text: string) => {
      const got = read(['a.csv', text]);
      return got.ok ? '' : got.error.message;
    };
    expect(why(rounded)).toContain(words.files.roundedTime(COUNT + 1, 'epoch (ms)', '1.7952E+12'));
    expect(why(commas)).toContain(words.files.decimalCommas(2));
    expect(why(lines.slice(1).join('\n'))).toContain(words.files.noNames);
  });

  test('nobody knows is answered with what was recognised of it', () => {
    const got = read(['a.csv', 'Time (ms),left,right\n0,1,2\n10,1,2\n']);
    expect(got.ok ? '' : got.error.message).toMatch(
      /recognised Time \(ms\), but no acceleration.*Import screen/,
    );
  });
});

describe('a training history', () => {
  const header = 'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Notes';
  const row = (set: number, date = '2026-11-20 18:30:00'): string =>
    `${date},"Lower, A","Hip Thrust (Barbell)",${set},100,8,"x"`;
  const setsOf = (text: string) => {
    const found = readForeignHistory(text, { today: '2026-12-01' });
    return found?.ok ? found.history : { sets: [], remarks: [], refused: [] };
  };

  test('that was cut keeps its whole rows', () => {
    const { sets, remarks } = setsOf([header, row(1), row(2)].join('\n').slice(0, -12));
    expect(sets.map(({ number }) => number)).toEqual([1]);
    expect(remarks).toEqual([words.files.unfinished]);
  });

  test.each([
    ['days as a spreadsheet counts them', '46346.7708333333'],
    ['the afternoon in Chinese', '2026/11/20 下午 6:30'],
  ])('with %s', (_, date) => {
    expect(setsOf([header, row(1, date)].join('\n')).sets).toMatchObject([
      { day: '2026-11-20', time: '18:30:00' },
    ]);
  });

  test('put together twice has each numbered set once', () => {
    const whole = `${[header, row(1), row(2)].join('\n')}\n`;
    expect(setsOf(whole + whole)).toMatchObject({ sets: [{ number: 1 }, { number: 2 }] });
  });

  test('every line of which was taken for one cell', () => {
    expect(setsOf([header, row(1), row(2)].map(wrapped).join('\r\n')).sets).toHaveLength(2);
  });
});
