import type { Frame } from './frame.ts';

/** Numbers of one frame. */
const FIELDS = 8;
/** Frames that the first piece of memory holds: 5 s at 200 Hz. */
const FIRST = 1000;

/** Frames kept as plain numbers, up to a limit: thousands of them cost no object each. */
export interface FrameStore {
  readonly length: number;
  readonly full: boolean;
  add(frame: Frame): void;
  read(index: number, into: Frame): void;
  clear(): void;
}

class PackedFrames implements FrameStore {
  length = 0;
  private numbers = new Float64Array(FIELDS * FIRST);
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get full(): boolean {
    return this.length >= this.limit;
  }

  add(frame: Frame): void {
    let j = FIELDS * this.length;
    if (j === this.numbers.length) this.grow();
    const { numbers } = this;
    numbers[j++] = frame.t_s;
    numbers[j++] = frame.ax;
    numbers[j++] = frame.ay;
    numbers[j++] = frame.az;
    numbers[j++] = frame.gx;
    numbers[j++] = frame.gy;
    numbers[j++] = frame.gz;
    numbers[j] = frame.flags;
    this.length += 1;
  }

  read(index: number, into: Frame): void {
    const { numbers } = this;
    let j = FIELDS * index;
    into.t_s = numbers[j++] as number;
    into.ax = numbers[j++] as number;
    into.ay = numbers[j++] as number;
    into.az = numbers[j++] as number;
    into.gx = numbers[j++] as number;
    into.gy = numbers[j++] as number;
    into.gz = numbers[j++] as number;
    into.flags = numbers[j] as number;
  }

  clear(): void {
    this.length = 0;
  }

  private grow(): void {
    const larger = new Float64Array(2 * this.numbers.length);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

export function createFrameStore(limit: number): FrameStore {
  return new PackedFrames(limit);
}
