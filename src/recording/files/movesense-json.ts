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
  const packets = entries.flatMap((each) =>
    isObject(each) ? [...Object.values(each), each].filter(isPacket) : [],
  );
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

const isPacket = (value: unknown): value is Packet =>
  isObject(value) && typeof value.Timestamp === 'number' && Number.isFinite(value.Timestamp);
