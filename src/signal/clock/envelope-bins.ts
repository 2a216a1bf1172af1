import { type EnvelopeLine, fitEnvelope } from './envelope.ts';

/** The soonest arrival of each second, and the line under them. */
export interface EnvelopeBins {
  /** The sensor's clock as far as it is known; in place. */
  readonly line: EnvelopeLine;
  /** Frame `index` came at `arrival_s`, this much later than the clock in use says. */
  note(index: number, arrival_s: number, late_s: number): void;
  /** A second is over: the line is fitted anew. Returns how many frames turned out to be lost. */
  close(): number;
  /** What came before says nothing of what comes. */
  restart(): void;
}

/** Points of the envelope that are remembered: over 20 s a millisecond of jitter is 0.005 % of the rate. */
const BINS = 20;
/** Rise of the envelope over two bins that is a lost notification, s: four frames at 100 Hz are 40 ms. */
const LOSS_STEP_S = 0.025;

/** A class, for `note` is called for every frame. */
class SoonestArrivals implements EnvelopeBins {
  readonly line: EnvelopeLine = { period_s: 0.01, offset_s: 0 };
  private readonly index = new Float64Array(BINS);
  private readonly arrival = new Float64Array(BINS);
  private count = 0;
  private bestIndex = 0;
  private bestLate_s = Number.POSITIVE_INFINITY;

  note(index: number, arrival_s: number, late_s: number): void {
    if (late_s >= this.bestLate_s) return;
    this.bestLate_s = late_s;
    this.bestIndex = index;
    this.arrival[this.count] = arrival_s;
  }

  close(): number {
    const { index, arrival, line } = this;
    index[this.count] = this.bestIndex;
    this.count += 1;
    const lost = this.count >= 4 ? this.repairLoss() : 0;
    if (this.count >= 3) fitEnvelope(index, arrival, this.count, line);
    else line.offset_s = (arrival[this.count - 1] as number) - line.period_s * this.bestIndex;
    if (this.count === BINS) {
      index.copyWithin(0, 1);
      arrival.copyWithin(0, 1);
      this.count -= 1;
    }
    this.bestLate_s = Number.POSITIVE_INFINITY;
    return lost;
  }

  restart(): void {
    this.count = 0;
    this.bestLate_s = Number.POSITIVE_INFINITY;
  }

  /** Two bins above the line of the earlier ones: frames are gone; the earlier points are lifted onto the new line. */
  private repairLoss(): number {
    const { index, arrival, line } = this;
    const before = this.count - 2;
    const old: EnvelopeLine = { period_s: line.period_s, offset_s: line.offset_s };
    if (before >= 3) fitEnvelope(index, arrival, before, old);
    const step = (i: number) => (arrival[i] as number) - old.offset_s - old.period_s * (index[i] as number);
    const rise_s = Math.min(step(before), step(before + 1));
    if (rise_s < LOSS_STEP_S || rise_s < 2 * old.period_s) return 0;
    for (let i = 0; i < before; i += 1) arrival[i] = (arrival[i] as number) + rise_s;
    return Math.round(rise_s / old.period_s);
  }
}

export function createEnvelopeBins(): EnvelopeBins {
  return new SoonestArrivals();
}
