import type { Frame } from '../../signal/frame.ts';
import type { SetSamples } from '../../signal/set/set-samples.ts';

/** The newest frames of a running set, as the end of the set would see them. */
export interface RecentFrames {
  add(frame: Frame): void;
  clear(): void;
  /** A copy in order of time; `withGyro`: the angular rates mean something. */
  samples(withGyro: boolean): SetSamples;
}

/** What is looked at again reaches back this far, s: seven reps of the slowest tempo (chosen here; more takes longer and tells little of the newest). */
const KEPT_S = 90;
/** The fastest sensors give this many samples a second. */
const MOST_HZ = 220;
const CAPACITY = KEPT_S * MOST_HZ;
/** Numbers of one frame. */
const FIELDS = 8;

/** A ring, and a class whose fields are written in place: see src/signal/frame.ts. */
class FrameRing implements RecentFrames {
  private readonly numbers = new Float64Array(FIELDS * CAPACITY);
  private next = 0;
  private count = 0;

  add(frame: Frame): void {
    const { numbers } = this;
    let j = FIELDS * this.next;
    numbers[j++] = frame.t_s;
    numbers[j++] = frame.ax;
    numbers[j++] = frame.ay;
    numbers[j++] = frame.az;
    numbers[j++] = frame.gx;
    numbers[j++] = frame.gy;
    numbers[j++] = frame.gz;
    numbers[j] = frame.flags;
    this.next = this.next + 1 === CAPACITY ? 0 : this.next + 1;
    if (this.count < CAPACITY) this.count += 1;
  }

  clear(): void {
    this.next = this.count = 0;
  }

  samples(withGyro: boolean): SetSamples {
    const first = this.firstWithin();
    const count = this.count - first;
    const t_s = new Float64Array(count);
    const accel_mps2 = new Float64Array(3 * count);
    const rate_rads = withGyro ? new Float64Array(3 * count) : null;
    const flags = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) {
      const j = this.place(first + i);
      t_s[i] = this.numbers[j] as number;
      accel_mps2.set(this.numbers.subarray(j + 1, j + 4), 3 * i);
      rate_rads?.set(this.numbers.subarray(j + 4, j + 7), 3 * i);
      flags[i] = this.numbers[j + 7] as number;
    }
    return { count, t_s, accel_mps2, rate_rads, flags };
  }

  /** How many of the oldest frames lie further back than is looked at. */
  private firstWithin(): number {
    if (this.count === 0) return 0;
    const newest_s = this.numbers[this.place(this.count - 1)] as number;
    let first = 0;
    while (newest_s - (this.numbers[this.place(first)] as number) > KEPT_S) first += 1;
    return first;
  }

  /** Where the i-th oldest frame begins. */
  private place(i: number): number {
    return FIELDS * ((this.next - this.count + i + CAPACITY) % CAPACITY);
  }
}

export const createRecentFrames = (): RecentFrames => new FrameRing();
