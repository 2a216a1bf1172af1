import { failure, type Result, success } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import type { Membership, Store } from '../store/index.ts';
import { addressAs, databaseOfCode } from './address.ts';
import { withDatabase } from './connect.ts';
import { forgetCredential, keepCredential } from './credential.ts';
import { newPassword, verifierOf } from './password.ts';
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
  const password = newPassword();
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

/** The gym keeps what it has been told, the station what is here; each goes its own way. */
export function leaveGym(store: Store): void {
  store.outbox.leave();
  forgetCredential(store.folder);
}
