/**
 * Columns of numbers as bytes: exact to the last bit, and laid out so that a general compressor finds
 * little to keep. A column whose values are whole steps of a sensor is kept as integer differences;
 * anything else keeps its 64-bit patterns. Bytes of equal weight stand together (byte shuffle).
 */

/** How one column was written. */
export type ColumnCoding =
  /** value = k * step, k kept as 32-bit differences. */
  | { readonly kind: 'steps'; readonly step: number }
  /** value = k / parts, the decimal fractions of text files. */
  | { readonly kind: 'parts'; readonly parts: number }
  /** Second differences of the 64-bit patterns: clocks that advance evenly. */
  | { readonly kind: 'clock' }
  | { readonly kind: 'plain' };

const INTEGER_BYTES = 4;
const DOUBLE_BYTES = 8;

/** Clocks that count ms or us; full scales of the sensors in use, g and deg/s, as 16-bit readings. */
const STEPS: readonly number[] = [
  1e-3,
  1e-6,
  ...[2, 4, 8, 16, 125, 245, 250, 500, 1000, 2000].map((range) => range / 32768),
];
/** Decimal digits a text file may have kept. */
const PARTS: readonly number[] = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
/** Largest integer whose differences still fit 32 bits; below it lies the mark of -0, which no integer can say. */
const LARGEST = 2 ** 29;
const NEGATIVE_ZERO = -LARGEST - 1;

const toInteger = (value: number, coding: ColumnCoding): number => {
  if (Object.is(value, -0)) return NEGATIVE_ZERO;
  if (coding.kind === 'steps') return Math.round(value / coding.step);
  return coding.kind === 'parts' ? Math.round(value * coding.parts) : Number.NaN;
};

const fromInteger = (k: number, coding: ColumnCoding): number => {
  if (k === NEGATIVE_ZERO) return -0;
  if (coding.kind === 'steps') return k * coding.step;
  return coding.kind === 'parts' ? k / coding.parts : Number.NaN;
};

function reverses(values: Float64Array, coding: ColumnCoding): boolean {
  for (const value of values) {
    const k = toInteger(value, coding);
    if (!(Math.abs(k) <= LARGEST || k === NEGATIVE_ZERO) || !Object.is(fromInteger(k, coding), value))
      return false;
  }
  return true;
}

/** The smallest exact coding; `clock` for columns of time. */
export function chooseCoding(values: Float64Array, time: boolean): ColumnCoding {
  for (const step of STEPS) {
    const coding: ColumnCoding = { kind: 'steps', step };
    if (reverses(values, coding)) return coding;
  }
  for (const parts of PARTS) {
    const coding: ColumnCoding = { kind: 'parts', parts };
    if (reverses(values, coding)) return coding;
  }
  return time ? { kind: 'clock' } : { kind: 'plain' };
}

export const codedBytes = (coding: ColumnCoding, count: number): number =>
  count * (coding.kind === 'steps' || coding.kind === 'parts' ? INTEGER_BYTES : DOUBLE_BYTES);

export function encodeColumn(values: Float64Array, coding: ColumnCoding): Uint8Array {
  if (coding.kind === 'plain') return shuffle(new Uint8Array(values.slice().buffer), DOUBLE_BYTES);
  if (coding.kind === 'clock') {
    const bits = new BigInt64Array(values.slice().buffer);
    for (let pass = 0; pass < 2; pass++)
      for (let i = bits.length - 1; i > 0; i--) bits[i] = (bits[i] ?? 0n) - (bits[i - 1] ?? 0n);
    return shuffle(new Uint8Array(bits.buffer), DOUBLE_BYTES);
  }
  const differences = new Int32Array(values.length);
  let previous = 0;
  values.forEach((value, i) => {
    const k = toInteger(value, coding);
    differences[i] = k - previous;
    previous = k;
  });
  return shuffle(new Uint8Array(differences.buffer), INTEGER_BYTES);
}

export function decodeColumn(bytes: Uint8Array, coding: ColumnCoding): Float64Array {
  if (coding.kind === 'plain') return new Float64Array(unshuffle(bytes, DOUBLE_BYTES).buffer);
  if (coding.kind === 'clock') {
    const bits = new BigInt64Array(unshuffle(bytes, DOUBLE_BYTES).buffer);
    for (let pass = 0; pass < 2; pass++)
      for (let i = 1; i < bits.length; i++) bits[i] = (bits[i] ?? 0n) + (bits[i - 1] ?? 0n);
    return new Float64Array(bits.buffer);
  }
  const differences = new Int32Array(unshuffle(bytes, INTEGER_BYTES).buffer);
  let k = 0;
  return Float64Array.from(differences, (difference) => {
    k += difference;
    return fromInteger(k, coding);
  });
}

function shuffle(bytes: Uint8Array, width: number): Uint8Array {
  const count = bytes.length / width;
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < count; i++)
    for (let b = 0; b < width; b++) out[b * count + i] = bytes[i * width + b] ?? 0;
  return out;
}

function unshuffle(bytes: Uint8Array, width: number): Uint8Array {
  const count = bytes.length / width;
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < count; i++)
    for (let b = 0; b < width; b++) out[i * width + b] = bytes[b * count + i] ?? 0;
  return out;
}
