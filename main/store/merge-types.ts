import type { Result } from '../../src/contract/result.ts';
import type { Athlete } from '../../src/contract/setup.ts';

/** Two athletes who are one person, as two stations of a gym made them. */
export interface MergeStore {
  /** Others whose name is written alike. */
  alike(id: number): Athlete[];
  /** Into whom an archived athlete was merged; null: they were not, or it was taken back. */
  mergedInto(id: number): Athlete | null;
  /** All that is the second one's becomes the first one's; the second is archived. */
  merge(into: number, from: number): Result<Athlete>;
  /** Makes of an athlete who was merged one by themselves again. */
  takeBack(from: number): Result<Athlete>;
}
