import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { newSecret } from '../secret.ts';
import type { Membership, Store } from '../store/index.ts';
import { addressAs, databaseOfCode, parseAddress } from './address.ts';
import { withDatabase } from './connect.ts';
import { forgetCredential, keepCredential, readCredential } from './credential.ts';
import { verifierOf } from './password.ts';
import { GYM_SCHEMA, versionOfGym } from './schema/install.ts';
import { attemptGym } from './trouble.ts';

/**
 * Takes an invitation up: from then on the station has a password of its own, which nobody else ever saw, and the code counts
 * no more. What is here becomes part of the gym.
 */
export async function joinGym(store: Store, code: string): Promise<Result<Membership>> {
  const database = databaseOfCode(code);
  if (database === null) return failure('bad-code', words.gym.badCode);
  if (store.outbox.member() !== null) return failure('in-a-gym', words.gym.inAGym);
  const password = newSecret();
  const own = addressAs(database, URL.parse(database)?.username ?? '', password);
  if (own === null) return failure('bad-code', words.gym.badCode);
  const joined = await attemptGym(() =>
    withDatabase(database, async (client) => {
      if ((await versionOfGym(client)) > GYM_SCHEMA) return failure('gym-newer', words.gym.trouble.newer);
      keepCredential(store.folder, own);
      const { rows } = await client.query<{ gym: string; gym_name: string; station: string }>(
        'SELECT * FROM lockout.take_up($1)',
        [verifierOf(password)],
      );
      const [row] = rows;
      if (row === undefined) return failure('bad-code', words.gym.badCode);
      return success({ gym: row.gym, name: row.gym_name, station: row.station });
    }),
  );
  if (joined.ok) store.outbox.join(joined.value);
  else forgetCredential(store.folder);
  return joined;
}

/** A station whose place in its gym is not in the backup that was restored takes it up again: its password is still here. */
export async function goOnInGym(store: Store): Promise<Result<Membership>> {
  const database = readCredential(store.folder);
  if (database === null || store.outbox.member() !== null) return failure('no-gym', words.gym.alone);
  const station = (parseAddress(database)?.username ?? '').replace(/^lockout_/, '');
  const found = await attemptGym(() =>
    withDatabase(database, async (client) => {
      const { rows } = await client.query<{ gym: string; name: string }>(
        'SELECT id AS gym, name FROM lockout.gyms',
      );
      const [row] = rows;
      return row === undefined
        ? failure('gym-not-allowed', words.gym.trouble.notAllowed)
        : success({ ...row, station });
    }),
  );
  if (found.ok) store.outbox.goOn(found.value);
  return found;
}

/** The gym keeps what it has been told, the station what is here; each goes its own way. */
export function leaveGym(store: Store): void {
  store.outbox.leave();
  forgetCredential(store.folder);
}
