import { G_MPS2 } from '../recording/units.ts';
import { type Frame, FrameFlag } from './frame.ts';

/** Share of full scale from which a reading is only a lower bound: sensors saturate a little below their nominal range. */
const CLIPPED_SHARE = 0.98;
/** Ranges that sensors are built with, g: one is inferred from readings that stand at it. */
const USUAL_RANGES_G = [2, 4, 8, 16];
/** Full scale is 32767/32768 of the range; a reading this near to it is at it. */
const AT_FULL_SCALE = 5e-4;

export interface ClippingDetector {
  mark(frame: Frame): void;
  readonly clipped: number;
}

/** Marks frames with an axis at full scale. An unknown range is taken to be the usual one that a reading stands at. */
class FullScaleWatch implements ClippingDetector {
  private readonly state = { clipped: 0, largest: 0.5 };
  private readonly range_g: number | null;

  constructor(range_g: number | null) {
    this.range_g = range_g;
    this.state.largest = 0;
  }

  mark(frame: Frame): void {
    const peak = Math.max(Math.abs(frame.ax), Math.abs(frame.ay), Math.abs(frame.az));
    if (peak < this.learnLevel(peak)) return;
    frame.flags |= FrameFlag.clipped;
    this.state.clipped += 1;
  }

  /** The reading from which an axis is clipped, m/s2, now that `peak` has been seen. */
  private learnLevel(peak: number): number {
    const { state, range_g } = this;
    if (range_g !== null) return CLIPPED_SHARE * range_g * G_MPS2;
    state.largest = Math.max(state.largest, peak);
    for (const usual_g of USUAL_RANGES_G) {
      const full = usual_g * G_MPS2;
      // a reading beyond this range has been seen: it cannot be the range
      if (state.largest > full * (1 + AT_FULL_SCALE)) continue;
      return full * (1 - AT_FULL_SCALE);
    }
    return Number.POSITIVE_INFINITY;
  }

  get clipped(): number {
    return this.state.clipped;
  }
}

export function createClippingDetector(range_g: number | null): ClippingDetector {
  return new FullScaleWatch(range_g);
}
