import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { plainLine, quoted } from '../../src/words/plain-text.ts';
import { parseAddress } from '../gym/address.ts';
import type { Store } from '../store/index.ts';
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

const nameOf = (value: string | boolean | undefined, otherwise: string): string =>
  plainLine(typeof value === 'string' ? value : '') || otherwise;

/** Prints what was answered. */
function told(answer: Result<string>): Outcome {
  if (!answer.ok) return { code: 1, message: answer.error.message };
  printText(answer.value);
  return { code: 0 };
}

type Admin = typeof import('../gym/admin.ts');

/** For whoever runs the database: its address is an option or in the environment. */
async function atDatabase(
  values: Values,
  ask: (database: string, admin: Admin) => Promise<Result<string>>,
): Promise<Outcome> {
  const database = String(values.database ?? process.env[DATABASE] ?? '');
  if (parseAddress(database) === null)
    return { code: 2, message: `--database (or ${DATABASE}): ${say.badAddress}` };
  return told(await ask(database, await import('../gym/admin.ts')));
}

/** For a station without a screen, while its program is closed. */
async function atStation(
  values: Values,
  act: (store: Store, joining: typeof import('../gym/join.ts')) => Promise<Result<string>>,
): Promise<Outcome> {
  const opened = openToWrite(values);
  if (!opened.ok) return { code: 1, message: opened.error.message };
  try {
    return told(await act(opened.value, await import('../gym/join.ts')));
  } finally {
    opened.value.close();
  }
}

const init = (values: Values): Promise<Outcome> =>
  atDatabase(values, async (database, { initGym }) => {
    const name = nameOf(values.gym, 'Gym');
    const made = await initGym(database, name);
    return made.ok ? success(`${made.value.isNew ? say.made(name) : say.there(name)}\n`) : made;
  });

const invite = (values: Values): Promise<Outcome> =>
  atDatabase(values, async (database, { inviteStation }) => {
    const which = typeof values.gym === 'string' ? values.gym : null;
    const invited = await inviteStation(database, which, nameOf(values.name, 'Station'));
    if (!invited.ok) return invited;
    const { code, gym, hours } = invited.value;
    return success(`${say.invited(gym, hours)}\n${code}\n`);
  });

const stations = (values: Values): Promise<Outcome> =>
  atDatabase(values, async (database, { listStations }) => {
    const listed = await listStations(database);
    if (!listed.ok) return listed;
    const line = ({ id, gym, name, state }: (typeof listed.value)[number]): string =>
      `${id}  ${gym}  ${name}  ${say.states[state]}\n`;
    return success(listed.value.map(line).join(''));
  });

const remove = (values: Values, station = ''): Promise<Outcome> =>
  atDatabase(values, async (database, { removeStation }) => {
    const removed = await removeStation(database, station);
    return removed.ok ? success(`${say.removed(removed.value.name)}\n`) : removed;
  });

const join = (values: Values, code: string): Promise<Outcome> =>
  atStation(values, async (store, { joinGym }) => {
    const joined = await joinGym(store, code);
    return joined.ok ? success(`${words.gym.joined(joined.value.name)}\n`) : joined;
  });

const leave = (values: Values): Promise<Outcome> =>
  atStation(values, async (store, { leaveGym }) => {
    if (store.outbox.member() === null) return failure('no-gym', words.gym.alone);
    leaveGym(store);
    return success(`${words.gym.leaveHint}\n`);
  });
