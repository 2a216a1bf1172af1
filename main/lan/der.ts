/** A value as DER writes it (ITU-T X.690): as much of it as a certificate needs. */
export interface Der {
  readonly bytes: Buffer;
}

const SHORT_LENGTH = 0x80;

function value(tag: number, content: Uint8Array): Der {
  const size = content.length;
  const length = size < SHORT_LENGTH ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return { bytes: Buffer.concat([Buffer.from([tag, ...length]), content]) };
}

const joined = (parts: readonly Der[]): Buffer => Buffer.concat(parts.map(({ bytes }) => bytes));

/** What is DER already. */
export const raw = (bytes: Buffer): Der => ({ bytes });
export const list = (...parts: readonly Der[]): Der => value(0x30, joined(parts));
export const setOf = (...parts: readonly Der[]): Der => value(0x31, joined(parts));
/** Bytes of a positive number, the largest first. */
export const integer = (bytes: Uint8Array): Der => value(0x02, bytes);
export const truth = (): Der => value(0x01, Buffer.from([0xff]));
export const octets = (bytes: Uint8Array): Der => value(0x04, bytes);
/** Whole bytes: no bit of the last one is left out. */
export const bits = (bytes: Uint8Array): Der => value(0x03, Buffer.concat([Buffer.from([0]), bytes]));
export const utf8 = (text: string): Der => value(0x0c, Buffer.from(text, 'utf8'));
export const explicit = (number: number, content: Der): Der => value(0xa0 | number, content.bytes);
/** A choice by its number, with nothing else to tell its type. */
export const tagged = (number: number, content: Uint8Array): Der => value(0x80 | number, content);

/** A moment in whole seconds, with two digits for its year until 2049, as certificates have it. */
export function time(at_ms: number): Der {
  const digits = new Date(at_ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '');
  return digits < '2050' ? value(0x17, Buffer.from(digits.slice(2))) : value(0x18, Buffer.from(digits));
}

/** Its first two numbers share a byte, the others take seven bits of each. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return value(0x06, Buffer.from([first * 40 + second, ...others.flatMap(sevens)]));
}

function sevens(number: number): number[] {
  const parts = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) parts.unshift((rest & 0x7f) | 0x80);
  return parts;
}
