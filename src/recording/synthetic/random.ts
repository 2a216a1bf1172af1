/**
 * Seeded randomness for the synthetic lifts: the same seed gives the same world on every machine.
 * sfc32 (Doty-Humphrey, PractRand), seeded by splitmix32. Not for secrets.
 */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number;
  uniform(low: number, high: number): number;
  /** Integer in [low, high]. */
  integer(low: number, high: number): number;
  /** Normal with mean 0; nothing beyond 3 sigma, so that no seed is freakish. */
  normal(sigma: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** -1 or 1. */
  sign(): number;
  /** An independent stream: what is drawn from it does not move anything drawn here. */
  fork(label: string): Random;
}

/** Normal numbers further out are drawn again, in sigmas: one in 370 would make a lifter nobody has seen. */
const NORMAL_LIMIT = 3;

function hash(seed: number, label: string): number {
  let h = seed | 0;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193) + 0x9e3779b9;
  return h | 0;
}

export function createRandom(seed: number): Random {
  let s = seed | 0;
  const splitmix = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  const unit = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) unit();

  const random: Random = {
    unit,
    uniform: (low, high) => low + (high - low) * unit(),
    integer: (low, high) => low + Math.floor((high - low + 1) * unit()),
    normal: (sigma) => {
      for (;;) {
        const z = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
        if (Math.abs(z) <= NORMAL_LIMIT) return sigma * z;
      }
    },
    chance: (probability) => unit() < probability,
    pick: (choices) => choices[Math.floor(unit() * choices.length)] ?? choices[0],
    sign: () => (unit() < 0.5 ? -1 : 1),
    fork: (label) => createRandom(hash(seed, label)),
  };
  return random;
}
