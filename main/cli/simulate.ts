import { writeFile } from 'node:fs/promises';
import type { Result } from '../../src/contract/result.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { BURSTY_ARRIVAL, DEVICE_CLOCK } from '../../src/recording/synthetic/delivery.ts';
import { IDEAL_SENSOR, UNCALIBRATED_SENSOR } from '../../src/recording/synthetic/sensor-model.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import type { SetSpec } from '../../src/recording/synthetic/spec.ts';
import type { Outcome, Values } from './command.ts';
import { chooseLift, MOST_ROM_M, numberList, positiveNumber, wholeNumber } from './options.ts';
import { printPieces, toJson } from './print.ts';

const DEFAULT_REPS = 8;
const DEFAULT_SEED = 1;

/** A simulated set as a recording on standard output; what it truly was, on request, in a file. */
export async function simulate(values: Values): Promise<Outcome> {
  const spec = specOf(values);
  if (!spec.ok) return { code: 2, message: spec.error.message };
  const { recording, truth } = simulatedSet(spec.value);
  if (typeof values.truth === 'string') await writeFile(values.truth, toJson(truth));
  await printPieces(recordingToCsv(recording));
  return { code: 0 };
}

/** Reps of a set, as the page's goal; more only fill the memory. */
const MOST_REPS = 200;
/** No mean velocity of a barbell is higher, m/s: that of the page's goal. */
const MOST_MPS = 5;
/** No sensor here sends more readings a second, Hz; chosen here above all of them. */
const MOST_RATE_HZ = 4000;

function specOf(values: Values): Result<SetSpec> {
  const lift = chooseLift(values);
  if (!lift.ok) return lift;
  const numbers = {
    reps: wholeNumber(values, 'reps', 1, MOST_REPS),
    seed: wholeNumber(values, 'seed', 0),
    failed: wholeNumber(values, 'failed', 0, MOST_REPS),
    rom: positiveNumber(values, 'rom-m', MOST_ROM_M),
    mcv: positiveNumber(values, 'mcv-mps', MOST_MPS),
    rate: positiveNumber(values, 'rate-hz', MOST_RATE_HZ),
  };
  const hold = numberList(values, 'hold-s');
  const half = numberList(values, 'half-reps');
  for (const read of [...Object.values(numbers), hold, half]) if (!read.ok) return read;
  const value = (read: Result<number | null>): number | null => (read.ok ? read.value : null);
  const model = values.ideal === true ? IDEAL_SENSOR : UNCALIBRATED_SENSOR;
  const optional = <K extends keyof SetSpec>(key: K, given: SetSpec[K] | null): Partial<SetSpec> =>
    given === null ? {} : ({ [key]: given } as Partial<SetSpec>);
  return {
    ok: true,
    value: {
      ...lift.value,
      seed: value(numbers.seed) ?? DEFAULT_SEED,
      reps: value(numbers.reps) ?? DEFAULT_REPS,
      failed_attempts: value(numbers.failed) ?? 0,
      sensor: { ...model, rate_hz: value(numbers.rate) ?? model.rate_hz },
      delivery: values.bursts === true ? BURSTY_ARRIVAL : DEVICE_CLOCK,
      ...optional('rom_m', value(numbers.rom)),
      ...optional('mcv_mps', value(numbers.mcv)),
      ...optional('hold_s', hold.ok ? hold.value : null),
      ...optional('half_reps', half.ok ? half.value : null),
    },
  };
}
