import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { createAnalyst } from '../station/stored/analyst.ts';
import { detailOf } from '../station/stored/edit-set.ts';
import type { Store } from '../store/index.ts';
import type { Outcome, Values } from './command.ts';
import { openToRead } from './data.ts';
import { wholeNumber } from './options.ts';
import { printPieces } from './print.ts';

const PAGE = 200;

/** Everything stored, for other programs: reps as CSV, whole sets as JSON, or one set's raw signal as CSV. */
export async function exportData(values: Values): Promise<Outcome> {
  const format = values.format ?? 'csv';
  if (format !== 'csv' && format !== 'json' && format !== 'recording')
    return { code: 2, message: `--format wants csv, json or recording, not "${format}".` };
  if (format === 'recording') return exportRecording(values);
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const store = opened.value;
  try {
    const athlete_id = athleteOf(store, values.athlete);
    if (athlete_id === null) return { code: 2, message: `There is no athlete "${values.athlete}".` };
    await printPieces(format === 'csv' ? store.csvLines({ athlete_id }) : jsonLines(store, athlete_id));
    return { code: 0 };
  } finally {
    store.close();
  }
}

/** The samples of one set as they were stored: what `analyze`, `import` and the Sensors screen read. */
async function exportRecording(values: Values): Promise<Outcome> {
  const id = wholeNumber(values, 'set', 1);
  if (!id.ok) return { code: 2, message: id.error.message };
  if (id.value === null)
    return { code: 2, message: '--format recording wants --set NUMBER, as the reps export has it.' };
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const store = opened.value;
  try {
    const recording = store.sets.recording(id.value);
    if (!recording.ok) return { code: 1, message: recording.error.message };
    await printPieces(recordingToCsv(recording.value));
    return { code: 0 };
  } finally {
    store.close();
  }
}

/** undefined: everybody; null: nobody of that name. */
function athleteOf(store: Store, name: string | boolean | undefined): number | undefined | null {
  if (name === undefined) return undefined;
  return store.athletes.list().find((athlete) => athlete.name === name)?.id ?? null;
}

/** A JSON array of sets as Set review shows them, newest first, written one at a time. */
function* jsonLines(store: Store, athlete_id: number | undefined): Iterable<string> {
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
      yield `${first ? '' : ','}\n${JSON.stringify(detailOf(store, analyst, set))}`;
      first = false;
    }
    before_id = rows.at(-1)?.id;
    if (rows.length < PAGE) break;
  }
  yield '\n]\n';
}
