/** HCI packets (Bluetooth Core 5.4, volume 4 part E) as far as a central needs them. */

export const PACKET = { command: 0x01, acl: 0x02, event: 0x04 } as const;

export const REASON = {
  unknownConnection: 0x02,
  supervisionTimeout: 0x08,
  disallowed: 0x0c,
  remoteUser: 0x13,
  localHost: 0x16,
} as const;

export const OPCODE = {
  disconnect: 0x0406,
  setEventMask: 0x0c01,
  reset: 0x0c03,
  readLeHost: 0x0c6c,
  writeLeHost: 0x0c6d,
  readVersion: 0x1001,
  readAddress: 0x1009,
  readRssi: 0x1405,
  leSetEventMask: 0x2001,
  leReadBufferSize: 0x2002,
  leReadFeatures: 0x2003,
  leSetScanParameters: 0x200b,
  leSetScanEnable: 0x200c,
  leCreateConnection: 0x200d,
  leCancelConnection: 0x200e,
  leUpdateConnection: 0x2013,
} as const;

export const EVENT = {
  disconnected: 0x05,
  commandComplete: 0x0e,
  commandStatus: 0x0f,
  completedPackets: 0x13,
  leMeta: 0x3e,
} as const;
export const LE_EVENT = { connected: 0x01, advertisement: 0x02, updated: 0x03 } as const;

export const byte = (value: number) => Buffer.from([value & 0xff]);
export const word = (value: number) => Buffer.from([value & 0xff, (value >> 8) & 0xff]);

/** 'aa:bb:cc:dd:ee:ff' in wire order. */
export const addressBytes = (address: string) => Buffer.from(address.replaceAll(':', ''), 'hex').reverse();

export function addressOf(bytes: Uint8Array): string {
  return [...bytes]
    .reverse()
    .map((value) => value.toString(16).padStart(2, '0'))
    .join(':');
}

export function eventPacket(code: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([PACKET.event, code, body.length]), body]);
}

export const leEvent = (code: number, ...parts: readonly Buffer[]) =>
  eventPacket(EVENT.leMeta, byte(code), ...parts);

/** One L2CAP frame as ACL packets no longer than the controller's buffers. */
export function aclPackets(handle: number, channel: number, pdu: Buffer, fragment: number): Buffer[] {
  const frame = Buffer.concat([word(pdu.length), word(channel), pdu]);
  const packets: Buffer[] = [];
  for (let at = 0; at < frame.length; at += fragment) {
    const part = frame.subarray(at, at + fragment);
    // boundary flag: 2 starts a frame, 1 continues it
    const flagged = handle | ((at === 0 ? 2 : 1) << 12);
    packets.push(Buffer.concat([byte(PACKET.acl), word(flagged), word(part.length), part]));
  }
  return packets;
}
