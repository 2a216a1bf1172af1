import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetOf } from '../../main/takeout/parquet.ts';
import { workbookOf } from '../../main/takeout/xlsx.ts';
import { anAnalysis, anAthlete, aRep, aSet, aStore, NOON, reps, someLabels, value } from '../store/given.ts';

/** What a name must not do in a spreadsheet. */
const EVIL = '=HYPERLINK("http://example.org","x")';

function aSeason() {
  const store = aStore();
  const maja = anAthlete(store, EVIL);
  const tom = value(
    store.athletes.create({ name: 'Tom', body_mass_kg: 80.5, group: 'A', birth_year: 2001 }),
  ).id;
  const rep = aRep(1, { mcv_mps: 0.1 + 0.2, hold_s: null } as never);
  value(
    store.sets.insert({
      ...aSet(maja, { analysis: anAnalysis([rep]), note: '+1\t-2' }),
      labels: { ...someLabels(maja), sensor_name: '@SUM(A1)', load_kg: 82.5 },
    }),
  );
  value(store.sets.insert(aSet(tom, { analysis: anAnalysis(reps(3)), started_epoch_ms: NOON - 86_400_000 })));
  return { store, tom };
}

test('a CSV for spreadsheets: byte order mark, semicolons, decimal commas, and no formula of anybody', () => {
  const { store } = aSeason();
  const [header, ...lines] = [...store.csvLines({}, 'sets', { bom: true, decimal_comma: true })];
  expect(header).toMatch(/^\ufeffathlete;athlete_group;/);
  expect(lines).toHaveLength(2);
  const evil = lines[1] ?? '';
  expect(evil).toMatch(/^"'=HYPERLINK/);
  expect(evil).toContain(";'@SUM(A1);");
  expect(evil).toContain(`;'+1\t-2;`);
  expect(evil).toContain(';82,5;');
  expect(evil).toContain(';0,3;');
  // for programs the numbers are whole, and text is as harmless
  const plain = [...store.csvLines({})].at(-1) ?? '';
  expect(plain).toContain(`,${0.1 + 0.2},`);
  expect(plain).toMatch(/^"'=HYPERLINK/);
});

test('tables are of an athlete, a group, a set or a period', () => {
  const { store, tom } = aSeason();
  const count = (query: object) => [...store.exportRows('reps', query).rows].length;
  expect(count({})).toBe(4);
  expect(count({ athlete_id: tom })).toBe(3);
  expect(count({ group: 'A' })).toBe(3);
  expect(count({ set_id: 1 })).toBe(1);
  expect(count({ since_epoch_ms: NOON - 3_600_000 })).toBe(1);
  expect(count({ until_epoch_ms: NOON - 3_600_000 })).toBe(3);
  expect([...store.exportRows('sessions', {}).rows]).toHaveLength(2);
  expect([...store.exportRows('athletes', { group: 'A' }).rows]).toEqual([
    ['Tom', 'A', 80.5, 2001, '', 0, 1, 3],
  ]);
});

test('a workbook has its sheets, numbers as numbers and text as text', async () => {
  const { store } = aSeason();
  const files = unzipSync(await workbookOf(store, {}));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(['Sessions', 'Sets', 'Reps', 'Athletes', 'Other instruments']);
  const sets = text('xl/worksheets/sheet2.xml');
  expect(sets).toContain('<v>82.5</v>');
  const all = Object.keys(files)
    .filter((name) => name.endsWith('.xml'))
    .map(text)
    .join('');
  expect(all).not.toContain('<f>');
  expect(all).toContain('=HYPERLINK');
});

test('a Parquet file has every digit, and null for what was not seen', async () => {
  const { store } = aSeason();
  const bytes = parquetOf(store.exportRows('reps', {}));
  const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
  expect(rows).toHaveLength(4);
  expect(rows[3]).toMatchObject({ athlete: EVIL, load_kg: 82.5, mcv_mps: 0.1 + 0.2, side: null });
  const empty = await parquetReadObjects({
    file: parquetOf(store.exportRows('imported', {})).buffer as ArrayBuffer,
  });
  expect(empty).toEqual([]);
});
