import type { Frame } from '../frame.ts';

/** Readings are averaged over this long, s: short against a turn of the bar, and ten times less work than each of them. */
const CELL_S = 0.1;
/** The measured up is averaged over so many cells: 0.4 s takes most of the sideways jerks out of it. */
const SMOOTH = 4;
/** A step in time longer than this begins anew, s. */
const LONGEST_STEP_S = 0.25;
/** Less than this is not told apart from free fall, where the direction means nothing, m/s2. */
const LEAST_MPS2 = 3;
/** Up is compared with itself so many cells later: in 0.8 s a lifted bar turns, and a gyro's bias hardly matters. */
export const APART = 8;
const RING = 16;

/** The last second of turning in cells, places counted on and on: `at` gives where in the rings a place is. */
export interface TurnCells {
  /** True when a cell was closed and `first` is a place from which `APART` cells on everything is known. */
  update(frame: Frame): boolean;
  readonly first: number;
  /** Unit vector of the smoothed up where a cell begins; zeros where it is not known. */
  readonly up: Float64Array;
  /** Mean angular rate of a cell, rad/s, and its length, s. */
  readonly rate: Float64Array;
  readonly span: Float64Array;
}

export const at = (place: number): number => place & (RING - 1);

/** A class whose fields begin as 0.5: see frame.ts. */
class CellRing implements TurnCells {
  readonly up = new Float64Array(3 * RING);
  readonly rate = new Float64Array(3 * RING);
  readonly span = new Float64Array(RING);
  private readonly accel = new Float64Array(3 * RING);
  private readonly cell = { ax: 0.5, ay: 0.5, az: 0.5, gx: 0.5, gy: 0.5, gz: 0.5, n: 0, since_s: 0.5 };
  private readonly s = { last_s: 0.5, cells: 0, started: false };

  update(f: Frame): boolean {
    const { s, cell } = this;
    const step_s = f.t_s - s.last_s;
    s.last_s = f.t_s;
    let closed = false;
    if (!s.started || step_s > LONGEST_STEP_S) {
      s.started = true;
      s.cells = 0;
      this.begin(f.t_s);
    } else if (f.t_s - cell.since_s >= CELL_S) {
      this.close(f.t_s);
      closed = s.cells >= SMOOTH + APART;
    }
    cell.ax += f.ax;
    cell.ay += f.ay;
    cell.az += f.az;
    cell.gx += f.gx;
    cell.gy += f.gy;
    cell.gz += f.gz;
    cell.n += 1;
    return closed;
  }

  get first(): number {
    return this.s.cells - APART - SMOOTH / 2;
  }

  private begin(t_s: number): void {
    const { cell } = this;
    cell.ax = cell.ay = cell.az = cell.gx = cell.gy = cell.gz = 0;
    cell.n = 0;
    cell.since_s = t_s;
  }

  private close(t_s: number): void {
    const { accel, rate, span, cell, s } = this;
    const place = at(s.cells);
    accel[3 * place] = cell.ax / cell.n;
    accel[3 * place + 1] = cell.ay / cell.n;
    accel[3 * place + 2] = cell.az / cell.n;
    rate[3 * place] = cell.gx / cell.n;
    rate[3 * place + 1] = cell.gy / cell.n;
    rate[3 * place + 2] = cell.gz / cell.n;
    span[place] = t_s - cell.since_s;
    s.cells += 1;
    this.begin(t_s);
    if (s.cells >= SMOOTH) this.smooth(s.cells - SMOOTH);
  }

  /** The mean of four cells is the up of the moment where the third of them begins. */
  private smooth(first: number): void {
    const { accel, up } = this;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let place = first; place < first + SMOOTH; place++) {
      x += accel[3 * at(place)] as number;
      y += accel[3 * at(place) + 1] as number;
      z += accel[3 * at(place) + 2] as number;
    }
    const length = Math.sqrt(x * x + y * y + z * z);
    const gain = length < SMOOTH * LEAST_MPS2 ? 0 : 1 / length;
    const middle = 3 * at(first + SMOOTH / 2);
    up[middle] = gain * x;
    up[middle + 1] = gain * y;
    up[middle + 2] = gain * z;
  }
}

export function createTurnCells(): TurnCells {
  return new CellRing();
}
