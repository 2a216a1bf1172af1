import { G_MPS2, RAD_PER_DEG } from '../recording/units.ts';
import type { SensorCalibration } from './calibration.ts';
import type { Frame } from './frame.ts';

export type Correct = (frame: Frame) => void;

function asItIs(): void {}

/** corrected = scale * (raw - offset), gyro bias off; nothing without a calibration. */
export function createCorrection(calibration: SensorCalibration | null): Correct {
  if (calibration === null) return asItIs;
  const [ox, oy, oz] = calibration.accel_offset_g.map((g) => g * G_MPS2) as [number, number, number];
  const [sx, sy, sz] = calibration.accel_scale;
  const [bx, by, bz] = calibration.gyro_bias_dps.map((dps) => dps * RAD_PER_DEG) as [number, number, number];
  return (frame) => {
    frame.ax = sx * (frame.ax - ox);
    frame.ay = sy * (frame.ay - oy);
    frame.az = sz * (frame.az - oz);
    frame.gx -= bx;
    frame.gy -= by;
    frame.gz -= bz;
  };
}
