import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packingOf } from '../../src/recording/archive/unpack.ts';
import { parseRoster } from '../../src/recording/roster.ts';
import { createTextStream } from '../../src/recording/table/encoding.ts';
import { words } from '../../src/words/index.ts';
import { partRoster } from '../station/imports/part-roster.ts';
import { digestOf } from '../store/index.ts';
import { DATABASE_FILE } from '../store/open.ts';
import type { Outcome, Values } from './command.ts';
import { folderOf, openToRead, openToWrite } from './data.ts';
import { printRemark, printText } from './print.ts';

const people = (count: number): string => (count === 1 ? '1 athlete' : `${count} athletes`);

/** The people of a list become athletes; a name that is there already, or twice in the list, is not added again. */
export async function importRoster(values: Values, positionals: readonly string[]): Promise<Outcome> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return { code: 2, message: '--roster needs one FILE.' };
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return { code: 2, message: `${file} cannot be read.` };
  if (packingOf(bytes) === 'zip') return { code: 2, message: `${file}: ${words.files.workbook}` };
  const decoder = createTextStream();
  const roster = parseRoster(decoder.push(bytes) + decoder.end());
  if (!roster.ok) return { code: 2, message: `${file}: ${roster.message}` };
  for (const remark of roster.remarks) printRemark(`${file}: ${remark}\n`);
  if (roster.unused.length > 0)
    printRemark(`${file}: not kept, as athletes have no place for it: ${roster.unused.join(', ')}.\n`);

  const dry = values['dry-run'] === true;
  // a look at data that are not there yet finds nobody
  const nobody = dry && !existsSync(path.join(folderOf(values), DATABASE_FILE));
  const opened = nobody ? null : dry ? openToRead(values) : openToWrite(values);
  if (opened?.ok === false) return { code: 1, message: opened.error.message };
  const store = opened?.value ?? null;
  try {
    const { added, known } = partRoster(
      roster.entries,
      (store?.athletes.list() ?? []).map(({ name }) => name),
    );
    if (!dry) {
      const stored =
        added.length === 0
          ? undefined
          : store?.imports.addRoster(
              { file: path.basename(file), digest: digestOf([bytes]), tool: '' },
              added,
            );
      if (stored?.ok === false) return { code: 1, message: stored.error.message };
    }
    const names = known.length === 0 ? '' : `: ${known.map(({ name }) => name).join('; ')}`;
    printText(
      `${people(added.length)} ${dry ? 'would be added' : 'added'}; ${people(known.length)} there already${names}\n`,
    );
    return { code: 0 };
  } finally {
    store?.close();
  }
}
