import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { MOST_TEXT_BYTES, wholeTexts } from '../../src/recording/files/whole-texts.ts';
import { isHistory } from '../../src/recording/histories/read-history.ts';
import { digestOf, isExportFile } from '../store/index.ts';
import type { Outcome, Values } from './command.ts';
import { importEverything } from './import-everything.ts';
import { importHistory } from './import-history.ts';
import { importRecording } from './import-recording.ts';
import { importRoster } from './import-roster.ts';

/** Reads enough of a file to tell what it is, and hands it to whoever takes that. */
export async function importFiles(values: Values, positionals: readonly string[]): Promise<Outcome> {
  if (values.roster === true) return importRoster(values, positionals);
  const [file] = positionals;
  if (file === undefined) return { code: 2, message: 'import needs one FILE, or two of one recording.' };
  if (positionals.length === 1 && file !== '-') {
    const size = await stat(file).then(
      (found) => (found.isFile() ? found.size : null),
      () => null,
    );
    if (size === null) return { code: 2, message: `${file} cannot be read.` };
    if (await beginsLikeExport(file)) return importEverything(values, file);
    const history = size <= MOST_TEXT_BYTES && (await beginsLikeHistory(file));
    if (history) {
      const bytes = await readFile(file);
      const whole = wholeTexts(file, bytes)?.find(({ text }) => isHistory(text));
      if (whole !== undefined) return importHistory(values, whole, digestOf([bytes]));
    }
  }
  return importRecording(values, positionals);
}

/** So much of a plain file tells what it is, bytes. */
const HEAD_BYTES = 65_536;
/** How a gzip begins. */
const GZIP = [0x1f, 0x8b] as const;

const headOf = async (file: string): Promise<Buffer> => {
  const head: Buffer[] = [];
  for await (const piece of createReadStream(file, { end: HEAD_BYTES - 1 })) head.push(piece as Buffer);
  return Buffer.concat(head);
};

/** Everything out of a Lockout, as it is or in a gzip. */
async function beginsLikeExport(file: string): Promise<boolean> {
  const head = await headOf(file);
  if (head[0] !== GZIP[0] || head[1] !== GZIP[1]) return isExportFile(head.toString('utf8'));
  // the end of the archive is missing in what was read of it
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return isExportFile(gunzipSync(head, options).toString('utf8'));
  } catch {
    return false;
  }
}

/** An archive has to be opened to be known; a signal of hours need not be read for it. */
async function beginsLikeHistory(file: string): Promise<boolean> {
  const bytes = await headOf(file);
  const packed = bytes[0] === GZIP[0] || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return packed || (wholeTexts(file, bytes) ?? []).some(({ text }) => isHistory(text));
}
