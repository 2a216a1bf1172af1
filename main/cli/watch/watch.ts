import { setTimeout as wait } from 'node:timers/promises';
import { LOAD_MOST_KG } from '../../../src/contract/fields.ts';
import { refusalOf } from '../../../src/contract/refusal.ts';
import { requests } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { partnersOf } from '../../../src/recording/files/partner.ts';
import { plainLine } from '../../../src/words/plain-text.ts';
import { explain } from '../../store/errors.ts';
import type { Store } from '../../store/index.ts';
import type { Outcome, Values } from '../command.ts';
import { openToWrite } from '../data.ts';
import { ensureAthlete } from '../import-recording.ts';
import { chooseDates, chooseLift, positiveNumber } from '../options.ts';
import { printRemark, printText } from '../print.ts';
import { putAside, waitingFiles, writeWhy } from './folder.ts';
import { createSettled } from './settled.ts';
import { type TakeInChoices, takeIn } from './take-in.ts';

/** Between two looks at the folder, ms; looked at and not listened to, as folders of other computers tell nothing. */
const LOOK_MS = 1000;

/** Imports what is put into a folder until it is told to stop (Ctrl+C, or the system's own signal). */
export async function watch(values: Values, positionals: readonly string[]): Promise<Outcome> {
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) return { code: 2, message: 'watch needs one FOLDER.' };
  const choices = choicesOf(values);
  if (!choices.ok) return { code: 2, message: choices.error.message };
  if ((await waitingFiles(folder).catch(() => null)) === null)
    return { code: 2, message: `${folder} is no folder that can be read.` };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const settled = createSettled();
  const said = createOnce();
  printText(`Watching ${folder} (Ctrl+C stops it)\n`);
  for (;;) {
    const seen = await waitingFiles(folder).catch(() => []);
    const files = settled(seen, Date.now()).map(({ name }) => name);
    if (files.length > 0) await importAll(values, folder, files, choices.value, said);
    if (stop.signal.aborted || (values.once === true && (await waitingFiles(folder)).length === 0))
      return { code: 0 };
    await wait(LOOK_MS, undefined, { signal: stop.signal }).catch(() => {});
  }
}

/** The data are open only while something comes in: a station may be started in between, and is waited for. */
async function importAll(
  values: Values,
  folder: string,
  files: readonly string[],
  choices: TakeInChoices,
  said: (line: string | null) => void,
): Promise<void> {
  const opened = openToWrite(values);
  said(opened.ok ? null : `${opened.error.message} ${folder} waits for it.`);
  if (!opened.ok) return;
  const store = opened.value;
  try {
    const whose = athleteOf(store, values);
    for (const names of togetherOf(files)) {
      const what = names.join(' + ');
      try {
        const taken = whose.ok
          ? await takeIn(store, folder, names, { ...choices, athlete_id: whose.value })
          : whose;
        for (const name of names)
          await (taken.ok ? putAside(folder, name) : writeWhy(folder, name, taken.error.message));
        const line = plainLine(`${what}: ${taken.ok ? taken.value : taken.error.message}`);
        (taken.ok ? printText : printRemark)(`${line}\n`);
      } catch (error) {
        // taken away meanwhile, or still held by another program: the next look finds it, or nothing
        said(explain(error, `${what} waits`).error.message);
      }
    }
  } finally {
    store.close();
  }
}

/** Files one by one, and the two of one recording, told by their names, together. */
export function togetherOf(files: readonly string[]): string[][] {
  const left = new Set(files);
  return files.flatMap((name) => {
    if (!left.delete(name)) return [];
    const partner = partnersOf(name).find((other) => left.delete(other));
    return [partner === undefined ? [name] : [name, partner]];
  });
}

function choicesOf(values: Values): Result<TakeInChoices> {
  const lift = chooseLift(values);
  if (!lift.ok) return lift;
  const load = positiveNumber(values, 'load-kg', LOAD_MOST_KG);
  if (!load.ok) return load;
  const dates = chooseDates(values);
  if (!dates.ok) return dates;
  const named = requests['athletes:create'].safeParse({
    name: values.athlete ?? 'nobody',
    body_mass_kg: null,
  });
  if (!named.success) return failure('athlete', refusalOf(named.error));
  return success({ ...lift.value, load_kg: load.value, ...dates.value });
}

function athleteOf(store: Store, { athlete }: Values): Result<number | undefined> {
  if (athlete === undefined) return success(undefined);
  const found = ensureAthlete(store, String(athlete).trim());
  return found.ok ? success(found.value.id) : found;
}

/** Says a line once, however often it is true in a row; null: it is true no more. */
function createOnce(): (line: string | null) => void {
  let last: string | null = null;
  return (line) => {
    if (line !== null && line !== last) printRemark(`${line}\n`);
    last = line;
  };
}
