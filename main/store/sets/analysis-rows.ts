import type { Database } from 'better-sqlite3';
import { summarise } from '../../../src/reps/measure/set-summary.ts';
import type { Analysis, Rep } from '../../../src/reps/rep.ts';
import { insertRow, updateRow } from './insert-row.ts';
import { repOf, rowOfRep, type StoredRepRow } from './rep-row.ts';
import { rowOfRecording, rowOfSummary } from './result-row.ts';
import { packTrace } from './trace-blob.ts';

/** Columns of `sets` an analysis fills. `deleted` are the reps a person took away. */
export function analysisColumns(analysis: Analysis, deleted: ReadonlySet<Rep>): object {
  const counted = analysis.reps.filter((rep) => !deleted.has(rep));
  const summary =
    deleted.size > 0
      ? summarise(counted, analysis.failed.length, analysis.set.reference_rom_m)
      : analysis.set;
  return {
    algorithm: analysis.algorithm,
    from_live: analysis.from_live ? 1 : 0,
    ...rowOfSummary(summary, counted),
    ...rowOfRecording(analysis.recording),
  };
}

/** Reps, failed attempts and the trace of a set; returns the reps' ids. Replaces what was there; who was there stays who it was. */
export function putAnalysisRows(
  db: Database,
  set_id: number,
  analysis: Analysis,
  deleted: ReadonlySet<Rep>,
): number[] {
  const was = identitiesOf(db, set_id);
  db.prepare('DELETE FROM reps WHERE set_id = ?').run(set_id);
  db.prepare('DELETE FROM traces WHERE set_id = ?').run(set_id);
  const ids = analysis.reps.map((rep) =>
    insertRow(db, 'reps', {
      set_id,
      uuid: was(rep),
      deleted: deleted.has(rep) ? 1 : 0,
      ...rowOfRep(rep, false),
    }),
  );
  for (const rep of analysis.failed)
    insertRow(db, 'reps', { set_id, uuid: was(rep), ...rowOfRep(rep, true) });
  insertRow(db, 'traces', { set_id, ...packTrace(analysis.trace) });
  return ids;
}

/** Tells which stored rep a rep of a new analysis is, by its moment; each once, null for one that was not there. */
function identitiesOf(db: Database, set_id: number): (rep: Rep) => Buffer | null {
  const left = repRows(db, set_id);
  return ({ concentric }) => {
    const at = left.findIndex(
      (row) => row.concentric_start_s < concentric.end_s && row.concentric_end_s > concentric.start_s,
    );
    return at < 0 ? null : (left.splice(at, 1)[0]?.uuid ?? null);
  };
}

export const repRows = (db: Database, set_id: number): StoredRepRow[] =>
  db
    .prepare<[number], StoredRepRow>('SELECT * FROM reps WHERE set_id = ? ORDER BY failed, place, id')
    .all(set_id);

/**
 * Reps of a new analysis a person had deleted in the old one: those whose concentric overlaps a deleted one's.
 * The numbering may have changed, the moment has not.
 */
export function stillDeleted(db: Database, set_id: number, analysis: Analysis): Set<Rep> {
  const gone = repRows(db, set_id).filter((row) => row.deleted === 1);
  return new Set(
    analysis.reps.filter(({ concentric }) =>
      gone.some(
        (row) => row.concentric_start_s < concentric.end_s && row.concentric_end_s > concentric.start_s,
      ),
    ),
  );
}

/** Counts and means of `sets` after a rep was deleted or brought back. */
export function resummarise(db: Database, set_id: number): void {
  const rows = repRows(db, set_id);
  const counted = rows.filter((row) => row.failed === 0 && row.deleted === 0).map(repOf);
  const failed = rows.filter((row) => row.failed === 1).length;
  const reference = db.prepare('SELECT summary_reference_rom_m FROM sets WHERE id = ?').pluck().get(set_id);
  const summary = summarise(counted, failed, reference as number | null);
  updateRow(db, 'sets', set_id, rowOfSummary(summary, counted));
}
