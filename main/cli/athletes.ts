import { quoted } from '../../src/words/plain-text.ts';
import type { Outcome, Values } from './command.ts';
import { openToRead, openToWrite } from './data.ts';
import { printText } from './print.ts';

const CHANGES = ['archive', 'unarchive', 'delete'] as const;
type Change = (typeof CHANGES)[number];

/** Who trains here; out of the lists or back, or into the bin. */
export async function athletesCommand(values: Values, [what, number]: readonly string[]): Promise<Outcome> {
  if (what === undefined) return list(values);
  const known = CHANGES.find((each) => each === what);
  if (known === undefined)
    return {
      code: 2,
      message: `lockout athletes wants ${CHANGES.join(', ')} or nothing, not "${quoted(what)}".`,
    };
  const id = Number(number);
  if (!Number.isInteger(id) || id < 1)
    return { code: 2, message: `lockout athletes ${what} wants a number, as lockout athletes lists it.` };
  return change(values, known, id);
}

async function list(values: Values): Promise<Outcome> {
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const { athletes, close } = opened.value;
  for (const { id, name, group, birth_year, archived } of athletes.list())
    printText(
      `${[id, name, group, birth_year ?? '', archived ? 'archived' : ''].filter(Boolean).join('  ')}\n`,
    );
  close();
  return { code: 0 };
}

function change(values: Values, what: Change, id: number): Outcome {
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const { athletes, close } = opened.value;
  const name = athletes.get(id)?.name;
  const done = what === 'delete' ? athletes.delete(id) : athletes.archive(id, what === 'archive');
  close();
  if (!done.ok) return { code: 1, message: done.error.message };
  printText(
    `${name} ${{ archive: 'archived', unarchive: 'back in the lists', delete: 'in the bin' }[what]}\n`,
  );
  return { code: 0 };
}
