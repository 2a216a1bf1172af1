import type { Database } from 'better-sqlite3';
import type { StoredCorrection } from '../../../src/contract/sets.ts';
import type { Correction } from '../../../src/reps/correction.ts';
import { audit } from './audit.ts';
import { insertRow } from './insert-row.ts';

/** How an audit names what was said, and that it was taken back. */
const SAID = { count: 'movement counted', split: 'rep split', join: 'reps joined' } as const;
const TAKEN_BACK = {
  count: 'movement counted, taken back',
  split: 'rep split, taken back',
  join: 'reps joined, taken back',
} as const;

interface Row {
  readonly id: number;
  readonly kind: Correction['kind'];
  readonly at_s: number;
  readonly to_s: number | null;
}

const correctionOf = ({ id, kind, at_s, to_s }: Row): StoredCorrection =>
  kind === 'join' ? { id, kind, at_s, to_s: to_s ?? at_s } : { id, kind, at_s };

/** In the order they were made. */
export const correctionsOf = (db: Database, set_id: number): StoredCorrection[] =>
  db
    .prepare<[number], Row>('SELECT id, kind, at_s, to_s FROM corrections WHERE set_id = ? ORDER BY id')
    .all(set_id)
    .map(correctionOf);

export function addCorrection(
  db: Database,
  set_id: number,
  correction: Correction,
  at_epoch_ms: number,
): void {
  const { kind, at_s } = correction;
  const to_s = correction.kind === 'join' ? correction.to_s : null;
  insertRow(db, 'corrections', { set_id, kind, at_s, to_s, made_at: at_epoch_ms });
  audit(db, at_epoch_ms, { set_id, what: SAID[kind], before: roundedSeconds(at_s) });
}

/** Nothing happens to one that is not there. */
export function removeCorrection(db: Database, set_id: number, id: number, at_epoch_ms: number): void {
  const found = correctionsOf(db, set_id).find((correction) => correction.id === id);
  if (!found) return;
  db.prepare('DELETE FROM corrections WHERE id = ?').run(id);
  audit(db, at_epoch_ms, { set_id, what: TAKEN_BACK[found.kind], before: roundedSeconds(found.at_s) });
}

/** A new analysis has no movement for it: said each time, for its rep is missing from the numbers. */
export const auditUnmet = (
  db: Database,
  set_id: number,
  unmet: readonly Correction[],
  at_epoch_ms: number,
): void => {
  for (const { at_s } of unmet)
    audit(db, at_epoch_ms, { set_id, what: 'correction without a movement', before: roundedSeconds(at_s) });
};

/** As the review shows moments, s. */
const roundedSeconds = (at_s: number): number => Math.round(at_s * 10) / 10;
