import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Outcome, Values } from './command.ts';
import { openToWrite } from './data.ts';

/** Everything of another Lockout, or of this one at an earlier time, beside what is here. */
export async function importEverything(values: Values, file: string): Promise<Outcome> {
  if (values['dry-run'] === true)
    return { code: 2, message: '--dry-run goes with --roster and with training histories.' };
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const loaded = opened.value.everything.load(text);
  opened.value.close();
  if (!loaded.ok) return { code: 1, message: `${file}: ${loaded.error.message}` };
  const { athletes, sets, imported_sets, there } = loaded.value;
  process.stdout.write(
    `${athletes} athletes, ${sets} sets and ${imported_sets} sets of other instruments came in; ${there} sets were there already\n`,
  );
  return { code: 0 };
}
