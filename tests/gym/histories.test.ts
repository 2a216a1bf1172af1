import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postgresPath } from '../programs.ts';
import { HISTORY, live } from './histories.ts';
import { startPostgres } from './postgres.ts';

const withPostgres = postgresPath() === null ? describe.skip : describe;

withPostgres('three stations of a gym', () => {
  test('hold the same after any history of edits, lost answers, kills and clocks set, and no finished set is missing', async () => {
    const postgres = await startPostgres();
    try {
      await fc.assert(
        fc.asyncProperty(HISTORY, async (history) => {
          expect(await live(postgres.address, history)).toEqual([]);
        }),
        { numRuns: 4, seed: 16 },
      );
    } finally {
      await postgres.stop();
    }
  });
});
