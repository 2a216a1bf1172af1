import { EXPORT_TABLES, type ExportTable } from '../../src/contract/exporting.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { quoted } from '../../src/words/plain-text.ts';
import { readVersion } from '../root.ts';
import { athletesOf } from '../station/exports/export-desk.ts';
import { createAnalyst } from '../station/stored/analyst.ts';
import { detailOf } from '../station/stored/edit-set.ts';
import type { ExportQuery, Store } from '../store/index.ts';
import type { Outcome, Values } from './command.ts';
import { openToRead } from './data.ts';
import { wholeNumber } from './options.ts';
import { printBytes, printPieces } from './print.ts';

const PAGE = 200;
const FORMATS = ['csv', 'json', 'recording', 'everything', 'xlsx', 'parquet'] as const;

/** Everything stored, for other programs and for people with a spreadsheet. */
export async function exportData(values: Values): Promise<Outcome> {
  const format = FORMATS.find((each) => each === (values.format ?? 'csv'));
  if (format === undefined)
    return {
      code: 2,
      message: `--format wants one of ${FORMATS.join(', ')}, not "${quoted(String(values.format))}".`,
    };
  const table = EXPORT_TABLES.find((each) => each === (values.of ?? 'reps'));
  if (table === undefined)
    return {
      code: 2,
      message: `--of wants one of ${EXPORT_TABLES.join(', ')}, not "${quoted(String(values.of))}".`,
    };
  const set = wholeNumber(values, 'set', 1);
  if (!set.ok) return { code: 2, message: set.error.message };
  if (format === 'recording' && set.value === null)
    return { code: 2, message: '--format recording wants --set NUMBER, as the reps export has it.' };
  const period = periodOf(values);
  if (typeof period === 'string') return { code: 2, message: period };
  if (values.decimal !== undefined && values.decimal !== 'comma' && values.decimal !== 'point')
    return { code: 2, message: `--decimal wants comma or point, not "${quoted(String(values.decimal))}".` };
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const store = opened.value;
  try {
    const athlete_id = athleteOf(store, values.athlete);
    if (athlete_id === null)
      return { code: 2, message: `There is no athlete "${quoted(String(values.athlete))}".` };
    const group = typeof values.group === 'string' ? values.group : undefined;
    const query: ExportQuery = { athlete_id, group, set_id: set.value ?? undefined, ...period };
    return await print(store, format, table, query, values);
  } finally {
    store.close();
  }
}

async function print(
  store: Store,
  format: (typeof FORMATS)[number],
  table: ExportTable,
  query: ExportQuery,
  values: Values,
): Promise<Outcome> {
  switch (format) {
    case 'csv':
      await printPieces(
        store.csvLines(query, table, { bom: values.bom === true, decimal_comma: values.decimal === 'comma' }),
      );
      break;
    case 'json':
      await printPieces(jsonLines(store, query.athlete_id));
      break;
    case 'everything':
      await printPieces(
        store.everything.dump({ lockout: readVersion(), athletes: athletesOf(store, query) }),
      );
      break;
    case 'xlsx':
      await printBytes(await (await import('../takeout/xlsx.ts')).workbookOf(store, query));
      break;
    case 'parquet':
      await printBytes((await import('../takeout/parquet.ts')).parquetOf(store.exportRows(table, query)));
      break;
    case 'recording': {
      const recording = store.sets.recording(query.set_id ?? 0);
      if (!recording.ok) return { code: 1, message: recording.error.message };
      await printPieces(recordingToCsv(recording.value));
    }
  }
  return { code: 0 };
}

/** undefined: everybody; null: nobody of that name. */
function athleteOf(store: Store, name: string | boolean | undefined): number | undefined | null {
  if (name === undefined) return undefined;
  return store.athletes.list().find((athlete) => athlete.name === name)?.id ?? null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** From the first day to the last one, both included, by the clock of this place; a string says what is wrong. */
function periodOf({ since, until }: Values): Pick<ExportQuery, 'since_epoch_ms' | 'until_epoch_ms'> | string {
  const days = [since, until].map((day) =>
    day === undefined ? undefined : DAY.test(String(day)) ? new Date(`${day}T00:00`) : null,
  );
  const wrong = days.findIndex((day) => day === null || (day && Number.isNaN(day.getTime())));
  if (wrong >= 0) return `--${wrong === 0 ? 'since' : 'until'} wants a day such as 2026-11-20.`;
  const [first, last] = days;
  last?.setDate(last.getDate() + 1);
  return { since_epoch_ms: first?.getTime(), until_epoch_ms: last?.getTime() };
}

/** A JSON array of sets as Set review shows them, newest first, written one at a time. */
async function* jsonLines(store: Store, athlete_id: number | undefined): AsyncIterable<string> {
  const analyst = createAnalyst(() => {});
  yield '[';
  let before_id: number | undefined;
  let first = true;
  for (;;) {
    const rows = store.sets.list({
      limit: PAGE,
      ...(athlete_id === undefined ? {} : { athlete_id }),
      ...(before_id === undefined ? {} : { before_id }),
    });
    for (const { id } of rows) {
      const set = store.sets.get(id);
      if (set === null) continue;
      yield `${first ? '' : ','}\n${JSON.stringify(await detailOf(store, analyst, set))}`;
      first = false;
    }
    before_id = rows.at(-1)?.id;
    if (rows.length < PAGE) break;
  }
  yield '\n]\n';
}
