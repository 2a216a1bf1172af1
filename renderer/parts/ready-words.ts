import type { Units } from '../../src/contract/setup.ts';
import type { Readiness } from '../../src/training/readiness.ts';
import { words } from '../../src/words/index.ts';
import { formatLoad, formatVelocity } from '../format/format.ts';

/** What today's speed is compared with. */
export const readyDetail = (ready: Readiness, units: Units): string =>
  words.training.readyHow(
    formatVelocity(ready.mcv_mps),
    formatLoad(units, ready.load_kg),
    formatVelocity(ready.low_mps),
    formatVelocity(ready.high_mps),
  );
