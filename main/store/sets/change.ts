import type { Database } from 'better-sqlite3';
import type { SetChange, SetLabels } from '../types.ts';
import { analysisColumns, putAnalysisRows, stillDeleted } from './analysis-rows.ts';
import { audit } from './audit.ts';
import { addCorrection, auditUnmet, removeCorrection } from './corrections.ts';
import { updateRow } from './insert-row.ts';
import { labelsOfRow, rowOfLabels } from './label-row.ts';
import { rowOfSet, type StoredRow } from './read.ts';
import { redate } from './redate.ts';
import { dropIfEmpty, sessionFor } from './sessions.ts';

/** Inside the caller's transaction. False when there is no such set. */
export function changeSet(db: Database, id: number, change: SetChange, now_epoch_ms: number): boolean {
  const row = rowOfSet(db, id);
  if (!row) return false;
  if (change.started_epoch_ms !== undefined) redate(db, row, change.started_epoch_ms, now_epoch_ms);
  if (change.labels) relabel(db, rowOfSet(db, id) ?? row, change.labels, now_epoch_ms);
  if (change.note !== undefined && change.note !== row.note) {
    updateRow(db, 'sets', id, { note: change.note });
    audit(db, now_epoch_ms, { set_id: id, what: 'note', before: row.note, after: change.note });
  }
  if (change.correct) addCorrection(db, id, change.correct, now_epoch_ms);
  if (change.take_back !== undefined) removeCorrection(db, id, change.take_back, now_epoch_ms);
  if (change.analysis) {
    const deleted = stillDeleted(db, id, change.analysis);
    updateRow(db, 'sets', id, analysisColumns(change.analysis, deleted));
    putAnalysisRows(db, id, change.analysis, deleted);
    const { algorithm } = change.analysis;
    if (algorithm !== row.algorithm)
      audit(db, now_epoch_ms, { set_id: id, what: 'analysis', before: row.algorithm, after: algorithm });
    // New numbers that only follow from a new label or a correction are told by that one's own edit.
    else if (!change.labels && !change.correct && change.take_back === undefined)
      audit(db, now_epoch_ms, { set_id: id, what: 'analysed again' });
    auditUnmet(db, id, change.analysis.unmet ?? [], now_epoch_ms);
  }
  return true;
}

function relabel(db: Database, row: StoredRow, labels: Partial<SetLabels>, now_epoch_ms: number): void {
  const before = labelsOfRow(db, row);
  const after: SetLabels = { ...before, ...labels };
  const changed = (Object.keys(after) as (keyof SetLabels)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (changed.length === 0) return;
  const { started_at, duration_s } = row;
  const moves = after.athlete_id !== before.athlete_id;
  // Looked up before the set itself is the new athlete's: it must not find its own old session.
  const session_id = moves
    ? sessionFor(db, { athlete_id: after.athlete_id, started_at, duration_s })
    : row.session_id;
  updateRow(db, 'sets', row.id, { ...rowOfLabels(db, after), session_id });
  if (moves) dropIfEmpty(db, row.session_id);
  for (const what of changed)
    audit(db, now_epoch_ms, { set_id: row.id, what, before: before[what], after: after[what] });
}
