import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBluetooth, nodeFork } from '../../main/ble/index.ts';
import { ENGINES, HEALTHY, HELPER, listenTo, until } from '../ble/harness.ts';
import { btvirtPath } from '../programs.ts';
import { requirement } from '../require.ts';
import { type Btvirt, startBtvirt } from './btvirt.ts';

// The virtual air and its GATT server are ours, so they could share our mistakes. Here the controllers are
// BlueZ's and the GATT server is bleno: what the link does must be the same.

const SECONDS = 30;
const RATE_HZ = 100;
const program = btvirtPath();

requirement('btvirt', program !== null, 'apt-get install bluez-test-tools').concurrent(
  "against BlueZ's emulated controller and bleno",
  () => {
    let btvirt: Btvirt;
    const peripherals: ChildProcess[] = [];
    beforeAll(async () => {
      btvirt = await startBtvirt(program ?? '');
    });
    afterAll(async () => {
      for (const peripheral of peripherals) peripheral.kill('SIGKILL');
      await btvirt.close();
    });

    const startPeripheral = async (name: string): Promise<ChildProcess> => {
      const peripheral = fork(new URL('./peripheral.ts', import.meta.url).pathname, [name], {
        env: { ...process.env, ...btvirt.env },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      peripherals.push(peripheral);
      const [message] = await once(peripheral, 'message');
      expect(message).toEqual({ advertising: true });
      return peripheral;
    };

    test.each(ENGINES)(
      `@%s/noble streams ${SECONDS} s at ${RATE_HZ} Hz and loses nothing`,
      async (engine) => {
        const name = `WT901-${engine.slice(0, 4)}`;
        const peripheral = await startPeripheral(name);
        const bluetooth = createBluetooth({
          fork: nodeFork({ file: HELPER, env: { ...process.env, ...btvirt.env } }),
          engines: [engine],
          facts: () => HEALTHY,
        });
        try {
          bluetooth.startScan();
          const found = () => bluetooth.devices().find((each) => each.advertised_name === name);
          await until('the sensor is heard', () => found() !== undefined);
          bluetooth.stopScan();
          const source = bluetooth.connect(found()?.id ?? '', { rate_hz: RATE_HZ });
          const heard = listenTo(source);
          await until('it streams', () => source.link().phase === 'streaming');
          await until('it has streamed', () => heard.samples() > SECONDS * RATE_HZ);
          expect(source.link()).toMatchObject({ phase: 'streaming', attempts: 0, battery_percent: 100 });
          peripheral.send({});
          const [{ sent }] = (await once(peripheral, 'message')) as [{ sent: number }];
          // nothing of what was on its way is missing either
          await until('all that was sent by now is heard', () => (heard.counters().at(-1) ?? 0) >= sent - 1);
          await source.stop();
          const counters = heard.counters();
          const first = counters[0] ?? 0;
          expect(counters).toEqual(counters.map((_, at) => first + at));
        } finally {
          await bluetooth.close();
        }
      },
    );
  },
);
