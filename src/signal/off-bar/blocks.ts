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

/**
 * Nothing holds a sensor that lies: from block to block its force changes by less than this, m/s2, and its turning by less than
 * this, rad/s: 8 mg and 1 deg/s, a third of a held bar's 24 mg and 5 deg/s (medians of real sets).
 */
const LYING_MPS2 = 0.008 * G_MPS2;
const LYING_RADS = 1 / DEG_PER_RAD;
/** ... for so many blocks in a row: 0.24 s, as long as a bar lies at least before a hand takes the sensor off it (chosen here). */
const LYING_BLOCKS = 6;

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
  private readonly lay = new Uint8Array(KEPT);
  private quiet_n = 0;
  private lying_n = 0;
  /** Of the block that is being filled, summed up; its fields begin as 0.5: see frame.ts. */
  private readonly sum = { ax: 0.5, ay: 0.5, az: 0.5, gx: 0.5, gy: 0.5, gz: 0.5, size: 0.5, n: 0 };
  private next_s = Number.NEGATIVE_INFINITY;

  constructor() {
    this.begin();
  }

  /** True when a block is full. */
  push(frame: Frame): boolean {
    const { sum } = this;
    const { ax, ay, az } = frame;
    sum.ax += ax;
    sum.ay += ay;
    sum.az += az;
    sum.gx += frame.gx;
    sum.gy += frame.gy;
    sum.gz += frame.gz;
    sum.size += Math.sqrt(ax * ax + ay * ay + az * az);
    sum.n++;
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

  timeAt(ago: number): number {
    return this.t_s[this.place(ago)] as number;
  }

  restedAt(ago: number): boolean {
    return this.rested[this.place(ago)] === 1;
  }

  /** Nothing has moved it for so many blocks. */
  quietFor(blocks: number): boolean {
    return this.quiet_n >= blocks;
  }

  /** It lay on something, in no hand. */
  layAt(ago: number): boolean {
    return this.lay[this.place(ago)] === 1;
  }

  /** Size of the specific force of the newest blocks, oldest first. */
  sizes(into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = this.size[this.place(into.length - 1 - i)] as number;
  }

  /** Mean squares of the turning of the newest blocks, (deg/s)2: xx, yy, zz, xy, xz, yz. */
  turning(blocks: number, into: Float64Array): void {
    const { rate } = this;
    const weight = DEG_PER_RAD ** 2 / blocks;
    let xx = 0;
    let yy = 0;
    let zz = 0;
    let xy = 0;
    let xz = 0;
    let yz = 0;
    for (let ago = 0; ago < blocks; ago++) {
      const k = 3 * this.place(ago);
      const x = rate[k] as number;
      const y = rate[k + 1] as number;
      const z = rate[k + 2] as number;
      xx += x * x * weight;
      yy += y * y * weight;
      zz += z * z * weight;
      xy += x * y * weight;
      xz += x * z * weight;
      yz += y * z * weight;
    }
    into[0] = xx;
    into[1] = yy;
    into[2] = zz;
    into[3] = xy;
    into[4] = xz;
    into[5] = yz;
  }

  /** Square of the mean turning of the newest blocks, (deg/s)2: what swings comes back, what spins goes on. */
  spinning(blocks: number): number {
    const { rate } = this;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let ago = 0; ago < blocks; ago++) {
      const k = 3 * this.place(ago);
      x += rate[k] as number;
      y += rate[k + 1] as number;
      z += rate[k + 2] as number;
    }
    return (x * x + y * y + z * z) * (DEG_PER_RAD / blocks) ** 2;
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

  private begin(): void {
    const { sum } = this;
    sum.ax = sum.ay = sum.az = sum.gx = sum.gy = sum.gz = sum.size = 0;
    sum.n = 0;
  }

  private close(t_s: number): void {
    const { force, rate, sum } = this;
    const { n } = sum;
    const k = this.count % KEPT;
    this.count++;
    force[3 * k] = sum.ax / n;
    force[3 * k + 1] = sum.ay / n;
    force[3 * k + 2] = sum.az / n;
    rate[3 * k] = sum.gx / n;
    rate[3 * k + 1] = sum.gy / n;
    rate[3 * k + 2] = sum.gz / n;
    this.t_s[k] = t_s;
    const size = sum.size / n;
    this.size[k] = size;
    const turning = Math.hypot(sum.gx, sum.gy, sum.gz) / n;
    const before = this.count < 2 ? G_MPS2 : (this.size[(this.count - 2) % KEPT] as number);
    const still = turning < QUIET_RADS && Math.abs(size - before) < QUIET_MPS2;
    this.quiet_n = still ? this.quiet_n + 1 : 0;
    this.rested[k] = this.quiet_n >= QUIET_BLOCKS ? 1 : 0;
    this.lying_n = this.likeBefore(k) ? this.lying_n + 1 : 0;
    this.lay[k] = this.lying_n >= LYING_BLOCKS ? 1 : 0;
    this.begin();
  }

  /** Force and turning of a block are those of the block before: what an uncalibrated gyro adds does not change. */
  private likeBefore(k: number): boolean {
    if (this.count < 2) return false;
    const before = (this.count - 2) % KEPT;
    let turned2 = 0;
    for (let axis = 0; axis < 3; axis++)
      turned2 += ((this.rate[3 * k + axis] as number) - (this.rate[3 * before + axis] as number)) ** 2;
    const changed = Math.abs((this.size[k] as number) - (this.size[before] as number));
    return changed < LYING_MPS2 && turned2 < LYING_RADS ** 2;
  }
}
