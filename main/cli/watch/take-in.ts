import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { createImportDesk, type ImportDesk } from '../../station/imports/import-desk.ts';
import type { Store } from '../../store/index.ts';

/** Pieces in which files are read, bytes. */
const PIECE = 2 ** 18;

export type TakeInChoices = Pick<
  ImportChoices,
  'athlete_id' | 'lift' | 'variation' | 'load_kg' | 'dates' | 'units'
>;

/**
 * One file, or two of one recording, as the page would take it; what it became, in words. The same bytes never come in a
 * second time, so that one stored just before the power went is only put aside after it.
 */
export async function takeIn(
  store: Store,
  folder: string,
  names: readonly string[],
  choices: TakeInChoices,
): Promise<Result<string>> {
  const desk = createImportDesk(store, () => Date.now());
  await handOver(desk, folder, names);
  const { mtimeMs } = await stat(path.join(folder, names[0] ?? ''));
  const all: ImportChoices = { ...choices, started_epoch_ms: mtimeMs };
  const seen = await desk.look(all);
  if (!seen.ok) return seen;
  const { before, kind } = seen.value;
  if (before !== null) return success(`imported before, as import ${before.id}`);
  if (choices.athlete_id === undefined && kind === 'recording')
    return failure(
      'athlete',
      'A recording does not say whose it is: start lockout watch with --athlete NAME.',
    );
  const stored = await desk.store(all);
  if (stored.ok) return success(stored.value.message);
  return stored.error.code === 'nothing-new' ? success(stored.error.message) : stored;
}

async function handOver(desk: ImportDesk, folder: string, names: readonly string[]): Promise<void> {
  await desk.begin(names);
  for (const [file, name] of names.entries())
    for await (const piece of createReadStream(path.join(folder, name), { highWaterMark: PIECE }))
      await desk.piece(file, piece as Uint8Array);
}
