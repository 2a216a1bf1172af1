import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** Rounds and salt of PostgreSQL's own verifiers. */
const [ROUNDS, SALT_BYTES] = [4096, 16];

/**
 * What PostgreSQL keeps of a password (RFC 5803), made here: the password itself is in no statement and no log of the server.
 */
export function verifierOf(password: string): string {
  const salt = randomBytes(SALT_BYTES);
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const key = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
