import type { SampleBatch } from '../recording/samples.ts';
import { type CalibrationFit, fitCalibration, type SensorRest } from './calibrate.ts';
import { createRestFinder } from './rest-finder.ts';
import { angle_deg } from './rest-memory.ts';

const POSITIONS = 6;
/** Angle from which a side is another side, degrees: half of the 90 between the sides of a box, however roughly it is put down. */
const OTHER_SIDE_DEG = 45;

/** The guided routine: the sensor is put down on six sides, one after the other. */
export interface SixPosition {
  push(batch: SampleBatch): void;
  readonly positions: number;
  readonly wanted: number;
  /** The last rest was on a side that had been shown already. */
  readonly repeated: boolean;
  /** null while positions are missing. */
  readonly result: CalibrationFit | null;
}

export function createSixPosition(): SixPosition {
  const finder = createRestFinder();
  const rests: SensorRest[] = [];
  let repeated = false;
  let result: CalibrationFit | null = null;
  return {
    push(batch) {
      if (result !== null) return;
      const rest = finder.push(batch);
      if (rest === null) return;
      repeated = rests.some((known) => angle_deg(known, rest) < OTHER_SIDE_DEG);
      if (repeated) return;
      rests.push(rest);
      if (rests.length === POSITIONS) result = fitCalibration(rests, 'six-position');
    },
    get positions() {
      return rests.length;
    },
    wanted: POSITIONS,
    get repeated() {
      return repeated;
    },
    get result() {
      return result;
    },
  };
}
