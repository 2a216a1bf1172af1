import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { joinFiles } from '../../src/recording/files/read-files.ts';
import { createSignalFile } from '../../src/recording/files/signal-file.ts';
import { wholeTexts } from '../../src/recording/files/whole-texts.ts';
import { readForeignHistory } from '../../src/recording/histories/read-history.ts';
import { parseRoster } from '../../src/recording/roster.ts';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { mangle, someBytes, someJson, someWords } from './mangle.ts';
import { oneLine, pure, type Target } from './target.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Handed over in two pieces, as files come in. */
function readFile(name: string, bytes: Uint8Array, random: Random): void {
  const file = createSignalFile(name);
  const cut = random.integer(0, bytes.length);
  file.push(bytes.subarray(0, cut));
  file.push(bytes.subarray(cut));
  const got = joinFiles([file.end()]);
  if (!got.ok) oneLine(got.error.message);
  else
    for (const value of [...got.recording.t_s, ...got.recording.accel_g])
      if (!Number.isFinite(value)) throw new Error(`${value} among what was read`);
}

const CELLS = [
  't_s',
  'timestamp_ms',
  'ax_g',
  'ay_g',
  'az_g',
  'gx_dps',
  'gy_dps',
  'gz_dps',
  'Time (s)',
  'Acc_X',
  '0',
  '-1',
  '1e9',
  '1e400',
  '"',
  '""',
  'NaN',
  '',
  '1,5',
  '#',
  '2020-01-05 18:30:00',
  ',',
  ',',
  ',',
  ';',
  '\t',
  '\n',
  '\n',
  '\r\n',
  '\r',
] as const;
const TABLE = 't_s,ax_g,ay_g,az_g\n0,0,0,1\n0.01,0,0,1\n0.02,0,0,1.1\n0.03,0,0,1\n0.04,0,0,1\n';
const SIGNAL = bytesOf(
  [...recordingToCsv(simulatedSet({ seed: 3, reps: 1 }).recording)].join('').slice(0, 4000),
);
const MOVESENSE = bytesOf(
  '{"data":[{"acc":{"Timestamp":100,"ArrayAcc":[{"x":0.1,"y":9.8,"z":0}]}},{"acc":{"Timestamp":120,"ArrayAcc":[{"x":0,"y":9.8,"z":0.2}]}}]}',
);
const HISTORY = [
  'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n2020-01-05 18:30:00,A,Hip Thrust (Barbell),1,100,8\n',
  'title,start_time,exercise_title,set_index,weight_kg,reps\nA,"5 Jan 2020, 18:30",Squat,0,100,5\n',
] as const;
const ROSTER = 'Name,Group,Birth year,Body mass (kg)\nEva,A,2001,60\nBo,B,,\n';

export const READERS: readonly Target[] = [
  pure('CSV of cells', 0.05, (random) => readFile('a.csv', bytesOf(someWords(random, CELLS, 60)), random)),
  pure('CSV mangled', 0.05, (random) => readFile('a.csv', mangle(random, bytesOf(TABLE)), random)),
  pure('signal mangled', 0.01, (random) => readFile('a.csv', mangle(random, SIGNAL), random)),
  pure('any file', 0.02, (random) =>
    readFile(random.pick(['a.csv', 'a.zip', 'a.json', 'a.gz']), magic(random), random),
  ),
  pure('JSON', 0.02, (random) =>
    readFile(
      'a.json',
      random.chance(0.7) ? mangle(random, MOVESENSE) : bytesOf(JSON.stringify({ data: someJson(random) })),
      random,
    ),
  ),
  pure('history', 0.03, (random) => {
    const got = readForeignHistory(textOf(mangle(random, bytesOf(random.pick(HISTORY)))), {
      today: '2026-11-30',
    });
    if (got !== null && !got.ok) oneLine(got.message);
  }),
  pure('roster', 0.02, (random) => {
    const got = parseRoster(textOf(mangle(random, bytesOf(ROSTER))));
    if (!got.ok) oneLine(got.message);
  }),
  pure('text of any file', 0.01, (random) => void wholeTexts('a.zip', magic(random))),
];

const HEADS: readonly [readonly number[], ...(readonly number[])[]] = [
  [],
  [0x50, 0x4b, 3, 4],
  [0x1f, 0x8b, 8],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0x7b],
];
const magic = (random: Random): Uint8Array =>
  Uint8Array.from([...random.pick(HEADS), ...someBytes(random, 300)]);
