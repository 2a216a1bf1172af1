import { DEG_PER_RAD, G_MPS2 } from '../../recording/units.ts';
import type { Frame } from '../frame.ts';

/** Time of one block, s: 25 a second show steps (up to 3 a second) and let the ringing of plates average out. */
export const BLOCK_S = 0.04;
/** Blocks kept: the window that is looked at, and ten seconds in which the sensor was on the bar or was not. */
const KEPT = 320;
/** A quiet block turns less than this, rad/s, and its force differs from that of the block before by less than this, m/s2:
 * chosen here between a held bar and one that is handled. Not from 1 g: a sensor as bought may read 0.1 g too much. */
const QUIET_RADS = 12 / DEG_PER_RAD;
const QUIET_MPS2 = 0.06 * G_MPS2;
/** The sensor is at rest where so many blocks in a row were quiet: 0.16 s. */
const QUIET_BLOCKS = 4;

/** A direction in the sensor's axes, of length 1. */
export type Direction = readonly [number, number, number];

/** The last seconds of a sensor's readings, averaged over short blocks. "Ago" counts blocks before the newest. */
export class Blocks {
  count = 0;
  private readonly t_s = new Float64Array(KEPT);
  /** Size of the specific force, m/s2. */
  private readonly size = new Float64Array(KEPT);
  /** Specific force and rate, three axes each. */
  private readonly force = new Float64Array(3 * KEPT);
  private readonly rate = new Float64Array(3 * KEPT);
  private readonly rested = new Uint8Array(KEPT);
  private quiet_n = 0;
  /** Of the block that is being filled: force, rate and size, summed. */
  private readonly sum = new Float64Array(7);
  private n = 0;
  private next_s = Number.NEGATIVE_INFINITY;

  /** True when a block is full. */
  push(frame: Frame): boolean {
    const { sum } = this;
    const { ax, ay, az } = frame;
    sum[0] = (sum[0] as number) + ax;
    sum[1] = (sum[1] as number) + ay;
    sum[2] = (sum[2] as number) + az;
    sum[3] = (sum[3] as number) + frame.gx;
    sum[4] = (sum[4] as number) + frame.gy;
    sum[5] = (sum[5] as number) + frame.gz;
    sum[6] = (sum[6] as number) + Math.sqrt(ax * ax + ay * ay + az * az);
    this.n++;
    if (frame.t_s < this.next_s) return false;
    // where samples are sparser than blocks, or missing, time is made up for
    this.next_s = Math.max(this.next_s + BLOCK_S, frame.t_s);
    this.close(frame.t_s);
    return true;
  }

  /** Blocks there are to look back on. */
  get kept(): number {
    return Math.min(this.count, KEPT);
  }

  /** Nothing has moved it for some blocks. */
  get quiet(): boolean {
    return this.quiet_n >= QUIET_BLOCKS;
  }

  timeAt(ago: number): number {
    return this.t_s[this.place(ago)] as number;
  }

  restedAt(ago: number): boolean {
    return this.rested[this.place(ago)] === 1;
  }

  /** Size of the specific force of the newest blocks, oldest first. */
  sizes(into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = this.size[this.place(into.length - 1 - i)] as number;
  }

  /** Mean squares of the turning of the newest blocks, (deg/s)2: xx, yy, zz, xy, xz, yz. */
  turning(blocks: number, into: Float64Array): void {
    into.fill(0);
    const weight = DEG_PER_RAD ** 2 / blocks;
    for (let ago = 0; ago < blocks; ago++) {
      const k = 3 * this.place(ago);
      const x = this.rate[k] as number;
      const y = this.rate[k + 1] as number;
      const z = this.rate[k + 2] as number;
      into[0] = (into[0] as number) + x * x * weight;
      into[1] = (into[1] as number) + y * y * weight;
      into[2] = (into[2] as number) + z * z * weight;
      into[3] = (into[3] as number) + x * y * weight;
      into[4] = (into[4] as number) + x * z * weight;
      into[5] = (into[5] as number) + y * z * weight;
    }
  }

  /** Mean direction of the specific force from one block to another: how the sensor was turned. */
  pose(from: number, to: number): Direction {
    let [x, y, z] = [0, 0, 0];
    for (let ago = from; ago <= to; ago++) {
      const k = 3 * this.place(ago);
      x += this.force[k] as number;
      y += this.force[k + 1] as number;
      z += this.force[k + 2] as number;
    }
    const size = Math.hypot(x, y, z) || 1;
    return [x / size, y / size, z / size];
  }

  private place(ago: number): number {
    return (this.count - 1 - ago + KEPT) % KEPT;
  }

  private close(t_s: number): void {
    const { sum, n } = this;
    const k = this.count % KEPT;
    this.count++;
    for (let axis = 0; axis < 3; axis++) {
      this.force[3 * k + axis] = (sum[axis] as number) / n;
      this.rate[3 * k + axis] = (sum[3 + axis] as number) / n;
    }
    this.t_s[k] = t_s;
    const size = (sum[6] as number) / n;
    this.size[k] = size;
    const turning = Math.hypot(sum[3] as number, sum[4] as number, sum[5] as number) / n;
    const before = this.count < 2 ? G_MPS2 : (this.size[(this.count - 2) % KEPT] as number);
    const still = turning < QUIET_RADS && Math.abs(size - before) < QUIET_MPS2;
    this.quiet_n = still ? this.quiet_n + 1 : 0;
    this.rested[k] = this.quiet ? 1 : 0;
    sum.fill(0);
    this.n = 0;
  }
}
