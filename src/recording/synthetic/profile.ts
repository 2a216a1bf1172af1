import type { Random } from './random.ts';

/** Speed over normalised time u in [0, 1]; only its form matters, the distance is scaled afterwards. */
export type SpeedCurve = (u: number) => number;

/** Single hump, peak at rise / (rise + fall). Exponent 1: force is there at once; 2: it builds up. */
export function hump(rise: number, fall: number): SpeedCurve {
  return (u) => u ** rise * (1 - u) ** fall;
}

/**
 * A hump with a sticking region: speed falls to (1 - depth) of the hump around `at`. Velocity of heavy
 * lifts has two peaks with a minimum between (Elliott 1989; van den Tillaar and Ettema 2010).
 */
export function sticking(base: SpeedCurve, at: number, depth: number, width: number): SpeedCurve {
  return (u) => base(u) * (1 - depth * Math.exp(-(((u - at) / width) ** 2)));
}

/** Nearly constant speed with soft ends: a controlled lowering, a grind. `ramp` is the share of each end. */
export function plateau(ramp: number): SpeedCurve {
  return (u) => {
    const end = Math.min(u, 1 - u) / ramp;
    return end >= 1 ? 1 : end * end * (3 - 2 * end);
  };
}

/** Slow waviness of a hard effort on top of a shape; never negative. */
export function wavy(base: SpeedCurve, depth: number, cycles: number, phase: number): SpeedCurve {
  return (u) => base(u) * (1 + depth * Math.sin(2 * Math.PI * (cycles * u + phase)));
}

/** How a lifter drives a bar up at mean velocity `mcv_mps`: light is smooth, heavy sticks or grinds. */
export function concentricShape(random: Random, mcv_mps: number): SpeedCurve {
  const base = hump(random.uniform(1.05, 1.9), random.uniform(1.05, 2.1));
  if (mcv_mps > 0.45) return base;
  const grinding = mcv_mps < 0.26 && random.chance(0.5);
  if (grinding) {
    const steady = plateau(random.uniform(0.2, 0.4));
    return wavy(steady, random.uniform(0.15, 0.45), random.uniform(0.8, 2.2), random.unit());
  }
  const depth = random.uniform(0.15, mcv_mps < 0.3 ? 0.75 : 0.5);
  return sticking(base, random.uniform(0.4, 0.65), depth, random.uniform(0.1, 0.18));
}

export function eccentricShape(random: Random): SpeedCurve {
  return random.chance(0.5)
    ? hump(random.uniform(1.1, 2), random.uniform(1.1, 2))
    : plateau(random.uniform(0.25, 0.5));
}
