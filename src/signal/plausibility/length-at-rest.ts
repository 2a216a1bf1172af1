import { G_MPS2 } from '../../recording/units.ts';
import type { Frame } from '../frame.ts';
import { createMiddleOfNewest } from './middle-of-newest.ts';

/** Length of a window in which the sensor is still or not, s: short against the pauses of a lifter. */
const WINDOW_S = 0.5;
/** A window with fewer readings than this is left out: its spread is chance. */
const LEAST_READINGS = 4;
/** Spread in a still window, as a share of its length so that it holds in any unit: a held bar shows 24 mg (median of real sets). */
const STILL_SHARE = 0.025;
/** So many still windows are enough to believe them. */
const LEAST_STILL = 3;
/** Without still windows so many moving ones are enough: the lengths of a whole rep, up and down, are about 1 g in the middle. */
const LEAST_MOVING = 8;
/** Of a long recording the newest so many windows count: five minutes. */
const KEPT = 600;

export interface LengthAtRest {
  readonly length_g: number;
  /** Told by still windows; otherwise by the middle one of all. */
  readonly still: boolean;
}

export interface RestLength {
  update(frame: Frame): void;
  /** Windows closed so far: the answers change with it only. */
  readonly windows: number;
  /** null while there are too few windows; `ended` takes what there is. */
  told(ended: boolean): LengthAtRest | null;
}

/** A class whose fields begin as 0.5: see frame.ts. */
class WindowLengths implements RestLength {
  windows = 0;
  private readonly still = createMiddleOfNewest(KEPT);
  private readonly all = createMiddleOfNewest(KEPT);
  private readonly w = { x: 0.5, y: 0.5, z: 0.5, squares: 0.5, n: 0, since_s: 0.5 };

  constructor() {
    this.begin(0);
  }

  update(frame: Frame): void {
    const { w } = this;
    const { t_s, ax, ay, az } = frame;
    if (t_s - w.since_s >= WINDOW_S) {
      if (w.n >= LEAST_READINGS) this.close();
      this.begin(t_s);
    }
    w.x += ax;
    w.y += ay;
    w.z += az;
    w.squares += ax * ax + ay * ay + az * az;
    w.n += 1;
  }

  told(ended: boolean): LengthAtRest | null {
    const { still, all } = this;
    if (still.count >= LEAST_STILL) return { length_g: still.middle, still: true };
    return all.count >= (ended ? 1 : LEAST_MOVING) ? { length_g: all.middle, still: false } : null;
  }

  private begin(t_s: number): void {
    const { w } = this;
    w.x = w.y = w.z = w.squares = 0;
    w.n = 0;
    w.since_s = t_s;
  }

  private close(): void {
    const { w } = this;
    const length = Math.sqrt(w.x * w.x + w.y * w.y + w.z * w.z) / w.n;
    const spread = Math.sqrt(Math.max(0, w.squares / w.n - length * length));
    this.windows += 1;
    this.all.keep(length / G_MPS2, this.windows);
    if (spread < STILL_SHARE * length) this.still.keep(length / G_MPS2, this.windows);
  }
}

/** How long the acceleration is while nothing moves: 1 g, or the unit is another. */
export function createRestLength(): RestLength {
  return new WindowLengths();
}
