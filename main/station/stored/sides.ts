import { SESSION_GAP_MS } from '../../../src/training/session.ts';
import { words } from '../../../src/words/index.ts';
import type { Store, StoredSet } from '../../store/types.ts';

/** The other side is looked for among this many sets, newest first. */
const LOOK_BACK_SETS = 20;

/** Left against right in words, when the other side of the same lift and load was done this visit. */
export function sidesInWords(store: Store, set: StoredSet): string | null {
  const { side, lift, variation, load_kg, athlete_id } = set.labels;
  if (side === null) return null;
  const other = store.sets.list({ athlete_id, limit: LOOK_BACK_SETS }).find(
    (row) =>
      row.id !== set.row.id &&
      // two sides of one recording, or of one evening
      row.accepted === set.row.accepted &&
      row.lift === lift &&
      row.variation === variation &&
      row.load_kg === load_kg &&
      row.side !== null &&
      row.side !== side &&
      Math.abs(set.row.started_epoch_ms - row.started_epoch_ms) < SESSION_GAP_MS,
  );
  const opposite = other && store.sets.get(other.id);
  if (!opposite || other.side === null) return null;
  const rom_pct = percentMore(meanRom(set), meanRom(opposite));
  const mcv_pct = percentMore(set.row.summary.mean_mcv_mps, opposite.row.summary.mean_mcv_mps);
  if (rom_pct === null && mcv_pct === null) return null;
  return words.says.set.sides(side, other.side, rom_pct, mcv_pct);
}

function meanRom(set: StoredSet): number | null {
  const roms = set.reps.flatMap(({ rep, deleted }) => (deleted || rep.rom_m === null ? [] : [rep.rom_m]));
  return roms.length === 0 ? null : roms.reduce((a, b) => a + b, 0) / roms.length;
}

const percentMore = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : ((a - b) / b) * 100;
