import { PACKET } from './hci.ts';

/**
 * HCI over a byte stream (H4), as btvirt and the virtual air's own server speak it: packet type,
 * header, body. The virtual air adds two packet types no controller sends, for what a kernel socket
 * would tell beside HCI: whether the adapter is up, and that the program may not use it.
 */
export const NOTE = { adapter: 0xf0, denied: 0xf1 } as const;

const HEADERS: Readonly<Record<number, (bytes: Buffer) => number | null>> = {
  [PACKET.command]: (bytes) => (bytes.length < 4 ? null : 4 + (bytes[3] ?? 0)),
  [PACKET.acl]: (bytes) => (bytes.length < 5 ? null : 5 + bytes.readUInt16LE(3)),
  [PACKET.event]: (bytes) => (bytes.length < 3 ? null : 3 + (bytes[2] ?? 0)),
  [NOTE.adapter]: () => 2,
  [NOTE.denied]: () => 1,
};

/** Cuts a byte stream into packets, whatever its chunks. */
export function h4Reader(onPacket: (packet: Buffer) => void) {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(chunk: Buffer): void {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      while (rest.length > 0) {
        const lengthOf = HEADERS[rest[0] ?? 0];
        if (!lengthOf) throw new Error(`H4 stream out of step at packet type ${rest[0]}`);
        const length = lengthOf(rest);
        if (length === null || rest.length < length) return;
        const packet = Buffer.from(rest.subarray(0, length));
        rest = rest.subarray(length);
        onPacket(packet);
      }
    },
  };
}
