import { analysisReport } from '../../src/contract/analysis.ts';
import { LOAD_MOST_KG } from '../../src/contract/fields.ts';
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts';
import { variationOf } from '../../src/lifts/catalogue.ts';
import type { Reference } from '../../src/lifts/lift.ts';
import type { Recording } from '../../src/recording/samples.ts';
import { replayLive } from '../../src/reps/live/replay.ts';
import type { Analysis, SetContext } from '../../src/reps/rep.ts';
import { analyzeSet } from '../../src/reps/whole-set/analyze-set.ts';
import { joinSets, laterRep } from '../../src/reps/whole-set/join-sets.ts';
import { conditionRecording } from '../../src/signal/condition-recording.ts';
import { readVersion } from '../root.ts';
import { analyzeParts } from '../station/imports/analyze-parts.ts';
import type { Outcome, Values } from './command.ts';
import { explainTable } from './explain.ts';
import { chooseLift, chooseMount, MOST_ROM_M, positiveNumber } from './options.ts';
import { toJson } from './print.ts';
import { readRecording } from './read-recording.ts';

/** A range given on the command line is rounded to the centimetre: 1 cm / sqrt(12), m. */
const GIVEN_SIGMA_M = 0.003;

/** Acceleration, gravity and angular rate: no tool writes more files of one recording. */
const MOST_FILES = 3;

/** Recording in, JSON out; with --explain and without --json a table of every movement, for people. */
export async function analyze(values: Values, positionals: readonly string[]): Promise<Outcome> {
  if (positionals.length === 0 || positionals.length > MOST_FILES)
    return {
      code: 2,
      message: 'analyze needs one FILE ("-" reads standard input), or two of one recording.',
    };
  const lift = chooseLift(values);
  if (!lift.ok) return { code: 2, message: lift.error.message };
  const mount = chooseMount(values);
  if (!mount.ok) return { code: 2, message: mount.error.message };
  const load = positiveNumber(values, 'load-kg', LOAD_MOST_KG);
  if (!load.ok) return { code: 2, message: load.error.message };
  const rom = positiveNumber(values, 'reference-rom-m', MOST_ROM_M);
  if (!rom.ok) return { code: 2, message: rom.error.message };

  const read = await readRecording(positionals);
  if (!read.ok) return { code: 2, message: read.error.message };

  const context: SetContext = {
    ...lift.value,
    mount: mount.value,
    load_kg: load.value,
    targets: variationOf(lift.value.lift, lift.value.variation).targets,
    reference: rom.value === null ? null : givenReference(rom.value),
    calibration: null,
    set_end_s: DEFAULT_SETTINGS.set_end_s,
  };
  const live = values.live === true;
  const explain = values.explain === true;
  if (explain && values.json !== true) {
    const final = explainTable('At the end of the set', analyzeSet(read.value, context).movements);
    const during = explainTable('While the set ran', replayLive(read.value, context).analysis.movements);
    process.stdout.write(`${final}\n${during}`);
    return { code: 0 };
  }
  const analyzeOne = (recording: Recording): Analysis =>
    live ? replayLive(recording, context).analysis : analyzeSet(recording, context);
  const facts = { lockout: readVersion(), ...lift.value, live, explain };
  // every movement is told on one clock, so what is explained is not parted
  const parts = explain ? [] : analyzeParts(read.value, analyzeOne);
  if (parts.length < 2) {
    process.stdout.write(toJson(analysisReport(analyzeOne(read.value), facts)));
    return { code: 0 };
  }
  const whole = joinSets(parts, conditionRecording(read.value, null).facts);
  const sets = parts.map(({ start_s, analysis }, k) => ({
    index: k + 1,
    start_s,
    reps: analysis.reps.map((rep) => laterRep(rep, start_s)),
    failed: analysis.failed.map((rep) => laterRep(rep, start_s)),
    set: analysis.set,
  }));
  process.stdout.write(toJson(analysisReport(whole, facts, sets)));
  return { code: 0 };
}

const givenReference = (rom_m: number): Reference => ({
  rom_m,
  rom_sigma_m: GIVEN_SIGMA_M,
  lockout_height_m: null,
  lockout_height_sigma_m: null,
  steadiness: null,
  origin: 'given',
});
