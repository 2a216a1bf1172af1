import { stat } from 'node:fs/promises';
import path from 'node:path';
import { LOAD_MOST_KG } from '../../src/contract/fields.ts';
import { refusalOf } from '../../src/contract/refusal.ts';
import { requests } from '../../src/contract/requests.ts';
import { quoted } from '../../src/words/plain-text.ts';
import { labelsOfRecording, partsOfRecording, setsFrom } from '../station/imports/recording-sets.ts';
import { contextOfLabels } from '../station/stored/labels.ts';
import { createDigest, type Store } from '../store/index.ts';
import type { Outcome, Values } from './command.ts';
import { openToWrite } from './data.ts';
import { chooseLift, chooseMount, positiveNumber } from './options.ts';
import { printRemark, printText } from './print.ts';
import { readRecording } from './read-recording.ts';

/** Acceleration, gravity and angular rate: no tool writes more files of one recording. */
const MOST_FILES = 3;

/** Behind a set that was imported without --accept. */
const NOT_ACCEPTED = ', replayed; it counts in no trend until it is accepted in its review';

/** A recording made elsewhere becomes a stored set, analysed as if it had been lifted here. */
export async function importRecording(values: Values, positionals: readonly string[]): Promise<Outcome> {
  const [file] = positionals;
  if (file === undefined || positionals.length > MOST_FILES)
    return { code: 2, message: 'import needs one FILE, or two of one recording.' };
  if (values['dry-run'] === true)
    return { code: 2, message: '--dry-run goes with --roster and with training histories.' };
  if (typeof values.athlete !== 'string' || values.athlete.trim() === '')
    return { code: 2, message: 'Say whose set it is with --athlete NAME.' };
  const named = requests['athletes:create'].safeParse({ name: values.athlete, body_mass_kg: null });
  if (!named.success) return { code: 2, message: refusalOf(named.error) };
  const lift = chooseLift(values);
  if (!lift.ok) return { code: 2, message: lift.error.message };
  const mount = chooseMount(values);
  if (!mount.ok) return { code: 2, message: mount.error.message };
  const load = positiveNumber(values, 'load-kg', LOAD_MOST_KG);
  if (!load.ok) return { code: 2, message: load.error.message };
  const passing = createDigest();
  const read = await readRecording(positionals, passing.push);
  if (!read.ok) return { code: 2, message: read.error.message };
  const started_epoch_ms =
    values.at === undefined ? (await stat(file)).mtimeMs : Date.parse(String(values.at));
  if (started_epoch_ms > Date.now())
    return { code: 2, message: `${file} would be of the future: say with --at when it was lifted.` };
  if (!Number.isFinite(started_epoch_ms))
    return {
      code: 2,
      message: `--at needs a date and time such as 2026-11-20T18:30, not "${quoted(String(values.at))}".`,
    };

  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const store = opened.value;
  try {
    const athlete = ensureAthlete(store, named.data.name);
    if (!athlete.ok) return { code: 1, message: athlete.error.message };
    const digest = passing.end();
    const before = store.imports.sameFile(digest);
    if (before !== null && before.sets > 0)
      printRemark(
        `${file}: these samples were imported before, as import ${before.id}; they are stored once more.\n`,
      );
    const labels = labelsOfRecording(store, {
      athlete_id: athlete.value.id,
      lift: lift.value,
      mount: mount.value,
      load_kg: load.value,
      started_epoch_ms,
      name: path.basename(file),
      accepted: values.accept === true,
    });
    const sets = setsFrom(partsOfRecording(read.value, contextOfLabels(labels)), labels, started_epoch_ms);
    const empty = sets.find(({ analysis }) => analysis.reps.length === 0 && analysis.failed.length === 0);
    if (empty !== undefined)
      return {
        code: 1,
        message:
          `${file}: no reps found, so nothing was stored. ${empty.analysis.recording.reasons.join(' ')}`.trim(),
      };
    const stored = store.imports.addRecording({ file: path.basename(file), digest, tool: '' }, sets);
    if (!stored.ok) return { code: 1, message: stored.error.message };
    stored.value.sets.forEach(({ set_id }, i) => {
      printText(
        `Set ${set_id}: ${sets[i]?.analysis.reps.length ?? 0} reps by ${athlete.value.name}${values.accept === true ? '' : NOT_ACCEPTED}\n`,
      );
    });
    return { code: 0 };
  } finally {
    store.close();
  }
}

/** The athlete of this name; a new one is added. */
export function ensureAthlete(store: Store, name: string) {
  const known = store.athletes.list().find((athlete) => athlete.name === name);
  return known ? { ok: true as const, value: known } : store.athletes.create({ name, body_mass_kg: null });
}
