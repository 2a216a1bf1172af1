import type { BinEntry, InBin } from '../../src/contract/bin.ts';
import { quoted } from '../../src/words/plain-text.ts';
import type { Outcome, Values } from './command.ts';
import { openToRead, openToWrite } from './data.ts';
import { printText } from './print.ts';

const KINDS = ['athlete', 'set'] as const;

/** What was deleted and when it goes for good; back again, or gone at once. */
export async function binCommand(values: Values, positionals: readonly string[]): Promise<Outcome> {
  const [what, kind, number] = positionals;
  if (what === undefined) return list(values);
  if (what !== 'restore' && what !== 'delete')
    return { code: 2, message: `lockout bin wants restore or delete, or nothing, not "${quoted(what)}".` };
  const known = KINDS.find((each) => each === kind);
  const id = Number(number);
  if (known === undefined || !Number.isInteger(id) || id < 1)
    return {
      code: 2,
      message: `lockout bin ${what} wants athlete or set and its number, as lockout bin lists it.`,
    };
  return change(values, what, { kind: known, id });
}

async function list(values: Values): Promise<Outcome> {
  const opened = openToRead(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const { bin, close } = opened.value;
  for (const entry of bin.list())
    printText(`${entry.kind} ${entry.id}  ${toldOf(entry)}  goes for good ${dayOf(entry.goes_epoch_ms)}\n`);
  close();
  return { code: 0 };
}

function change(values: Values, what: 'restore' | 'delete', which: InBin): Outcome {
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  const { bin, close } = opened.value;
  const name = typeof values.name === 'string' ? values.name : '';
  const done = what === 'restore' ? bin.restore(which) : bin.remove(which, name);
  close();
  if (!done.ok) return { code: 1, message: done.error.message };
  printText(`${which.kind} ${which.id} ${what === 'restore' ? 'restored' : 'gone for good'}\n`);
  return { code: 0 };
}

const dayOf = (epoch_ms: number): string => new Date(epoch_ms).toISOString();

const toldOf = (entry: BinEntry): string =>
  entry.kind === 'athlete'
    ? `${entry.name}  ${entry.sets} sets`
    : `${entry.row.athlete_name}  ${entry.row.lift}  ${dayOf(entry.row.started_epoch_ms)}  ${entry.row.summary.reps} reps`;
