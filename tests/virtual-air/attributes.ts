import { word } from './hci.ts';

export interface CharacteristicSpec {
  /** 4 or 32 hex digits. */
  readonly uuid: string;
  readonly read?: () => Buffer;
  /** Returns 0, or the ATT error it refuses with. */
  readonly write?: (value: Buffer) => number;
  readonly notify?: boolean;
}

export interface ServiceSpec {
  readonly uuid: string;
  readonly characteristics: readonly CharacteristicSpec[];
}

export interface Attribute {
  readonly handle: number;
  readonly type: Buffer;
  readonly readable: boolean;
  readonly value: () => Buffer;
  readonly write: ((value: Buffer) => number) | null;
  /** Last handle of the group, for a service. */
  lastHandle: number;
}

const TYPE = { service: 0x2800, characteristic: 0x2803, configuration: 0x2902 } as const;
const PROPERTY = { read: 0x02, writeWithoutResponse: 0x04, write: 0x08, notify: 0x10 } as const;

export const uuidBytes = (uuid: string) => Buffer.from(uuid, 'hex').reverse();

/** The attributes of a GATT server in handle order, and who is subscribed to what. */
export function attributeTable(
  services: readonly ServiceSpec[],
  onSubscribe: (characteristic: string, on: boolean) => void,
) {
  const attributes: Attribute[] = [];
  const valueHandles = new Map<string, number>();
  const subscriptions = new Set<string>();
  const add = (
    type: Buffer,
    value: () => Buffer,
    readable = true,
    write: ((value: Buffer) => number) | null = null,
  ) => {
    const handle = attributes.length + 1;
    const attribute = { handle, type, value, readable, write, lastHandle: handle };
    attributes.push(attribute);
    return attribute;
  };
  const subscribe = (uuid: string, on: boolean) => {
    if (on === subscriptions.has(uuid)) return;
    if (on) subscriptions.add(uuid);
    else subscriptions.delete(uuid);
    onSubscribe(uuid, on);
  };

  for (const service of services) {
    const head = add(word(TYPE.service), () => uuidBytes(service.uuid));
    for (const { uuid, read, write, notify } of service.characteristics) {
      const properties =
        (read ? PROPERTY.read : 0) |
        (write ? PROPERTY.write | PROPERTY.writeWithoutResponse : 0) |
        (notify ? PROPERTY.notify : 0);
      const valueHandle = attributes.length + 2;
      add(word(TYPE.characteristic), () =>
        Buffer.concat([Buffer.from([properties]), word(valueHandle), uuidBytes(uuid)]),
      );
      add(uuidBytes(uuid), read ?? (() => Buffer.alloc(0)), read !== undefined, write ?? null);
      valueHandles.set(uuid, valueHandle);
      if (notify) {
        const configuration = () => word(subscriptions.has(uuid) ? 1 : 0);
        add(word(TYPE.configuration), configuration, true, (value) => {
          subscribe(uuid, ((value[0] ?? 0) & 1) === 1);
          return 0;
        });
      }
    }
    head.lastHandle = attributes.length;
  }

  return {
    attributes: attributes as readonly Attribute[],
    valueHandle: (uuid: string) => valueHandles.get(uuid) ?? null,
    subscribed: (uuid: string) => subscriptions.has(uuid),
    unsubscribeAll() {
      for (const uuid of [...subscriptions]) subscribe(uuid, false);
    },
  };
}
