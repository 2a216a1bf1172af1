/** A picture of a square icon. */
export interface IconPng {
  readonly size: number;
  readonly png: Uint8Array;
}

const ICO_ENTRY_BYTES = 16;

/** Windows' icon file: a list of places, then the pictures (256 is written as 0). */
export function icoOf(pictures: readonly IconPng[]): Buffer {
  const head = Buffer.alloc(6 + ICO_ENTRY_BYTES * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  pictures.forEach(({ size, png }, i) => {
    const entry = 6 + ICO_ENTRY_BYTES * i;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The names Apple's icon file has for pictures of a size; two where a size is also another's double. */
const ICNS: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Apple's icon file: its length, then each picture with its name and length. */
export function icnsOf(pictures: readonly IconPng[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) =>
    (ICNS[size] ?? []).map((name) => {
      const head = Buffer.alloc(8);
      head.write(name, 0, 'latin1');
      head.writeUInt32BE(8 + png.length, 4);
      return Buffer.concat([head, png]);
    }),
  );
  const whole = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + whole.length, 4);
  return Buffer.concat([head, whole]);
}
