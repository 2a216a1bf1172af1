import type { Outcome, Values } from './command.ts';
import { openToRead, openToWrite } from './data.ts';
import { wholeNumber } from './options.ts';
import { printText } from './print.ts';

/** What was imported, newest first. */
export async function listImports(values: Values): Promise<Outcome> {
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const { imports, close } = opened.value;
  for (const { id, made_epoch_ms, kind, tool, file, sets, reps, athletes } of imports.list())
    printText(
      `${id}  ${new Date(made_epoch_ms).toISOString()}  ${kind}  ${tool}  ${file}  ${sets} sets  ${reps} reps  ${athletes} athletes\n`,
    );
  close();
  return { code: 0 };
}

/** Takes one import back. */
export async function undoImport(values: Values): Promise<Outcome> {
  const id = wholeNumber(values, 'undo', 1);
  if (!id.ok || id.value === null)
    return { code: 2, message: '--undo wants the number of an import, as --list has it.' };
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const undone = opened.value.imports.undo(id.value);
  opened.value.close();
  if (!undone.ok) return { code: 1, message: undone.error.message };
  printText(`Import ${id.value} of ${undone.value.file} undone: ${undone.value.sets} sets gone.\n`);
  return { code: 0 };
}
