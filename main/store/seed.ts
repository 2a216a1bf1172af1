import type { Database } from 'better-sqlite3';
import type { DemoAthlete, ReferenceStore } from './types.ts';

/**
 * The athlete the product ships with, made once, when the database is new: whoever deletes it has it deleted.
 * Returns whether it was made.
 */
export function seedDemoAthlete(
  db: Database,
  demo: DemoAthlete,
  references: ReferenceStore,
  now_epoch_ms: number,
): boolean {
  const seeded = db.prepare('SELECT 1 FROM settings WHERE key = ?').get(SEEDED);
  if (seeded) return false;
  return db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare('INSERT INTO athletes (name, simulated, created_at) VALUES (?, 1, ?)')
      .run(demo.name, now_epoch_ms);
    const { lift, variation, reference } = demo;
    const key = { athlete_id: Number(lastInsertRowid), lift, variation, bench: '', side: null };
    const stored = references.put(key, reference);
    if (!stored.ok) throw new Error(stored.error.message);
    db.prepare(`INSERT INTO settings (key, value) VALUES (?, 'true')`).run(SEEDED);
    return true;
  })();
}

const SEEDED = 'demo-athlete-made';
