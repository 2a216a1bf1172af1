import type { Database } from 'better-sqlite3';
import type { InsertedSet, NewSet } from '../types.ts';
import { analysisColumns, putAnalysisRows } from './analysis-rows.ts';
import { insertRow } from './insert-row.ts';
import { rowOfLabels } from './label-row.ts';
import { packRecording } from './recording-blob.ts';
import { numberInSession, sessionFor } from './sessions.ts';

/** All or nothing: set, reps, failed attempts, trace and recording. Throws what SQLite throws. */
export function insertSet(
  db: Database,
  set: NewSet,
  now_epoch_ms: number,
  journal_id: string | null,
): InsertedSet {
  const deleted = new Set(set.deleted_reps.flatMap((place) => set.analysis.reps[place] ?? []));
  // Before the transaction: compressing takes longer than writing.
  const recording = set.packed ?? packRecording(set.recording);
  return db.transaction(() => {
    const { athlete_id } = set.labels;
    const started_at = Math.round(set.started_epoch_ms);
    const { duration_s } = set.analysis.recording;
    const session_id = sessionFor(db, { athlete_id, started_at, duration_s });
    const set_id = insertRow(db, 'sets', {
      session_id,
      started_at,
      stored_at: now_epoch_ms,
      journal_id,
      note: set.note,
      interrupted: set.interrupted ? 1 : 0,
      live_reps: set.live_reps,
      ...rowOfLabels(db, set.labels),
      ...analysisColumns(set.analysis, deleted),
    });
    const rep_ids = putAnalysisRows(db, set_id, set.analysis, deleted);
    insertRow(db, 'recordings', { set_id, ...recording });
    return { set_id, session_id, number: numberInSession(db, set_id), rep_ids };
  })();
}
