import type { SampleBatch } from '../../recording/samples.ts';
import { batchOf } from '../common/decoded.ts';

/**
 * Pairs acceleration with angular rate by order: both run off one chip's clock, and nothing in the packets
 * says more. What tells a packet that the sensor dropped is the lead of one stream over the other: it
 * swings within one packet, and a drop moves the whole swing by one packet for good. The stream that is
 * too far ahead then skips as much.
 */
const WINDOW_S = 1;
/** A swing wider than two packets comes from a stall, and says nothing. */
const WIDEST_SWING = 6;
/** With one stream silent no more than this is kept: 4 s at 100 Hz. */
const MOST_WAITING = 400;

interface Waiting {
  readonly t_s: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Swing {
  readonly low: number;
  readonly high: number;
}

export interface Paired {
  readonly batch: SampleBatch | null;
  readonly lost: number;
}

export function createSamplePairs() {
  const queues: { accel: Waiting[]; gyro: Waiting[] } = { accel: [], gyro: [] };
  const skip = { accel: 0, gyro: 0 };
  const watch = createLeadWatch();

  function pairs(): SampleBatch | null {
    const count = Math.min(queues.accel.length, queues.gyro.length);
    if (count === 0) return null;
    const accel = queues.accel.splice(0, count);
    const gyro = queues.gyro.splice(0, count);
    const flat = (all: readonly Waiting[]): Float64Array =>
      Float64Array.from(all.flatMap(({ x, y, z }) => [x, y, z]));
    return batchOf(
      'arrival',
      Float64Array.from(accel, ({ t_s }) => t_s),
      flat(accel),
      flat(gyro),
    );
  }

  return {
    push(quantity: 'accel' | 'gyro', values: Float64Array, arrival_s: number): Paired {
      const queue = queues[quantity];
      for (let i = 0; i + 2 < values.length; i += 3) {
        if (skip[quantity] > 0) skip[quantity] -= 1;
        else queue.push({ t_s: arrival_s, x: values[i] ?? 0, y: values[i + 1] ?? 0, z: values[i + 2] ?? 0 });
      }
      const overflow = queue.splice(0, Math.max(0, queue.length - MOST_WAITING)).length;
      const shift = watch.push(queues.accel.length - queues.gyro.length, arrival_s);
      skip.accel += Math.max(0, shift);
      skip.gyro += Math.max(0, -shift);
      return { batch: pairs(), lost: Math.abs(shift) + (quantity === 'accel' ? overflow : 0) };
    },
  };
}

/** Watches the lead of acceleration over angular rate; answers by how many samples it has moved for good. */
function createLeadWatch() {
  let since_s: number | null = null;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let usual: Swing | null = null;

  function moved(): number {
    if (high - low > WIDEST_SWING) return 0;
    if (usual === null) {
      // A stream that began earlier leads all the time; from here on neither may.
      const ahead = low > 0 ? low : Math.min(0, high);
      usual = { low: low - ahead, high: high - ahead };
      return ahead;
    }
    return low - usual.low === high - usual.high ? low - usual.low : 0;
  }

  return {
    push(lead: number, arrival_s: number): number {
      since_s ??= arrival_s;
      low = Math.min(low, lead);
      high = Math.max(high, lead);
      if (arrival_s - since_s < WINDOW_S) return 0;
      const shift = moved();
      // After a shift the skipped samples are still to come: that moment is not part of the next window.
      since_s = shift === 0 ? arrival_s : null;
      low = Number.POSITIVE_INFINITY;
      high = Number.NEGATIVE_INFINITY;
      return shift;
    },
  };
}
