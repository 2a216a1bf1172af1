import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync, strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { G_MPS2, RAD_PER_DEG } from '../../src/recording/units.ts';

// Reading files of other tools: MB a second and memory at its peak, beside Papa Parse alone on the same text.

const MB = 1e6;
/** Twenty minutes of a sensor at 100 Hz: long enough for memory to show. */
const FILE_MB = 10;
const STREAM_MB = 200;
const PIECE = 2 ** 18;

interface Reading {
  readonly t: number;
  readonly a: readonly number[];
  readonly w: readonly number[];
}

/** A set lifted again and again, one after another. */
function* readings(): Generator<Reading> {
  const { t_s, accel_g, gyro_dps } = simulatedSet({ seed: 3, reps: 4 }).recording;
  const length_s = (t_s.at(-1) ?? 0) + 0.01;
  for (let turn = 0; ; turn++)
    for (let i = 0; i < t_s.length; i++)
      yield {
        t: (t_s[i] ?? 0) + turn * length_s,
        a: [...accel_g.subarray(3 * i, 3 * i + 3)],
        w: [...(gyro_dps?.subarray(3 * i, 3 * i + 3) ?? [0, 0, 0])],
      };
}

const START_MS = Date.UTC(2026, 10, 20, 17, 30);
const each = (values: readonly number[], times: number): string[] =>
  values.map((value) => (value * times).toFixed(5));
const OWN = {
  header: 't_s,ax_g,ay_g,az_g,gx_dps,gy_dps,gz_dps',
  line: ({ t, a, w }: Reading) => [t.toFixed(4), ...each(a, 1), ...each(w, 1)].join(','),
};
const TABLES: readonly { readonly what: string; readonly header: string; line(of: Reading): string }[] = [
  { what: 'Lockout CSV', ...OWN },
  {
    what: 'WitMotion, tabs and dates',
    header: 'time\tDeviceName\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)',
    line: ({ t, a, w }) =>
      [new Date(START_MS + t * 1000).toISOString(), 'WT901', ...each(a, 1), ...each(w, 1)].join('\t'),
  },
  {
    what: 'decimal commas',
    header: 'Zeit (s);Beschleunigung x (m/s²);Beschleunigung y (m/s²);Beschleunigung z (m/s²)',
    line: ({ t, a }) => [t.toFixed(4), ...each(a, G_MPS2)].join(';').replaceAll('.', ','),
  },
  {
    what: 'phyphox, quotes and exponents',
    header:
      '"Time (s)","Acceleration x (m/s^2)","Acceleration y (m/s^2)","Acceleration z (m/s^2)","Gyroscope x (rad/s)","Gyroscope y (rad/s)","Gyroscope z (rad/s)"',
    line: ({ t, a, w }) =>
      [t, ...a.map((value) => value * G_MPS2), ...w.map((value) => value * RAD_PER_DEG)]
        .map((value) => `"${value.toExponential(9)}"`)
        .join(','),
  },
];

function textOf({ header, line }: (typeof TABLES)[number], megabytes: number): string {
  const lines = [header];
  let size = 0;
  for (const reading of readings()) {
    const next = line(reading);
    lines.push(next);
    size += next.length + 1;
    if (size > megabytes * MB) return lines.join('\n');
  }
  return '';
}

const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();
const held = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Buffers let go in one collection are freed in the next. */
async function tidy(): Promise<void> {
  for (let pass = 0; pass < 3; pass++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Run = (weigh: () => void) => void;

/** What is held after a collection at its busiest, above what was held before; then how fast it is without being weighed. */
async function measured(megabytes: number, run: Run): Promise<Record<string, number>> {
  await tidy();
  const before = held();
  let peak = 0;
  run(() => {
    collect();
    peak = Math.max(peak, held() - before);
  });
  await tidy();
  const cpu = process.cpuUsage();
  const began = performance.now();
  run(() => {});
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    'MB/s': Number((megabytes / seconds).toFixed(1)),
    'MB per cpu s': Number((megabytes / ((user + system) / 1e6)).toFixed(1)),
    'held at its peak, MB': Number((peak / MB).toFixed(0)),
    'times the file': Number((peak / MB / megabytes).toFixed(2)),
  };
}

/** Weighed ten times on the way, and once more when it is whole. */
function readInPieces(name: string, bytes: Uint8Array, weigh: () => void): void {
  const file = createSignalFile(name);
  const between = Math.ceil(bytes.length / PIECE / 10) * PIECE;
  for (let from = 0; from < bytes.length; from += PIECE) {
    file.push(bytes.subarray(from, from + PIECE));
    if (from % between === 0) weigh();
  }
  const read = joinFiles([file.end()]);
  if (!read.ok) throw new Error(read.error.message);
  weigh();
}

/** A file larger than anybody keeps in memory: each piece is made when it is wanted. */
function readStream(weigh: () => void): void {
  const file = createSignalFile('long.csv');
  const encoder = new TextEncoder();
  let text = `${OWN.header}\n`;
  let size = 0;
  let next_mb = 10;
  for (const reading of readings()) {
    text += `${OWN.line(reading)}\n`;
    if (text.length < PIECE) continue;
    size += text.length;
    file.push(encoder.encode(text));
    text = '';
    if (size > next_mb * MB) {
      weigh();
      next_mb += 40;
    }
    if (size > STREAM_MB * MB) break;
  }
  const read = joinFiles([file.end()]);
  if (!read.ok) throw new Error(read.error.message);
  weigh();
}

export default async function files() {
  const rows: Record<string, string | number>[] = [];
  for (const table of TABLES) {
    const text = textOf(table, FILE_MB);
    const bytes = strToU8(text);
    const size = bytes.length / MB;
    rows.push({
      what: table.what,
      ...(await measured(size, (weigh) => readInPieces('a.csv', bytes, weigh))),
    });
    rows.push({
      what: `${table.what}: Papa Parse alone`,
      ...(await measured(size, (weigh) => {
        const { data } = Papa.parse(text, { delimiter: '', newline: '\n', quoteChar: '"' });
        weigh();
        if (data.length < 2) throw new Error('nothing was parsed');
      })),
    });
    if (table.what !== 'Lockout CSV') continue;
    for (const [what, packed] of [
      ['the same zipped', zipSync({ 'a.csv': bytes }, { level: 6 })],
      ['the same gzipped', gzipSync(bytes)],
    ] as const)
      rows.push({
        what,
        ...(await measured(size, (weigh) =>
          readInPieces(what.endsWith('gzipped') ? 'a.csv.gz' : 'a.zip', packed, weigh),
        )),
      });
  }
  rows.push({ what: `Lockout CSV, streamed ${STREAM_MB} MB`, ...(await measured(STREAM_MB, readStream)) });
  return { title: `Files of ${FILE_MB} MB read in pieces of ${PIECE / 1024} KiB`, rows };
}
