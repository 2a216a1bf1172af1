import { words } from '../../src/words/index.ts';
import { plainLine, quoted } from '../../src/words/plain-text.ts';
import type { Outcome, Values } from './command.ts';
import { openToWrite } from './data.ts';
import { printText } from './print.ts';

const say = words.gym.admin;
const DATABASE = 'LOCKOUT_GYM_DATABASE';

/** What whoever runs the gym's database does, and what a station without a screen does. */
export async function gymCommand(values: Values, [what, ...rest]: readonly string[]): Promise<Outcome> {
  switch (what) {
    case 'init':
      return init(values);
    case 'invite':
      return invite(values);
    case 'stations':
      return stations(values);
    case 'remove':
      return remove(values, rest[0]);
    case 'join':
      return join(values, rest.join(''));
    case 'leave':
      return leave(values);
    default:
      return { code: 2, message: `lockout gym wants one of ${WHATS}, not "${quoted(what ?? '')}".` };
  }
}

const WHATS = 'init, invite, stations, remove, join, leave';

const databaseOf = (values: Values): string | null => {
  const given = values.database ?? process.env[DATABASE];
  return typeof given === 'string' && /^postgres(ql)?:/.test(given) ? given : null;
};
const noDatabase: Outcome = { code: 2, message: `--database (or ${DATABASE}): ${say.badAddress}` };
const nameOf = (value: string | boolean | undefined, otherwise: string): string =>
  plainLine(typeof value === 'string' ? value : '') || otherwise;

async function init(values: Values): Promise<Outcome> {
  const database = databaseOf(values);
  if (database === null) return noDatabase;
  const name = nameOf(values.gym, 'Gym');
  const made = await (await import('../gym/admin.ts')).initGym(database, name);
  if (!made.ok) return { code: 1, message: made.error.message };
  printText(`${made.value.isNew ? say.made(name) : say.there(name)}\n`);
  return { code: 0 };
}

async function invite(values: Values): Promise<Outcome> {
  const database = databaseOf(values);
  if (database === null) return noDatabase;
  const { inviteStation } = await import('../gym/admin.ts');
  const which = typeof values.gym === 'string' ? values.gym : null;
  const invited = await inviteStation(database, which, nameOf(values.name, 'Station'));
  if (!invited.ok) return { code: 1, message: invited.error.message };
  const { code, gym: name, hours } = invited.value;
  printText(`${say.invited(name, hours)}\n${code}\n`);
  return { code: 0 };
}

async function stations(values: Values): Promise<Outcome> {
  const database = databaseOf(values);
  if (database === null) return noDatabase;
  const listed = await (await import('../gym/admin.ts')).listStations(database);
  if (!listed.ok) return { code: 1, message: listed.error.message };
  for (const { id, gym: of, name, state } of listed.value)
    printText(`${id}  ${of}  ${name}  ${say.states[state]}\n`);
  return { code: 0 };
}

async function remove(values: Values, station: string | undefined): Promise<Outcome> {
  const database = databaseOf(values);
  if (database === null) return noDatabase;
  const removed = await (await import('../gym/admin.ts')).removeStation(database, station ?? '');
  if (!removed.ok) return { code: 1, message: removed.error.message };
  printText(`${say.removed(removed.value.name)}\n`);
  return { code: 0 };
}

async function join(values: Values, code: string): Promise<Outcome> {
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  try {
    const joined = await (await import('../gym/join.ts')).joinGym(opened.value, code);
    if (!joined.ok) return { code: 1, message: joined.error.message };
    printText(`${words.gym.joined(joined.value.name)}\n`);
    return { code: 0 };
  } finally {
    opened.value.close();
  }
}

async function leave(values: Values): Promise<Outcome> {
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  try {
    if (opened.value.outbox.member() === null) return { code: 1, message: words.gym.alone };
    (await import('../gym/join.ts')).leaveGym(opened.value);
    printText(`${words.gym.leaveHint}\n`);
    return { code: 0 };
  } finally {
    opened.value.close();
  }
}
