import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of chance: 256 bits are guessed by nobody. */
const SECRET_BYTES = 32;

/** What whoever is let in has to bring. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Takes as long whichever letter differs. */
export function isSameSecret(given: string, own: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(own)];
  return a.length === b.length && timingSafeEqual(a, b);
}
