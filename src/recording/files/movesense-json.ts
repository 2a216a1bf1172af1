import { words } from '../../words/index.ts';
import type { Quantity } from '../formats/layout.ts';
import { ACCEL_SCALES } from '../formats/units.ts';
import { createGrowing } from './growing.ts';
import type { SignalTable } from './signal-table.ts';

/** A packet whose follower is missing is spread over as much time as this one, ms: 50 Hz, the middle of the rates. */
const STEP_MS = 20;

interface Packet {
  readonly Timestamp: number;
  readonly [array: string]: unknown;
}

/** What the sensor's arrays hold: acceleration in m/s2, angular rate in deg/s. */
const ARRAYS: readonly { readonly array: string; readonly quantity: Quantity; readonly scale: number }[] = [
  { array: 'ArrayAcc', quantity: 'accel', scale: ACCEL_SCALES.mps2 },
  { array: 'ArrayGyro', quantity: 'gyro', scale: 1 },
];

/**
 * Movesense's JSON: `data` is a list of packets `acc`, `gyro` or `imu...`, each with the time of its first reading
 * (ms) and an array of readings, evenly spread up to the next packet.
 */
export function readMovesenseJson(entries: readonly unknown[], file: string): SignalTable[] {
  const packets = packetsIn(entries, 0);
  return ARRAYS.map(({ array, quantity, scale }) =>
    tableOf(
      file,
      quantity,
      scale,
      array,
      packets.filter((packet) => Array.isArray(packet[array])),
    ),
  ).filter((table) => table !== null);
}

/** Apps put them under the name of the resource, of the measurement, or of the message. */
const DEEPEST = 4;
const packetsIn = (value: unknown, depth: number): Packet[] => {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  const packet = isObject(value) ? packetOf(value) : null;
  return packet === null ? Object.values(value).flatMap((each) => packetsIn(each, depth + 1)) : [packet];
};

/** The sensors that are named beside the packets, or in the address a packet came from (`174430000051/Meas/IMU9/52`). */
export function movesenseSensors(entries: readonly unknown[]): string[] {
  const named = entries.flatMap((entry): unknown[] => {
    if (!isObject(entry)) return [];
    const from = /^(?:suunto:\/\/)?([^/]+)\/meas\//i.exec(String(entry.Uri ?? entry.uri ?? ''))?.[1];
    return [entry.Serial ?? entry.serial ?? entry.deviceId ?? from];
  });
  return [...new Set(named.flatMap((each) => (each === undefined || each === null ? [] : [String(each)])))];
}

function tableOf(
  file: string,
  quantity: Quantity,
  scale: number,
  array: string,
  packets: readonly Packet[],
): SignalTable | null {
  const t = createGrowing();
  const values = createGrowing();
  const origin_ms = packets[0]?.Timestamp ?? 0;
  let step_ms = STEP_MS;
  packets.forEach((packet, k) => {
    const readings = packet[array] as unknown[];
    const next = packets[k + 1]?.Timestamp;
    const span_ms = next === undefined ? Number.NaN : next - packet.Timestamp;
    if (span_ms > 0 && span_ms < 1000) step_ms = span_ms / readings.length;
    readings.forEach((reading, i) => {
      if (!isObject(reading)) return;
      const axes = [reading.x, reading.y, reading.z];
      const now = (packet.Timestamp - origin_ms + i * step_ms) / 1000;
      if (!axes.every((each) => typeof each === 'number' && Number.isFinite(each))) return;
      if (t.length > 0 && now <= t.at(t.length - 1)) return;
      t.push(now);
      for (const each of axes) values.push((each as number) * scale);
    });
  });
  return t.length === 0
    ? null
    : {
        file,
        tool: words.files.tools.movesense,
        clock: 'device',
        origin_s: origin_ms / 1000,
        t_s: t.values(),
        vectors: [{ quantity, values: values.values() }],
        remarks: [],
      };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A packet whatever the case of its keys; null: it is none. */
function packetOf(value: Record<string, unknown>): Packet | null {
  const find = (name: string): unknown => value[name] ?? value[name.charAt(0).toLowerCase() + name.slice(1)];
  const time = find('Timestamp');
  if (typeof time !== 'number' || !Number.isFinite(time)) return null;
  return { Timestamp: time, ArrayAcc: find('ArrayAcc'), ArrayGyro: find('ArrayGyro') };
}
