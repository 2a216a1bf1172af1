import type { Air, AirPeripheral } from './air.ts';
import {
  aclPackets,
  addressBytes,
  addressOf,
  byte,
  EVENT,
  eventPacket,
  LE_EVENT,
  leEvent,
  OPCODE,
  PACKET,
  REASON,
  word,
} from './hci.ts';
import { createRadioLink, type RadioLink } from './radio-link.ts';

/** A Bluetooth LE controller on the virtual air, seen from its host. */
export interface Controller {
  /** One packet from the host. */
  receive(packet: Buffer): void;
  /** Drops every link without telling the host, as a pulled adapter does. */
  unplug(): void;
}

const FIRST_HANDLE = 0x40;
const CONNECTABLE = 0x00;
const SCAN_RESPONSE = 0x04;
const RANDOM_ADDRESS = 1;
const NO_RSSI = 127;
/** HCI 5.0, so that no host takes it for one without LE; no LE feature that needs more commands. */
const VERSION = Buffer.from([0x09, 0, 0, 0x09, 0xff, 0xff, 0, 0]);
const FEATURES = Buffer.from([0x01, 0, 0, 0, 0, 0, 0, 0]);
const BUFFERS = 8;
const OWN_ADDRESS = '02:00:00:00:00:01';

export function createController(air: Air, send: (packet: Buffer) => void): Controller {
  const links = new Map<number, RadioLink>();
  const partial = new Map<number, Buffer>();
  const reported = new Set<string>();
  let scanning = false;
  let onceEach = true;
  let pending: string | null = null;
  let nextHandle = FIRST_HANDLE;

  const complete = (opcode: number, status: number, ...rest: readonly Buffer[]) =>
    send(eventPacket(EVENT.commandComplete, byte(1), word(opcode), byte(status), ...rest));
  const status = (opcode: number, code: number) =>
    send(eventPacket(EVENT.commandStatus, byte(code), byte(1), word(opcode)));
  const connected = (code: number, handle: number, address: string) =>
    send(
      leEvent(
        LE_EVENT.connected,
        byte(code),
        word(handle),
        byte(0), // we are the central
        byte(RANDOM_ADDRESS),
        addressBytes(address),
        word(12), // interval, 1.25 ms
        word(0),
        word(42), // supervision, 10 ms
        byte(0),
      ),
    );

  const report = (peripheral: AirPeripheral, type: number, data: Buffer) =>
    send(
      leEvent(
        LE_EVENT.advertisement,
        byte(1),
        byte(type),
        byte(RANDOM_ADDRESS),
        addressBytes(peripheral.address),
        byte(data.length),
        data,
        byte(peripheral.rssi_dbm),
      ),
    );

  const establish = (peripheral: AirPeripheral) => {
    pending = null;
    const link = createRadioLink(air, nextHandle++, peripheral, {
      deliver(from, channel, pdu) {
        for (const packet of aclPackets(from.handle, channel, pdu, air.options.fragment)) send(packet);
      },
      closed(from, reason) {
        if (links.delete(from.handle)) {
          send(eventPacket(EVENT.disconnected, byte(0), word(from.handle), byte(reason)));
        }
      },
    });
    links.set(link.handle, link);
    connected(0, link.handle, peripheral.address);
    peripheral.onConnect(link);
  };

  const stopListening = air.listen({
    hear(peripheral) {
      if (pending === peripheral.address) return establish(peripheral);
      if (!scanning || (onceEach && reported.has(peripheral.address))) return;
      reported.add(peripheral.address);
      report(peripheral, CONNECTABLE, peripheral.advertisement());
      report(peripheral, SCAN_RESPONSE, peripheral.scanResponse());
    },
  });

  const drop = () => {
    scanning = false;
    pending = null;
    for (const link of [...links.values()]) {
      links.delete(link.handle);
      link.close(REASON.supervisionTimeout, REASON.supervisionTimeout);
    }
  };

  const commands: Readonly<Record<number, (parameters: Buffer, opcode: number) => void>> = {
    [OPCODE.reset]: (_, opcode) => {
      drop();
      complete(opcode, 0);
    },
    [OPCODE.setEventMask]: (_, opcode) => complete(opcode, 0),
    [OPCODE.leSetEventMask]: (_, opcode) => complete(opcode, 0),
    [OPCODE.writeLeHost]: (_, opcode) => complete(opcode, 0),
    [OPCODE.readLeHost]: (_, opcode) => complete(opcode, 0, byte(1), byte(0)),
    [OPCODE.readVersion]: (_, opcode) => complete(opcode, 0, VERSION),
    [OPCODE.readAddress]: (_, opcode) => complete(opcode, 0, addressBytes(OWN_ADDRESS)),
    [OPCODE.leReadBufferSize]: (_, opcode) => complete(opcode, 0, word(air.options.fragment), byte(BUFFERS)),
    [OPCODE.leReadFeatures]: (_, opcode) => complete(opcode, 0, FEATURES),
    [OPCODE.leSetScanParameters]: (_, opcode) => complete(opcode, scanning ? REASON.disallowed : 0),
    [OPCODE.leSetScanEnable]: (parameters, opcode) => {
      scanning = parameters[0] === 1;
      onceEach = parameters[1] === 1;
      if (scanning) reported.clear();
      complete(opcode, 0);
    },
    [OPCODE.leCreateConnection]: (parameters, opcode) => {
      if (pending !== null) return status(opcode, REASON.disallowed);
      pending = addressOf(parameters.subarray(6, 12));
      status(opcode, 0);
    },
    [OPCODE.leCancelConnection]: (_, opcode) => {
      const cancelled = pending;
      pending = null;
      complete(opcode, cancelled === null ? REASON.disallowed : 0);
      if (cancelled !== null) connected(REASON.unknownConnection, 0, cancelled);
    },
    [OPCODE.leUpdateConnection]: (parameters, opcode) => {
      status(opcode, 0);
      send(leEvent(LE_EVENT.updated, byte(0), parameters.subarray(0, 2), parameters.subarray(4, 10)));
    },
    [OPCODE.disconnect]: (parameters, opcode) => {
      const link = links.get(parameters.readUInt16LE(0));
      status(opcode, link ? 0 : REASON.unknownConnection);
      link?.close(REASON.localHost, REASON.remoteUser);
    },
    [OPCODE.readRssi]: (parameters, opcode) => {
      const link = links.get(parameters.readUInt16LE(0));
      const rssi = byte(link?.peripheral.rssi_dbm ?? NO_RSSI);
      complete(opcode, link ? 0 : REASON.unknownConnection, parameters.subarray(0, 2), rssi);
    },
  };

  const acl = (packet: Buffer) => {
    const flagged = packet.readUInt16LE(1);
    const handle = flagged & 0xfff;
    const link = links.get(handle);
    if (!link) return;
    send(eventPacket(EVENT.completedPackets, byte(1), word(handle), word(1)));
    const continues = ((flagged >> 12) & 3) === 1;
    const before = continues ? (partial.get(handle) ?? Buffer.alloc(0)) : Buffer.alloc(0);
    const frame = Buffer.concat([before, packet.subarray(5)]);
    const whole = frame.length >= 4 && frame.length >= 4 + frame.readUInt16LE(0);
    if (!whole) return void partial.set(handle, frame);
    partial.delete(handle);
    link.receive(frame.readUInt16LE(2), frame.subarray(4, 4 + frame.readUInt16LE(0)));
  };

  return {
    receive(packet) {
      if (packet[0] === PACKET.acl) return acl(packet);
      if (packet[0] !== PACKET.command) return;
      const opcode = packet.readUInt16LE(1);
      const carryOut = commands[opcode];
      if (carryOut) carryOut(packet.subarray(4), opcode);
      else status(opcode, 0x01); // unknown command
    },
    unplug() {
      drop();
      stopListening();
    },
  };
}
