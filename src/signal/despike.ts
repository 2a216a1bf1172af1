import { G_MPS2 } from '../recording/units.ts';
import { isStray, isStrayRate, lieOnLine, mayBeLanding, turnOnLine } from './bad-reading.ts';
import { copyFrame, createFrame, type Frame, FrameFlag, type Stage, sameReading } from './frame.ts';
import {
  CALM_MPS2,
  isSpike,
  isSpoiltTwin,
  LEAST_STEP2,
  length2,
  NEIGHBOUR_SPAN_S,
  offLine2,
  powerOfTwo,
  powerOfTwoFit,
  squared,
} from './spike.ts';

/** A step this long leaves no room for a neighbour on either side within the span of a spike's neighbours, s. */
const SPARSE_S = NEIGHBOUR_SPAN_S / 2;

/** A step of the angular rate that is looked at, rad/s, squared: a reading that strays by 2.5 takes a step of half of it. */
const LEAST_TURN2 = 1.2 ** 2;

/** A step of the acceleration that is a knock, m/s2, squared: where steel has just met steel, the next such step is its ringing. */
const KNOCK2 = (2 * G_MPS2) ** 2;
/** A bar rings on after a knock for so long, s: a re-rack recorded at 200 Hz threw single readings of 6 g 0.15 s after its first. */
const RINGS_S = 0.3;

export interface Despiker extends Stage {
  flush(): void;
  /** Frames replaced so far. */
  readonly despiked: number;
}

/**
 * A frame that steps away from the one before waits for two more, the others for none. Runs before held samples are
 * dropped: a spike may sit on one half of a held pair.
 */
class SpikeFilter implements Despiker {
  // before = last frame let go, earlier = the reading before that; then the candidate and what follows it
  private readonly w = {
    earlier: createFrame(),
    before: createFrame(),
    a: createFrame(),
    b: createFrame(),
    c: createFrame(),
    filled: 0,
  };
  private readonly state = { despiked: 0, knocked_s: Number.NEGATIVE_INFINITY };
  private readonly next: Stage;

  constructor(next: Stage) {
    this.next = next;
  }

  push(frame: Frame): void {
    const { w } = this;
    if (w.filled > 0 && frame.t_s - this.newest().t_s > SPARSE_S) {
      // too far apart to compare: waiting for neighbours would only cost time
      while (w.filled > 1) this.letGo();
      w.filled = 0;
    }
    const slot = w.filled === 0 ? w.before : w.filled === 1 ? w.a : w.filled === 2 ? w.b : w.c;
    copyFrame(frame, slot);
    w.filled += 1;
    if (w.filled === 1) {
      copyFrame(frame, w.earlier);
      this.next.push(slot);
    }
    if (w.filled === 4) {
      this.examine();
      this.letGo();
    }
    // whoever is at the bar sees and hears it sooner: most frames need no look-ahead
    while (w.filled > 1 && this.isPlain()) this.letGo();
  }

  flush(): void {
    const { w } = this;
    while (w.filled > 1) this.letGo();
    w.filled = 0;
  }

  get despiked(): number {
    return this.state.despiked;
  }

  private letGo(): void {
    const { w } = this;
    const { a, before } = w;
    if (squared(a.ax - before.ax, a.ay - before.ay, a.az - before.az) > KNOCK2) this.state.knocked_s = a.t_s;
    this.next.push(w.a);
    let free = w.before;
    // of two that hold one reading the first is enough: `earlier` is another reading
    if (!sameReading(w.before, w.a)) {
      free = w.earlier;
      w.earlier = w.before;
    }
    w.before = w.a;
    w.a = w.b;
    w.b = w.c;
    w.c = free;
    w.filled -= 1;
  }

  private newest(): Frame {
    const { w } = this;
    return w.filled === 1 ? w.before : w.filled === 2 ? w.a : w.filled === 3 ? w.b : w.c;
  }

  /** The candidate is no further from the frame before it than readings of a moving bar are: no spike. */
  private isPlain(): boolean {
    const { before, a } = this.w;
    return (
      squared(a.ax - before.ax, a.ay - before.ay, a.az - before.az) < LEAST_STEP2 &&
      squared(a.gx - before.gx, a.gy - before.gy, a.gz - before.gz) < LEAST_TURN2
    );
  }

  private examine(): void {
    const { before, a, b, c } = this.w;
    if (isStrayRate(a, before, b) && !isStrayRate(b, before, c)) turnOnLine(a, before, b);
    if (isSpoiltTwin(a, before)) this.repeat(a, before);
    else if (isSpoiltTwin(a, b) && !(isSpike(a, before, c) && isSpike(b, before, c))) {
      // which of the two: the one further from what is around them
      if (offLine2(a, before, c) > offLine2(b, before, c)) this.repeat(a, b);
    } else if (isSpike(a, before, b) && this.isCalm(b, c)) this.replace(a, b);
    else if (isSpike(a, before, c) && isSpike(b, before, c) && this.isCalmBefore(c)) {
      this.replace(a, c);
      this.replace(b, c);
    } else if (this.rings(a)) return;
    else if (isStray(a, before, b) && this.isCalm(b, c)) {
      if (mayBeLanding(a, before, b, 1)) a.flags |= FrameFlag.doubtful;
      else this.takeOut(a, b);
    } else if (isStray(a, before, c) && isStray(b, before, c) && this.isCalmBefore(c)) this.takeOutTwo();
  }

  /** The bar was struck a moment ago: what looks stray may be its ringing. */
  private rings(frame: Frame): boolean {
    return frame.t_s - this.state.knocked_s < RINGS_S;
  }

  private takeOutTwo(): void {
    const { before, a, b, c } = this.w;
    if (mayBeLanding(a, before, c, 2) || mayBeLanding(b, before, c, 2)) {
      a.flags |= FrameFlag.doubtful;
      b.flags |= FrameFlag.doubtful;
    } else {
      this.takeOut(a, c);
      this.takeOut(b, c);
    }
  }

  private takeOut(frame: Frame, after: Frame): void {
    lieOnLine(frame, this.w.before, after);
    frame.flags |= FrameFlag.despiked;
    this.state.despiked += 1;
  }

  private replace(frame: Frame, after: Frame): void {
    const fit = powerOfTwoFit(frame, this.w.before, after) ?? 1;
    frame.ax *= fit;
    frame.ay *= fit;
    frame.az *= fit;
    frame.flags |= FrameFlag.despiked;
    this.state.despiked += 1;
  }

  private repeat(frame: Frame, twin: Frame): void {
    frame.ax = twin.ax;
    frame.ay = twin.ay;
    frame.az = twin.az;
    // nothing is lost: the twin holds the reading, so the frame is as good as any
    this.state.despiked += 1;
  }

  /** Whether the neighbours, the spike left out, lie on lines themselves: no plates ring here. */
  private isCalm(after: Frame, beyond: Frame): boolean {
    if (!this.isCalmBefore(after)) return false;
    // the frame beyond may be the next spike: by which power of two it is off does not matter here
    const factor = powerOfTwo(length2(after) / length2(beyond));
    return offLine2(after, this.w.before, beyond, factor) < CALM_MPS2 ** 2;
  }

  private isCalmBefore(after: Frame): boolean {
    return offLine2(this.w.before, this.w.earlier, after) < CALM_MPS2 ** 2;
  }
}

export function createDespiker(next: Stage): Despiker {
  return new SpikeFilter(next);
}
