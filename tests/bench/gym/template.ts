import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Change, openStore } from '../../../main/store/index.ts';
import { joinBatches } from '../../../src/recording/join.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { Analysis } from '../../../src/reps/rep.ts';
import { analyzeSet } from '../../../src/reps/whole-set/analyze-set.ts';
import { aSet, value } from '../../store/values.ts';
import { BENCH_CONTEXT, stretchOf } from '../stream.ts';

/** Of a set of eight hip thrusts with the moments before and after it, s. */
const SET_S = 50;

/** What is another in every set that is made from the one, as it stands in the JSON of it. */
const MARKS = { started_ms: 1_600_000_000_000, athlete: 'a'.repeat(32), number: 'ffffeeee' } as const;

/** A lifted, analysed and stored set, once, as its station tells it to the gym. */
export interface Template {
  readonly recording: Recording;
  readonly analysis: Analysis;
  /** JSON of the registers of a set; see `fill`. */
  readonly set: string;
  readonly athlete: string;
}

export function makeTemplate(): Template {
  const { batches, sensor } = stretchOf(SET_S, 5);
  const recording = joinBatches(batches, sensor, 'device');
  const analysis = analyzeSet(recording, BENCH_CONTEXT);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-bench-'));
  const store = value(openStore(folder, { clock: { now_epoch_ms: () => MARKS.started_ms } }));
  try {
    store.outbox.join({ gym: '0'.repeat(32), name: 'Gym', station: '00000000' });
    const { id } = value(store.athletes.create({ name: 'Athlete', body_mass_kg: 70 }));
    value(
      store.sets.insert(
        aSet(id, { analysis, recording, started_epoch_ms: MARKS.started_ms, deleted_reps: [] }),
      ),
    );
    const told = store.outbox.next(10);
    const [athlete, set] = (['athlete', 'set'] as const).map((kind) =>
      told.find((each) => each.kind === kind),
    ) as [Change, Change];
    return {
      recording,
      analysis,
      athlete: JSON.stringify(athlete.value),
      // identities of reps and of the visit end in the number of the set
      set: JSON.stringify(set.value)
        .replaceAll(athlete.id, MARKS.athlete)
        .replace(/([0-9a-f]{24})(?<!a{24})[0-9a-f]{8}(?=")/g, `$1${MARKS.number}`),
    };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface OneSet {
  readonly number: number;
  readonly started_ms: number;
  /** 32 hex digits. */
  readonly athlete: string;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** As UUIDv7, 32 hex digits. */
export const setId = ({ number, started_ms }: OneSet): string =>
  `${hex(started_ms, 12)}70008000${hex(number, 12)}`;

export const fill = ({ set }: Template, one: OneSet): string =>
  set
    .replaceAll(MARKS.athlete, one.athlete)
    .replaceAll(MARKS.number, hex(one.number, 8))
    .replaceAll(String(MARKS.started_ms), String(one.started_ms));

export const athleteId = (gym: number, athlete: number): string =>
  `${hex(MARKS.started_ms, 12)}7000${hex(0x8000 + gym, 4)}${hex(athlete, 12)}`;

/** The same by PostgreSQL, with `n`, `ms` and `athlete` at hand: a million sets do not go through a line. */
export const FILL_SQL = `replace(replace(replace($1::text, '${MARKS.athlete}', replace(athlete::text, '-', '')),
  '${MARKS.number}', lpad(to_hex(n), 8, '0')), '${MARKS.started_ms}', ms::text)::jsonb`;
export const ID_SQL = `(lpad(to_hex(ms), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid`;
