import type { Database } from 'better-sqlite3';
import type { ReplacedByEdit, SetLabels } from '../types.ts';

/** What a person changes of a set's labels, and what only follows from that. */
const LABELS: readonly string[] = [
  'athlete_id',
  'lift',
  'variation',
  'bench',
  'side',
  'mount',
  'kind',
  'load_kg',
  'load_unit',
  'targets',
  'reference',
  'accepted',
] satisfies (keyof SetLabels)[];

/** What stood where an edit of that moment wrote; null: it changed neither label nor note nor date. */
export function replacedByEdit(db: Database, set_id: number, at_epoch_ms: number): ReplacedByEdit | null {
  const rows = db
    .prepare<[number, number], { what: string; before: string | null }>(
      'SELECT what, before FROM edits WHERE set_id = ? AND at = ? ORDER BY id DESC',
    )
    .all(set_id, at_epoch_ms);
  // of two edits within a millisecond the earlier one's word is the one that stood there
  const before = new Map(rows.map((row) => [row.what, JSON.parse(row.before ?? 'null') as unknown]));
  const labels = Object.fromEntries([...before].filter(([what]) => LABELS.includes(what)));
  const note = before.get('note');
  const started = before.get('started_at');
  if (Object.keys(labels).length === 0 && note === undefined && started === undefined) return null;
  return {
    labels: labels as Partial<SetLabels>,
    ...(typeof note === 'string' && { note }),
    ...(typeof started === 'number' && { started_epoch_ms: started }),
  };
}
