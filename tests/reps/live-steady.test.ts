import { expect, test } from 'vitest';
import { replayLive } from '../../src/reps/live/replay.ts';
import { slowSet } from './slow-set.ts';

test.each([50, 100])(
  'slow reps of steady hands, 0.13 m/s without any tremor, are counted as they come, %d Hz',
  (rate_hz) => {
    for (let seed = 1; seed <= 5; seed++) {
      const { recording, context } = slowSet(seed, { rate_hz });
      const { analysis } = replayLive(recording, context);
      expect(analysis.reps, `seed ${seed}`).toHaveLength(5);
    }
  },
);
