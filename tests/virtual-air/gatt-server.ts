import type { AirPeripheral } from './air.ts';
import { type Attribute, attributeTable, type ServiceSpec, uuidBytes } from './attributes.ts';
import { REASON, word } from './hci.ts';
import type { RadioLink } from './radio-link.ts';

/** L2CAP channel of ATT. */
const ATT = 0x0004;

export const ATT_OPCODE = {
  error: 0x01,
  exchangeMtu: 0x02,
  findInformation: 0x04,
  readByType: 0x08,
  read: 0x0a,
  readBlob: 0x0c,
  readByGroup: 0x10,
  write: 0x12,
  notify: 0x1b,
  confirm: 0x1e,
  writeCommand: 0x52,
} as const;

const ATT_ERROR = {
  handle: 0x01,
  notReadable: 0x02,
  notWritable: 0x03,
  unsupported: 0x06,
  notFound: 0x0a,
} as const;

export interface GattPeripheralOptions {
  readonly name: string;
  readonly address: string;
  readonly services: readonly ServiceSpec[];
  readonly maxMtu?: number;
  readonly onSubscribe?: (characteristic: string, on: boolean) => void;
  readonly onDisconnect?: (reason: number) => void;
}

/** A peripheral with a GATT server: enough ATT for any central, and the faults a gym brings. */
export interface GattPeripheral extends AirPeripheral {
  name: string;
  rssi_dbm: number;
  advertising: boolean;
  /** Connects and answers nothing: the requests go nowhere. */
  deaf: boolean;
  /** Sees every request before it is answered: to lose the link in a chosen phase. */
  onRequest: ((opcode: number, link: RadioLink) => void) | null;
  readonly link: RadioLink | null;
  readonly connections: number;
  /** False when nobody listens. */
  notify(characteristic: string, value: Buffer): boolean;
  hangUp(): void;
}

export function createGattPeripheral(options: GattPeripheralOptions): GattPeripheral {
  const table = attributeTable(options.services, (uuid, on) => options.onSubscribe?.(uuid, on));
  const maxMtu = options.maxMtu ?? 247;
  let link: RadioLink | null = null;
  let connections = 0;

  const answer = (from: RadioLink, request: Buffer): Buffer | null => {
    const opcode = request[0] ?? 0;
    const failed = (handle: number, code: number) =>
      Buffer.concat([Buffer.from([ATT_OPCODE.error, opcode]), word(handle), Buffer.from([code])]);
    const between = () => {
      const [first, last] = [request.readUInt16LE(1), request.readUInt16LE(3)];
      return table.attributes.filter((each) => each.handle >= first && each.handle <= last);
    };
    const listing = (found: readonly Attribute[], entry: (each: Attribute) => Buffer) => {
      const [first] = found;
      if (!first) return failed(request.readUInt16LE(1), ATT_ERROR.notFound);
      const size = entry(first).length;
      const entries: Buffer[] = [];
      for (const each of found) {
        const bytes = entry(each);
        // one answer holds entries of one size, and no more than the MTU lets in
        if (bytes.length !== size || 2 + (entries.length + 1) * size > from.mtu) break;
        entries.push(bytes);
      }
      return Buffer.concat([Buffer.from([opcode + 1, size]), ...entries]);
    };
    switch (opcode) {
      case ATT_OPCODE.exchangeMtu:
        from.mtu = Math.max(23, Math.min(maxMtu, request.readUInt16LE(1)));
        return Buffer.concat([Buffer.from([opcode + 1]), word(maxMtu)]);
      case ATT_OPCODE.findInformation: {
        const reply = listing(between(), (each) => Buffer.concat([word(each.handle), each.type]));
        // the size byte says which form the UUIDs have, not their length
        if (reply[0] === opcode + 1) reply[1] = reply[1] === 4 ? 1 : 2;
        return reply;
      }
      case ATT_OPCODE.readByType:
      case ATT_OPCODE.readByGroup: {
        const wanted = between().filter((each) => each.type.equals(request.subarray(5)));
        return listing(wanted, (each) =>
          Buffer.concat([
            word(each.handle),
            ...(opcode === ATT_OPCODE.readByGroup ? [word(each.lastHandle)] : []),
            each.value(),
          ]),
        );
      }
      case ATT_OPCODE.read:
      case ATT_OPCODE.readBlob: {
        const handle = request.readUInt16LE(1);
        const attribute = table.attributes[handle - 1];
        if (!attribute) return failed(handle, ATT_ERROR.handle);
        if (!attribute.readable) return failed(handle, ATT_ERROR.notReadable);
        const from_byte = opcode === ATT_OPCODE.readBlob ? request.readUInt16LE(3) : 0;
        const value = attribute.value().subarray(from_byte, from_byte + from.mtu - 1);
        return Buffer.concat([Buffer.from([opcode + 1]), value]);
      }
      case ATT_OPCODE.write:
      case ATT_OPCODE.writeCommand: {
        const handle = request.readUInt16LE(1);
        const attribute = table.attributes[handle - 1];
        const code = attribute?.write
          ? attribute.write(Buffer.from(request.subarray(3)))
          : attribute
            ? ATT_ERROR.notWritable
            : ATT_ERROR.handle;
        if (opcode === ATT_OPCODE.writeCommand) return null;
        return code === 0 ? Buffer.from([opcode + 1]) : failed(handle, code);
      }
      case ATT_OPCODE.confirm:
        return null;
      default:
        return failed(0, ATT_ERROR.unsupported);
    }
  };

  const peripheral: GattPeripheral = {
    name: options.name,
    address: options.address,
    rssi_dbm: -60,
    advertising: true,
    deaf: false,
    onRequest: null,
    get link() {
      return link;
    },
    get connections() {
      return connections;
    },
    advertisement() {
      const uuid = uuidBytes(options.services[0]?.uuid ?? '');
      const list = uuid.length === 2 ? 0x03 : 0x07;
      return Buffer.concat([Buffer.from([2, 0x01, 0x06, uuid.length + 1, list]), uuid]);
    },
    scanResponse() {
      const name = Buffer.from(peripheral.name);
      return Buffer.concat([Buffer.from([name.length + 1, 0x09]), name]);
    },
    onConnect(opened) {
      link = opened;
      connections += 1;
      peripheral.advertising = false;
    },
    onDisconnect(_, reason) {
      link = null;
      table.unsubscribeAll();
      // a real sensor advertises again by itself
      peripheral.advertising = true;
      options.onDisconnect?.(reason);
    },
    onPdu(from, channel, pdu) {
      if (channel !== ATT || pdu.length === 0) return;
      peripheral.onRequest?.(pdu[0] ?? 0, from);
      if (peripheral.deaf || !from.open) return;
      const reply = answer(from, pdu);
      if (reply) from.send(ATT, reply);
    },
    notify(characteristic, value) {
      const handle = table.valueHandle(characteristic);
      if (!link || handle === null || !table.subscribed(characteristic)) return false;
      const fits = value.subarray(0, link.mtu - 3);
      link.send(ATT, Buffer.concat([Buffer.from([ATT_OPCODE.notify]), word(handle), fits]));
      return true;
    },
    hangUp() {
      link?.close(REASON.remoteUser, REASON.localHost);
    },
  };
  return peripheral;
}
