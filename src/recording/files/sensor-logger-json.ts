import { words } from '../../words/index.ts';
import { sensorLoggerQuantity, sensorLoggerScale } from '../formats/sensor-logger.ts';
import { createGrowing, type Growing } from './growing.ts';
import type { SignalTable } from './signal-table.ts';

const NS_PER_S = 1e9;

interface Stream {
  readonly t: Growing;
  readonly values: Growing;
  readonly origin_s: number;
}

/** Sensor Logger's JSON: a list of readings, each with the name of its sensor, the time in ns since 1970, and x, y, z as texts. */
export function readSensorLoggerJson(entries: readonly unknown[]): SignalTable[] {
  const streams = new Map<string, Stream>();
  for (const entry of entries) {
    const { sensor, time, x, y, z } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const at_s = Number(time) / NS_PER_S;
    const axes = [x, y, z].map((each) => (each === undefined || each === '' ? Number.NaN : Number(each)));
    if (typeof sensor !== 'string' || ![at_s, ...axes].every(Number.isFinite)) continue;
    const stream = streams.get(sensor) ?? { t: createGrowing(), values: createGrowing(), origin_s: at_s };
    streams.set(sensor, stream);
    const now = at_s - stream.origin_s;
    if (stream.t.length > 0 && now <= stream.t.at(stream.t.length - 1)) continue;
    stream.t.push(now);
    for (const each of axes) stream.values.push(each);
  }
  return [...streams].flatMap(([sensor, { t, values, origin_s }]): SignalTable[] => {
    const quantity = sensorLoggerQuantity(sensor);
    if (quantity === undefined) return [];
    const scale = sensorLoggerScale(quantity);
    return [
      {
        file: sensor,
        tool: words.files.tools.sensorLogger,
        clock: 'device',
        origin_s,
        t_s: t.values(),
        vectors: [{ quantity, values: values.values().map((each) => each * scale) }],
        remarks: [],
      },
    ];
  });
}
