import { createHash } from 'node:crypto';

/** SHA-256, hexadecimal, of bytes that come in pieces. */
export interface Digest {
  push(bytes: Uint8Array): void;
  end(): string;
}

export function createDigest(): Digest {
  const hash = createHash('sha256');
  return { push: (bytes) => void hash.update(bytes), end: () => hash.digest('hex') };
}

/** Of whole files, one after the other. */
export function digestOf(files: Iterable<Uint8Array>): string {
  const digest = createDigest();
  for (const bytes of files) digest.push(bytes);
  return digest.end();
}
