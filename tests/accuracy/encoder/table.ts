import { type Agreement, agreementOf } from './agreement.ts';
import type { ComparedSet, EncoderPair } from './compare.ts';

/** The encoder's own error of a mean velocity, m/s, 1 sigma: what two encoders of its class differ by on one bar. */
export const ENCODER_SIGMA_MPS = 0.02;
/** The same of a range, m: it is printed in whole centimetres. */
export const ENCODER_SIGMA_M = 0.01;

interface Group {
  readonly name: string;
  readonly sets: readonly ComparedSet[];
  readonly pairs: readonly EncoderPair[];
}

/** Bands of the encoder's mean velocity, m/s; the recordings name no loads, and velocity falls as load rises. */
const BANDS = [0, 0.4, 0.6, 0.8, Number.POSITIVE_INFINITY];

function groups(compared: readonly ComparedSet[]): Group[] {
  const pairs = compared.flatMap((set) => set.pairs);
  const named = new Map<string, ComparedSet[]>();
  for (const one of compared) {
    const name = `${one.set.lift}, ${one.set.place}`;
    named.set(name, [...(named.get(name) ?? []), one]);
  }
  const band = (from: number, to: number): string =>
    to === Number.POSITIVE_INFINITY ? `from ${from} m/s` : `${from} to ${to} m/s`;
  return [
    ...[...named].map(([name, sets]) => ({ name, sets, pairs: sets.flatMap((set) => set.pairs) })),
    ...BANDS.slice(0, -1).map((from, i) => {
      const to = BANDS[i + 1] as number;
      const within = pairs.filter((pair) => pair.theirs.mcv_mps >= from && pair.theirs.mcv_mps < to);
      return { name: band(from, to), sets: [], pairs: within };
    }),
    { name: 'all', sets: compared, pairs },
  ];
}

/** Share within two sigmas, the encoder's own error allowed for. */
function within(
  pairs: readonly EncoderPair[],
  off: (pair: EncoderPair) => number,
  sigma: (pair: EncoderPair) => number | null,
): string {
  const stated = pairs.filter((pair) => sigma(pair) !== null);
  const inside = stated.filter((pair) => Math.abs(off(pair)) <= 2 * (sigma(pair) as number));
  return stated.length === 0 ? '-' : `${((100 * inside.length) / stated.length).toFixed(0)} %`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (cells: readonly string[]): string[] => [row(cells), `|${cells.map(() => '---|').join('')}`];

function figures(agreement: Agreement, digits: number, scale: number): string[] {
  const n = (value: number): string => (scale * value).toFixed(digits);
  const { bias, sd, lower, upper, see, sdc } = agreement;
  return [
    n(bias),
    n(sd),
    `${n(lower)} to ${n(upper)}`,
    n(see),
    n(sdc),
    agreement.ccc.toFixed(3),
    agreement.slope.toFixed(3),
  ];
}

/** Markdown: velocity and range by lift and by band of velocity, and the counts. */
export function encoderTables(compared: readonly ComparedSet[]): string {
  const all = groups(compared);
  const agreement = (
    of: (pair: EncoderPair) => readonly [number, number],
    digits: number,
    scale: number,
    covered: (pairs: readonly EncoderPair[]) => string,
  ): string[] =>
    all.flatMap(({ name, pairs }) => {
      const found = agreementOf(
        pairs.map((pair) => of(pair)[0]),
        pairs.map((pair) => of(pair)[1]),
      );
      return found === null
        ? []
        : [row([name, String(found.pairs), ...figures(found, digits, scale), covered(pairs)])];
    });
  const columns = [
    '',
    'reps',
    'bias',
    'SD',
    'limits of agreement',
    'SEE',
    'SDC',
    'CCC',
    'proportional',
    'within 2 sigma',
  ];
  const velocity = (pair: EncoderPair): number => pair.ours.mcv_mps - pair.theirs.mcv_mps;
  const range = (pair: EncoderPair): number => pair.ours.rom_m - pair.theirs.rom_m;
  return [
    'Mean concentric velocity, m/s, ours less the encoder:',
    [
      ...head(columns),
      ...agreement(
        (pair) => [pair.ours.mcv_mps, pair.theirs.mcv_mps],
        3,
        1,
        (pairs) =>
          within(pairs, velocity, ({ ours }) =>
            ours.mcv_sigma_mps === null ? null : Math.hypot(ours.mcv_sigma_mps, ENCODER_SIGMA_MPS),
          ),
      ),
    ].join('\n'),
    'Range of motion, cm:',
    [
      ...head(columns),
      ...agreement(
        (pair) => [pair.ours.rom_m, pair.theirs.rom_m],
        1,
        100,
        (pairs) =>
          within(pairs, range, ({ ours }) =>
            ours.rom_sigma_m === null ? null : Math.hypot(ours.rom_sigma_m, ENCODER_SIGMA_M),
          ),
      ),
    ].join('\n'),
    'Reps counted (the wrist moves before and after a set; the sleeve does not):',
    [
      ...head(['', 'sets', 'encoder', 'ours', 'ghosts', 'missed', 'without a velocity']),
      ...all
        .filter(({ sets }) => sets.length > 0)
        .map(({ name, sets }) => {
          const sum = (of: (set: ComparedSet) => number): string =>
            String(sets.reduce((total, set) => total + of(set), 0));
          return row([
            name,
            String(sets.length),
            sum((set) => set.set.reps.length),
            sum((set) => set.counted),
            sum((set) => set.ghosts),
            sum((set) => set.missed),
            sum((set) => set.without),
          ]);
        }),
    ].join('\n'),
  ].join('\n\n');
}
