import { evenTimes } from '../common/counter-clock.ts';
import { batchOf, isCredible, MALFORMED, NOTHING } from '../common/decoded.ts';
import { createStampJudge } from '../common/stamp-judge.ts';
import type { Decoded } from '../driver.ts';
import type { PolarFrame } from './frames.ts';
import { createGyroJoin } from './join.ts';

/**
 * A frame that spans this much more than its samples had another one lost before it. Frames are lost whole
 * (about as long as this one), true rates are within a few percent of nominal.
 */
const GAP_FACTOR = 1.2;
const MG_PER_G = 1_000;

/** Frames of both streams -> samples with acceleration and angular rate at common times. */
export function createPolarStreams(rate_hz: number, withGyro: boolean) {
  const join = createGyroJoin(rate_hz);
  const ends = { accel: createFrameTimes(rate_hz), gyro: createFrameTimes(rate_hz) };
  const judge = createStampJudge();
  let offset_s = 0;
  let newest: { t_s: number; arrival_s: number } | null = null;

  /**
   * Time since the first frame: seconds since 2000 would leave a double only 0.1 us.
   * Both streams share the sensor's clock, so they share what happens to it. null for a stamp that no other
   * bears out.
   */
  function onOneClock(stamp_s: number, arrival_s: number): number | null {
    if (newest === null) offset_s = -stamp_s;
    else {
      const waited_s = Math.max(0, arrival_s - newest.arrival_s);
      const at_s = stamp_s + offset_s;
      const verdict = judge({ at_s, step_s: at_s - newest.t_s, waited_s, arrival_s });
      if (verdict === 'refused') return null;
      if (verdict === 'restarted') offset_s = newest.t_s + waited_s - stamp_s;
    }
    const t_s = stamp_s + offset_s;
    if (newest === null || t_s >= newest.t_s) newest = { t_s, arrival_s };
    return t_s;
  }

  return {
    push(frame: PolarFrame, arrival_s: number): Decoded {
      const isAccel = frame.measurement === 'accel';
      const values = isAccel ? frame.values.map((mg) => mg / MG_PER_G) : frame.values;
      const credible = isAccel ? isCredible(values, null) : isCredible(new Float64Array(0), values);
      if (!credible) return MALFORMED;
      const count = values.length / 3;
      const end_s = onOneClock(frame.last_s, arrival_s);
      const times = end_s === null ? null : ends[frame.measurement].push(end_s, count);
      if (times === null) return MALFORMED;
      const { t_s, lost } = times;
      if (!withGyro) {
        return isAccel ? { ...NOTHING, batch: batchOf('device', t_s, values, null), lost } : NOTHING;
      }
      const joined = isAccel ? join.accel(t_s, values) : join.gyro(t_s, values);
      return { ...NOTHING, batch: joined.batch, lost: (isAccel ? lost : 0) + joined.dropped };
    },
  };
}

/** Times of one stream's samples from the stamps of its frames' last samples. */
function createFrameTimes(rate_hz: number) {
  const nominal_s = 1 / rate_hz;
  let end_s: number | null = null;
  let period_s = nominal_s;

  return {
    /** null for a frame that is not newer than the last one. */
    push(last_s: number, count: number): { t_s: Float64Array; lost: number } | null {
      let lost = 0;
      let spacing_s = period_s;
      if (end_s !== null) {
        const span_s = last_s - end_s;
        if (span_s <= 0) return null;
        if (span_s > GAP_FACTOR * count * period_s) lost = Math.max(0, Math.round(span_s / period_s) - count);
        else {
          spacing_s = span_s / count;
          // A frame that came far too soon keeps its own spacing, but teaches nothing about the rate.
          if (spacing_s * GAP_FACTOR > nominal_s) period_s = spacing_s;
        }
      }
      end_s = last_s;
      return { t_s: evenTimes(last_s - (count - 1) * spacing_s, count, spacing_s), lost };
    },
  };
}
