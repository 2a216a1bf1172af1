import type { TonightEntry } from '../../src/contract/tonight.ts';
import { words } from '../../src/words/index.ts';
import { formatDuration } from './format.ts';

/** How long one of tonight's group rests by now; empty before the first set. */
export function restInWords(
  { resting_since_epoch_ms: since, rest_target_s }: TonightEntry,
  now_ms: number,
): string {
  if (since === null) return '';
  const rested_s = (now_ms - since) / 1000;
  return rest_target_s !== null && rested_s >= rest_target_s
    ? words.tonight.rested
    : words.tonight.rests(formatDuration(rested_s));
}
