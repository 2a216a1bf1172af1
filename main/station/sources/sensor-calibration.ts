import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { CalibrationState } from '../../../src/contract/source.ts';
import type { SampleBatch } from '../../../src/recording/samples.ts';
import { fitCalibration } from '../../../src/signal/calibrate.ts';
import type { SensorCalibration } from '../../../src/signal/calibration.ts';
import { createRestFinder, type RestFinder } from '../../../src/signal/rest-finder.ts';
import { type RestMemory, readRestMemory, rememberRest } from '../../../src/signal/rest-memory.ts';
import { createSixPosition, type SixPosition } from '../../../src/signal/six-position.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import type { ConnectedSource } from './sources.ts';

/** Length of the calibration after pairing, s: several rests of 2 s, and short enough for a coach to wait through. */
const STILL_S = 10;
/** A learned offset that moves less than this is not announced, g; chosen here, because no number on screen would change. */
const WORTH_TELLING_G = 0.002;

/** What is known of each physical sensor's own errors, and how it is learned. */
export interface SensorCalibrations {
  of(entry: ConnectedSource): SensorCalibration | null;
  state(entry: ConnectedSource): CalibrationState;
  begin(entry: ConnectedSource, action: 'six-position' | 'still'): Result<null>;
  cancel(entry: ConnectedSource): void;
  /** With every batch of every sensor: rests of ordinary training teach too. True when something changed. */
  push(entry: ConnectedSource, batch: SampleBatch): 'nothing' | 'progress' | 'recalibrated';
}

interface Known {
  calibration: SensorCalibration | null;
  memory: RestMemory;
  finder: RestFinder;
  six: SixPosition | null;
  still: RestFinder | null;
  /** How the last routine ended. */
  outcome: { readonly refused: boolean; readonly message: string } | null;
}

export function createSensorCalibrations(store: Store): SensorCalibrations {
  const sensors = new Map<string, Known>();
  // the database is read once: it is not for the path of every sample
  const know = (id: string): Known => {
    let known = sensors.get(id);
    if (known === undefined) {
      const stored = store.sensors.get(id);
      known = {
        calibration: stored?.calibration ?? null,
        memory: readRestMemory(stored?.rest_state ?? []),
        finder: createRestFinder(),
        six: null,
        still: null,
        outcome: null,
      };
      sensors.set(id, known);
    }
    return known;
  };
  const isSensor = (entry: ConnectedSource): boolean => entry.source.kind === 'sensor';
  const save = (id: string, { calibration, memory }: Known): void => {
    store.sensors.saveCalibration(id, calibration, memory);
  };

  /** A rest: into the memory, and a new fit unless the six sides were shown, which is worth more. */
  const learn = (id: string, known: Known, batch: SampleBatch): boolean => {
    const rest = known.finder.push(batch);
    if (rest === null) return false;
    known.memory = rememberRest(known.memory, rest);
    const before = known.calibration;
    const fit = before?.origin === 'six-position' ? null : fitCalibration(known.memory, 'rests');
    const changed = fit?.ok === true && isNews(before, fit.calibration);
    if (fit?.ok && changed) known.calibration = fit.calibration;
    save(id, known);
    return changed;
  };

  const guided = (id: string, known: Known, six: SixPosition, batch: SampleBatch) => {
    const before = `${six.positions} ${six.repeated}`;
    six.push(batch);
    if (six.result === null) return `${six.positions} ${six.repeated}` === before ? 'nothing' : 'progress';
    known.six = null;
    if (!six.result.ok) {
      known.outcome = { refused: true, message: six.result.reason };
      return 'progress';
    }
    known.calibration = six.result.calibration;
    save(id, known);
    return 'recalibrated';
  };

  return {
    of: (entry) => (isSensor(entry) ? know(entry.facts.id).calibration : null),
    state(entry) {
      if (!isSensor(entry)) return { status: 'none', residual_mg: null, rests: 0, message: null };
      const known = know(entry.facts.id);
      const { calibration, outcome } = known;
      return {
        status: statusOf(known),
        residual_mg: calibration === null ? null : Math.round(calibration.residual_g * 10_000) / 10,
        rests: calibration?.rests ?? known.memory.reduce((sum, rest) => sum + rest.weight, 0),
        message: instruction(known) ?? outcome?.message ?? null,
      };
    },
    begin(entry, action) {
      if (!isSensor(entry)) return failure('not-a-sensor', words.says.source.notCalibratable);
      if (entry.phase !== 'streaming') return failure('not-streaming', words.says.source.notStreaming);
      const known = know(entry.facts.id);
      known.outcome = null;
      known.six = action === 'six-position' ? createSixPosition() : null;
      known.still = action === 'still' ? createRestFinder() : null;
      return success(null);
    },
    cancel(entry) {
      const known = know(entry.facts.id);
      known.six = null;
      known.still = null;
      known.outcome = null;
    },
    push(entry, batch) {
      if (!isSensor(entry)) return 'nothing';
      const { id } = entry.facts;
      const known = know(id);
      if (known.six) return guided(id, known, known.six, batch);
      const learned = learn(id, known, batch);
      const progressed = known.still !== null && lieStill(known, known.still, batch);
      return learned ? 'recalibrated' : progressed ? 'progress' : 'nothing';
    },
  };
}

/** Ten seconds at rest after pairing; true when there is something new to show. */
function lieStill(known: Known, finder: RestFinder, batch: SampleBatch): boolean {
  const before_s = Math.floor(finder.still_s);
  finder.push(batch);
  if (finder.still_s >= STILL_S) {
    known.still = null;
    known.outcome = { refused: false, message: words.says.sensor.stillKept(known.memory.length) };
    return true;
  }
  return Math.floor(finder.still_s) !== before_s;
}

function statusOf({ six, still, outcome, calibration, memory }: Known): CalibrationState['status'] {
  if (six || still) return 'running';
  if (outcome?.refused) return 'refused';
  if (calibration) return 'calibrated';
  return memory.length > 0 ? 'learning' : 'none';
}

/** What the running routine wants next. */
function instruction({ six, still }: Known): string | null {
  if (six) return words.says.sensor.nextSide(six.positions + 1, six.wanted, six.repeated);
  return still ? words.says.sensor.holdStill(Math.max(0, Math.ceil(STILL_S - still.still_s))) : null;
}

function isNews(before: SensorCalibration | null, now: SensorCalibration): boolean {
  if (before === null) return true;
  return now.accel_offset_g.some(
    (offset, axis) => Math.abs(offset - (before.accel_offset_g[axis] ?? 0)) > WORTH_TELLING_G,
  );
}
