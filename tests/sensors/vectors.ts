import { readFileSync } from 'node:fs';
import { fromHex } from '../../src/sensors/common/bytes.ts';

export interface Vector {
  readonly id: string;
  readonly device: string;
  readonly hex: string;
  readonly bytes: Uint8Array;
  // The shape differs per vector: the test that names the vector knows it.
  // biome-ignore lint/suspicious/noExplicitAny: facts from a JSON file
  readonly expected: any;
}

const file = JSON.parse(
  readFileSync(new URL('../fixtures/sensors/vectors.json', import.meta.url), 'utf8'),
) as {
  vectors: Omit<Vector, 'bytes'>[];
};

export const vectors: readonly Vector[] = file.vectors.map((v) => ({ ...v, bytes: fromHex(v.hex) }));

export function vector(id: string): Vector {
  const found = vectors.find((v) => v.id === id);
  if (!found) throw new Error(`no vector ${id}`);
  return found;
}

/** Vectors of a family whose id begins so; never none, so that a table test cannot be empty. */
export function vectorsOf(prefix: string): readonly Vector[] {
  const found = vectors.filter((v) => v.id.startsWith(prefix));
  if (found.length === 0) throw new Error(`no vector begins with ${prefix}`);
  return found;
}
