import type { Random } from '../../src/recording/synthetic/random.ts';

export function someBytes(random: Random, most: number): Uint8Array {
  return Uint8Array.from({ length: random.integer(0, most) }, () => random.integer(0, 255));
}

const ODD = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x2c] as const;

/** What disks, radios and editors do to bytes: flipped, cut out, doubled, put in, cut short. */
export function mangle(random: Random, bytes: Uint8Array): Uint8Array {
  let now = Uint8Array.from(bytes);
  for (let n = random.integer(1, 4); n > 0; n--) {
    const at = random.integer(0, Math.max(0, now.length - 1));
    const to = Math.min(now.length, at + random.integer(1, 40));
    const kind = random.integer(0, 5);
    if (kind === 0 && now.length > 0) now[at] = (now[at] ?? 0) ^ (1 << random.integer(0, 7));
    else if (kind === 1 && now.length > 0) now[at] = random.pick(ODD);
    else if (kind === 2) now = joined(now.subarray(0, at), now.subarray(to));
    else if (kind === 3) now = joined(now.subarray(0, to), now.subarray(at));
    else if (kind === 4) now = joined(now.subarray(0, at), someBytes(random, 12), now.subarray(at));
    else if (random.chance(0.3)) now = now.slice(0, at);
  }
  return now;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat(parts));

/** Words of a grammar in any order, now and then with letters nobody expects. */
export function someWords(random: Random, words: readonly [string, ...string[]], most: number): string {
  let text = '';
  for (let n = random.integer(0, most); n > 0; n--)
    text += random.chance(0.04) ? oddText(random) : random.pick(words);
  return text;
}

const LETTERS = [
  'a',
  'Z',
  '0',
  ' ',
  '\u0000',
  '\u001b',
  '\u202e',
  '\u200b',
  '\ud800',
  '\udc00',
  'é',
  '中',
  '=',
  '<',
  '%',
] as const;

export const oddText = (random: Random, most = 8): string =>
  Array.from({ length: random.integer(0, most) }, () => random.pick(LETTERS)).join('');

const NUMBERS = [0, -0, 1, -1, 0.5, 1e308, -1e308, 1e-320, 2 ** 31, 2 ** 53, 60, 1000] as const;

/** Any JSON value, not deep. */
export function someJson(random: Random, depth = 3): unknown {
  switch (random.integer(0, depth > 0 ? 6 : 4)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(NUMBERS);
    case 3:
      return random.integer(-5, 5);
    case 4:
      return oddText(random, 20);
    case 5:
      return Array.from({ length: random.integer(0, 4) }, () => someJson(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.integer(0, 4) }, () => [
          random.pick(['id', 'name', 'lift', '__proto__', 'constructor', oddText(random)]),
          someJson(random, depth - 1),
        ]),
      );
  }
}
