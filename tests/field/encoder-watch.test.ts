import { describe, expect, test } from 'vitest';
import { agreementOf } from '../accuracy/encoder/agreement.ts';
import { compareWithEncoder, type EncoderPair } from '../accuracy/encoder/compare.ts';
import { ENCODER_SIGMA_MPS, encoderTables } from '../accuracy/encoder/table.ts';
import { FOLDER } from './recordings.ts';

const final = compareWithEncoder(FOLDER, 'final');
if (final === null) console.warn(`No encoder recordings in ${FOLDER}: set LOCKOUT_RECORDINGS.`);
const sets = final ?? [];
const pairs = sets.flatMap((set) => set.pairs);

/** Least and most of the encoder's figures within two sigmas of ours, its own error allowed for. */
const COVERAGE = { least: 0.85, most: 0.995 };
/** Median sigma is at most this many times the RMSE: a sigma that covers everything says nothing. */
const SIGMA_RATIO = 1.5;
/** Scatter once the bias of each lift is taken off, m/s. */
const SCATTER_MPS = 0.025;

const difference = ({ ours, theirs }: EncoderPair): number => ours.mcv_mps - theirs.mcv_mps;
const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;
const byLift = Map.groupBy(pairs, ({ set }) => `${set.lift}, ${set.place}`);

describe.skipIf(final === null)('beside a linear encoder', () => {
  test('prints how the two agree', () => {
    console.log(encoderTables(sets));
    expect(pairs.length).toBeGreaterThan(300);
  });

  test('the sets recorded on the sleeve are counted exactly', () => {
    const sleeves = sets.filter(({ set }) => set.place === 'sleeve');
    expect(sleeves.length).toBe(2);
    for (const { ghosts, missed } of sleeves) expect({ ghosts, missed }).toEqual({ ghosts: 0, missed: 0 });
  });

  test('of 313 reps at most one in a hundred is missed', () => {
    expect(sets.reduce((sum, { missed }) => sum + missed, 0)).toBeLessThanOrEqual(3);
  });

  test.each([...byLift])('%s: two stated sigmas hold the encoder, and are not simply large', (_, found) => {
    const inside = share(
      found.map((pair) => {
        const sigma = Math.hypot(pair.ours.mcv_sigma_mps ?? 0, ENCODER_SIGMA_MPS);
        return Math.abs(difference(pair)) <= 2 * sigma;
      }),
    );
    expect(inside).toBeGreaterThanOrEqual(COVERAGE.least);
    expect(inside).toBeLessThanOrEqual(COVERAGE.most);
    const sigmas = found.map(({ ours }) => ours.mcv_sigma_mps ?? 0).sort((a, b) => a - b);
    const rmse = Math.sqrt(found.reduce((sum, pair) => sum + difference(pair) ** 2, 0) / found.length);
    expect(sigmas[Math.floor(sigmas.length / 2)]).toBeLessThanOrEqual(SIGMA_RATIO * rmse);
  });

  test('scatter is small once the bias of each lift is taken off', () => {
    const rests = [...byLift.values()].flatMap((found) => {
      const agreement = agreementOf(
        found.map(({ ours }) => ours.mcv_mps),
        found.map(({ theirs }) => theirs.mcv_mps),
      );
      return found.map((pair) => difference(pair) - (agreement?.bias ?? 0));
    });
    const sd = Math.sqrt(rests.reduce((sum, rest) => sum + rest ** 2, 0) / (rests.length - byLift.size));
    expect(sd).toBeLessThanOrEqual(SCATTER_MPS);
  });
});
