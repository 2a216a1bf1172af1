/** Polar frames as the sensor writes them, for tests. */

export function frame(type: number, last_ns: bigint, frameType: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(10 + payload.length);
  bytes[0] = type;
  new DataView(bytes.buffer).setBigUint64(1, last_ns, true);
  bytes[9] = frameType;
  bytes.set(payload, 10);
  return bytes;
}

/** A reference sample and blocks of deltas of `bits`; deltas must fit. */
export function compressed(
  samples: readonly (readonly number[])[],
  bits: number,
  perBlock: number,
  referenceBytes = 2,
): Uint8Array {
  const out: number[] = [];
  for (const value of samples[0] ?? []) {
    for (let i = 0; i < referenceBytes; i++) out.push((value >> (8 * i)) & 0xff);
  }
  for (let from = 1; from < samples.length; from += perBlock) {
    const block = samples.slice(from, from + perBlock);
    out.push(bits, block.length);
    const stream: number[] = [];
    block.forEach((sample, i) => {
      sample.forEach((value, axis) => {
        const delta = BigInt(value - (samples[from + i - 1]?.[axis] ?? 0));
        for (let bit = 0; bit < bits; bit++) stream.push(Number((delta >> BigInt(bit)) & 1n));
      });
    });
    for (let at = 0; at < stream.length; at += 8) {
      out.push(stream.slice(at, at + 8).reduce((byte, one, bit) => byte | (one << bit), 0));
    }
  }
  return Uint8Array.from(out);
}
