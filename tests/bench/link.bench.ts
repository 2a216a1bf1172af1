import { readFileSync } from 'node:fs';
import { createBluetooth, type EngineName, monotonicClock, nodeFork } from '../../main/ble/index.ts';
import { counterFeed, counterOf } from '../virtual-air/feeds.ts';
import { openAir } from '../virtual-air/server.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';

/**
 * How long a notification takes from the adapter to the station's sink, with two sensors at 200 Hz: through
 * the real noble in its helper process and the line between the processes. Beside it the part the station
 * cannot see in its stamps (adapter to stamp) and the part it can (stamp to sink).
 */
const RATE_HZ = 200;
const SECONDS = 15;
const SENSORS = ['c0:00:00:00:00:01', 'c0:00:00:00:00:02'] as const;
/** ATT notification: opcode, handle, then the first frame's `55 61`, acceleration (6 bytes) and x rate. */
const FIRST_COUNTER_AT = 3 + 2 + 6;
const NOTIFICATION = 0x1b;
const TICKS_PER_S = 100;

export default async function bench() {
  const rows = [];
  for (const engine of ['abandonware', 'stoprocent'] as const) rows.push(await measure(engine));
  return {
    title: `Latency from notification to sink, two sensors at ${RATE_HZ} Hz for ${SECONDS} s, ms`,
    rows,
  };
}

async function measure(engine: EngineName): Promise<Record<string, string | number>> {
  // two sensors in step send the same counters: the second one's are told apart by half their range
  const apart = 16_384;
  const delivered = new Map<number, number>();
  const air = await openAir({
    onDelivered(pdu) {
      if (pdu[0] !== NOTIFICATION || pdu.readUInt16BE(3) !== 0x5561) return;
      delivered.set(pdu.readInt16LE(FIRST_COUNTER_AT), monotonicClock.now_s());
    },
  });
  const pids: number[] = [];
  const bluetooth = createBluetooth({
    fork: nodeFork({
      file: new URL('../../main/ble/helper/helper.ts', import.meta.url).pathname,
      env: { ...process.env, ...air.env },
      onStart: (pid) => pids.push(pid),
    }),
    engines: [engine],
  });
  const whole: number[] = [];
  const toSink: number[] = [];
  let measuring = false;
  const sources = SENSORS.map((address, index) => {
    const sensor = createWitMotion({
      address,
      feed: (sample) => counterFeed(index * apart + (sample % apart)),
    });
    air.air.add(sensor);
    const source = bluetooth.connect(address.replaceAll(':', ''), { family: 'witmotion', rate_hz: RATE_HZ });
    source.start({
      samples(batch) {
        const now_s = monotonicClock.now_s();
        const at_s = delivered.get(counterOf(batch.gyro_dps?.[0] ?? 0));
        if (!measuring || at_s === undefined) return;
        whole.push((now_s - at_s) * 1000);
        toSink.push((now_s - (batch.t_s[batch.count - 1] ?? now_s)) * 1000);
      },
      event() {},
    });
    return source;
  });
  while (sources.some((source) => source.link().phase !== 'streaming')) await sleep(50);
  await sleep(1_000);
  const before_s = cpu_s(pids[0]);
  measuring = true;
  await sleep(SECONDS * 1000);
  measuring = false;
  const cpu_pct = ((cpu_s(pids[0]) - before_s) / SECONDS) * 100;
  const lost = sources.reduce((sum, source) => sum + source.link().statistics.losses, 0);
  await bluetooth.close();
  await air.close();
  const [all, stamp] = [sorted(whole), sorted(toSink)];
  return {
    engine: `@${engine}/noble`,
    'adapter to sink p50': at(all, 0.5),
    p99: at(all, 0.99),
    max: at(all, 1),
    'stamp to sink p50': at(stamp, 0.5),
    'p99 ': at(stamp, 0.99),
    notifications: all.length,
    'links lost': lost,
    'helper CPU %': round(cpu_pct),
  };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const round = (value: number) => Math.round(value * 100) / 100;
const at = (values: readonly number[], share: number) =>
  round(values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN);

/** User and system time of a process, s; NaN where the system has no /proc. */
function cpu_s(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
  } catch {
    return Number.NaN;
  }
}
