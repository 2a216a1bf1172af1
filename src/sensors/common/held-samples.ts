import type { SampleBatch } from '../../recording/samples.ts';

/**
 * Measures how many samples merely repeat the one before. Why: 49-52 % of the "100 Hz" frames of one
 * WT901BLECL are exact copies of their predecessor (19 of 19 field recordings), so half the rate is
 * missing although every frame arrives; a healthy WT901BLE67 had 0 of 287.
 */
export interface HeldSamples {
  /** Share of samples that repeat their predecessor, 0..1, over the last `WINDOW` samples or so. */
  readonly share: number;
  /** Samples the share rests on. */
  readonly samples: number;
  /** True when the sensor clearly repeats samples; false until enough was seen. */
  readonly holding: boolean;
}

/** Long enough for a standard error of 3 % on the share: 1.3 s at 200 Hz. */
const LEAST_SAMPLES = 256;
/** The share forgets with this many samples, so that a cure shows within seconds. */
const WINDOW = 1_024;
/**
 * Healthy: 0 %; the quirk: 49-52 %. At rest a healthy sensor repeats itself now and then
 * (gyro exactly 0, acceleration noise of one or two counts), so the line is not drawn lower.
 */
const HOLDING_SHARE = 0.3;

export function createHeldSampleMeter() {
  let held = 0;
  let samples = 0;
  const last = new Float64Array(6);
  let any = false;

  return {
    push(batch: SampleBatch): HeldSamples {
      for (let i = 0; i < batch.count; i++) {
        let same = any;
        for (let axis = 0; axis < 3; axis++) {
          const a = batch.accel_g[3 * i + axis] ?? 0;
          const w = batch.gyro_dps?.[3 * i + axis] ?? 0;
          if (a !== last[axis] || w !== last[axis + 3]) same = false;
          last[axis] = a;
          last[axis + 3] = w;
        }
        any = true;
        samples += 1;
        if (same) held += 1;
        if (samples >= WINDOW) {
          samples /= 2;
          held /= 2;
        }
      }
      return this.value();
    },
    value(): HeldSamples {
      const share = samples > 0 ? held / samples : 0;
      return { share, samples, holding: samples >= LEAST_SAMPLES && share >= HOLDING_SHARE };
    },
    /** After a setting changed: what came before says nothing about it. */
    reset() {
      held = 0;
      samples = 0;
      any = false;
    },
  };
}
