import {
  type Bluetooth,
  type BluetoothOptions,
  createBluetooth,
  type EngineName,
  nodeFork,
  type SensorSource,
} from '../../main/ble/index.ts';
import type { MachineFacts } from '../../main/ble/machine/facts.ts';
import type { SampleBatch } from '../../src/recording/samples.ts';
import type { SourceEvent } from '../../src/recording/source.ts';
import { PATIENCE_MS } from '../patience.ts';
import type { AirOptions } from '../virtual-air/air.ts';
import { counterOf } from '../virtual-air/feeds.ts';
import { type AirServer, openAir } from '../virtual-air/server.ts';

export const ENGINES: readonly EngineName[] = ['abandonware', 'stoprocent'];
export const HELPER = new URL('../../main/ble/helper/helper.ts', import.meta.url).pathname;

/** The stream is back this soon after the link can be, s on the air's own clock: the goal of the link. */
export const RECOVERY_S = 3;

/** A computer with one adapter and nothing wrong with it. */
export const HEALTHY: MachineFacts = {
  platform: 'linux',
  release: '6.1.0',
  adapters: ['hci0'],
  kernel_bluetooth: true,
  blocked: null,
  helper_program: '/usr/bin/node',
  compiler: true,
};

export interface Rig {
  readonly air: AirServer;
  readonly bluetooth: Bluetooth;
  readonly log: string[];
}

/** Of a test's own context: tests run side by side, each with its own air. */
export type OnTestFinished = (clean: () => Promise<void>) => void;

export interface RigOptions extends Partial<BluetoothOptions> {
  readonly air?: Partial<AirOptions>;
  readonly env?: NodeJS.ProcessEnv;
  /** Environment of the next helper, asked anew for each. */
  readonly envOf?: () => NodeJS.ProcessEnv;
  readonly helper?: string;
  readonly onHelper?: (pid: number) => void;
}

/** The station's Bluetooth with a real noble in a real helper process, on a virtual air. */
export async function openRig(
  engine: EngineName,
  onTestFinished: OnTestFinished,
  options: RigOptions = {},
): Promise<Rig> {
  const air = await openAir(options.air);
  const log: string[] = [];
  const bluetooth = createBluetooth({
    fork: (wanted) =>
      nodeFork({
        file: options.helper ?? HELPER,
        env: { ...process.env, ...air.env, ...options.env, ...options.envOf?.() },
        onOutput: (line) => log.push(line),
        ...(options.onHelper === undefined ? {} : { onStart: options.onHelper }),
      })(wanted),
    engines: [engine],
    facts: () => HEALTHY,
    log: (line) => log.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await bluetooth.close();
    await air.close();
  });
  return { air, bluetooth, log };
}

/** Everything a source said. */
export interface Heard {
  readonly batches: SampleBatch[];
  readonly events: SourceEvent[];
  /** Numbers of the samples, of a sensor fed with `counterFeed`. */
  counters(): number[];
  samples(): number;
  /** Monotonic time of the last delivery, s. */
  last_s(): number;
}

export function listenTo(source: SensorSource): Heard {
  const batches: SampleBatch[] = [];
  const events: SourceEvent[] = [];
  let last_s = 0;
  source.start({
    samples(batch) {
      batches.push(batch);
      last_s = Number(process.hrtime.bigint()) / 1e9;
    },
    event: (event) => void events.push(event),
  });
  return {
    batches,
    events,
    counters: () =>
      batches.flatMap((batch) =>
        Array.from({ length: batch.count }, (_, at) => counterOf(batch.gyro_dps?.[3 * at] ?? -1)),
      ),
    samples: () => batches.reduce((sum, batch) => sum + batch.count, 0),
    last_s: () => last_s,
  };
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until it holds; fails saying what was waited for. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end_ms = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end_ms) throw new Error(`waited ${PATIENCE_MS} ms in vain: ${what}`);
    await sleep(10);
  }
}

/** The id noble gives on Linux: the address without colons. */
export const idOf = (address: string) => address.replaceAll(':', '');
