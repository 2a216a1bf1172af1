/**
 * A WitMotion sensor whose GATT server and controller somebody else wrote: bleno on btvirt. A program of its
 * own; argument: the name it advertises. Answers every message of its parent with the frames it sent so far.
 */
import { createRequire } from 'node:module';
import { counterFeed } from '../virtual-air/feeds.ts';
import { createWitMotionDevice, WITMOTION } from '../virtual-air/witmotion-device.ts';

type Reply = (code: number) => void;
interface Bleno {
  on(event: 'stateChange', listener: (state: string) => void): void;
  setServices(services: readonly object[]): void;
  startAdvertising(name: string, services: readonly string[], done: (error?: Error) => void): void;
  readonly PrimaryService: new (options: object) => object;
  readonly Characteristic: new (options: object) => object;
}

const SUCCESS = 0;
const name = process.argv[2] ?? 'WT901BLE67';
const bleno = createRequire(import.meta.url)('@abandonware/bleno') as Bleno;

let push: ((bytes: Buffer) => void) | null = null;
let longest = 20;
const device = createWitMotionDevice({
  feed: counterFeed,
  longest: () => longest,
  notify: (bytes) => push?.(bytes),
});

const data = new bleno.Characteristic({
  uuid: WITMOTION.notify,
  properties: ['notify'],
  onSubscribe(size: number, send: (bytes: Buffer) => void) {
    longest = size;
    push = send;
    device.subscribed(true);
  },
  onUnsubscribe() {
    push = null;
    device.subscribed(false);
  },
});
const control = new bleno.Characteristic({
  uuid: WITMOTION.write,
  properties: ['write', 'writeWithoutResponse'],
  onWriteRequest(bytes: Buffer, _offset: number, _withoutResponse: boolean, reply: Reply) {
    device.command(bytes);
    reply(SUCCESS);
  },
});

bleno.on('stateChange', (state) => {
  if (state !== 'poweredOn') return;
  bleno.setServices([
    new bleno.PrimaryService({ uuid: WITMOTION.service, characteristics: [data, control] }),
  ]);
  bleno.startAdvertising(name, [], (error) =>
    process.send?.({ advertising: error === undefined || error === null }),
  );
});
process.on('message', () => process.send?.({ sent: device.sent }));
process.on('disconnect', () => process.exit(0));
