import type { CalibrationDoubt, CalibrationRep } from '../../../src/contract/station.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { words } from '../../../src/words/index.ts';
import { rangeSpread_pct, SPREAD_PCT } from '../desk/calibration-reps.ts';

/** A lockout held shorter than this gives a height that has not settled, s; chosen here as half the usual hold target. */
const HELD_S = 0.5;

/** Each rep of a calibration with what is wrong with it beside the others; one that still runs is not judged. */
export function withDoubts(reps: readonly Rep[], isOver: (rep: Rep) => boolean): CalibrationRep[] {
  const largest_m = Math.max(...reps.map((rep) => rep.rom_m ?? 0));
  return reps.map((rep) => ({ rep, doubt: isOver(rep) ? doubtOf(rep, largest_m) : null }));
}

function doubtOf(rep: Rep, largest_m: number): CalibrationDoubt | null {
  if (rep.rom_m === null || rep.quality === 'unusable') return 'unmeasured';
  if (rep.rom_m < (1 - SPREAD_PCT / 100) * largest_m) return 'short';
  return (rep.lockout.hold_s ?? 0) < HELD_S ? 'not-held' : null;
}

/** What keeps a range from being as certain as it could be, with the reps that it means; null: nothing does. */
export function problemWith(reps: readonly CalibrationRep[]): string | null {
  const text = words.says.calibrate;
  const those = (doubt: CalibrationDoubt): number[] =>
    reps.flatMap((entry, place) => (entry.doubt === doubt ? [place + 1] : []));
  const [short, notHeld, unmeasured] = [those('short'), those('not-held'), those('unmeasured')];
  if (short.length > 0) return text.uneven(short, rangeSpread_pct(reps.map(({ rep }) => rep)));
  if (unmeasured.length > 0) return text.leftOut(unmeasured);
  return notHeld.length > 0 ? text.noHold(notHeld, HELD_S) : null;
}
