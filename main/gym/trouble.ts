import { type Failure, failure, type Result } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';

const say = words.gym.trouble;

/** What a coach can do about each way in which a gym's database is not there (SQLSTATE, or the system's own code). */
const TROUBLES: readonly { readonly match: RegExp; readonly code: string; readonly message: string }[] = [
  { match: /^28P01$/, code: 'gym-password', message: say.password },
  { match: /^28/, code: 'gym-not-allowed', message: say.notAllowed },
  { match: /^(42501|42883|3F000|42P01)$/, code: 'gym-not-prepared', message: say.notPrepared },
  { match: /^3D000$/, code: 'gym-no-database', message: say.noDatabase },
  { match: /^53100$/, code: 'gym-full', message: say.full },
  { match: /^53/, code: 'gym-busy', message: say.busy },
  { match: /^57/, code: 'gym-stopped', message: say.stopped },
  { match: /^(ENOTFOUND|EAI_AGAIN)$/, code: 'gym-unknown-address', message: say.unknownAddress },
];

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** An error of the line to a gym as a value, in words. */
export function troubleOf(error: unknown): Failure {
  const code = codeOf(error);
  const known = TROUBLES.find(({ match }) => match.test(code));
  return known ? failure(known.code, known.message) : failure('gym-away', say.away);
}

/** The data itself is what PostgreSQL does not take: asking again does not help, and the next change may be taken. */
export const isRefusal = (error: unknown): boolean => /^(22|23)/.test(codeOf(error));

export async function attemptGym<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    return troubleOf(error);
  }
}
