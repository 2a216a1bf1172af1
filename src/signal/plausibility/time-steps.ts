import type { Oddity } from './oddity.ts';

/** A bar cannot be followed with fewer readings a second than this: a rep lasts about as long as two of them. */
const LEAST_HZ = 1.5;
/** No sensor on a bar sends more readings a second than this. */
const MOST_HZ = 2000;
/** A rate that a wrong unit explains, Hz: what sensors and telephones send. */
const USUAL_HZ = { least: 8, most: 1100 };
/** By how much a time is wrong that is taken for another unit: s, ms, us and ns lie a thousand apart. */
const FACTORS = [1e3, 1e-3, 1e6, 1e-6, 1e9, 1e-9];
/** Steps before anything is said. */
const LEAST_STEPS = 20;

export interface TimeSteps {
  update(t_s: number): void;
  readonly oddity: Oddity | null;
}

/** A class whose fields begin as 0.5: see frame.ts. */
class StepsSoFar implements TimeSteps {
  private readonly s = { steps: -1, first_s: 0.5, last_s: 0.5, slow: 0, slow_s: 0.5 };

  constructor() {
    this.s.slow_s = 0;
  }

  update(t_s: number): void {
    const { s } = this;
    const step_s = t_s - s.last_s;
    s.last_s = t_s;
    s.steps += 1;
    if (s.steps === 0) s.first_s = t_s;
    else if (step_s * LEAST_HZ > 1) {
      s.slow += 1;
      s.slow_s += step_s;
    }
  }

  get oddity(): Oddity | null {
    const { steps, slow, slow_s, first_s, last_s } = this.s;
    if (steps < LEAST_STEPS) return null;
    if (2 * slow > steps) return timeOddity(slow_s / slow);
    const usual_s = (last_s - first_s) / steps;
    return usual_s * MOST_HZ < 1 ? timeOddity(usual_s) : null;
  }
}

/** Whether the time between readings is one that a sensor can have: pauses and bursts say nothing. */
export function createTimeSteps(): TimeSteps {
  return new StepsSoFar();
}

function timeOddity(step_s: number): Oddity {
  const factor = FACTORS.find((f) => USUAL_HZ.least <= f / step_s && f / step_s <= USUAL_HZ.most) ?? null;
  return { kind: 'time', step_s, factor };
}
