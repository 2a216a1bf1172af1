import type { Database } from 'better-sqlite3';
import { ExportFile } from '../../../src/contract/export-file.ts';
import { failure, type Result } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { attempt } from '../errors.ts';
import { type DumpFacts, dumpEverything } from './dump.ts';
import { loadEverything } from './load.ts';
import type { LoadCounts } from './merge.ts';

export type { LoadCounts };

/** Everything there is, out and in again without loss (docs/export.md). */
export interface Everything {
  /** JSON in pieces. */
  dump(facts: Pick<DumpFacts, 'lockout' | 'athletes'>): Iterable<string>;
  /** The text of an export; all of it comes in, or nothing. */
  load(text: string): Result<LoadCounts>;
}

/** Does a file begin like one of ours? */
export const isExportFile = (head: string): boolean => /^\ufeff?\s*\{\s*"lockout_export"\s*:/.test(head);

export const createEverything = (db: Database, now: () => number): Everything => ({
  dump: (facts) => dumpEverything(db, { ...facts, now_epoch_ms: now() }),
  load(text) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return failure('damaged-export', words.store.everything.notWhole);
    }
    const parsed = ExportFile.safeParse(json);
    if (!parsed.success)
      return failure(
        'damaged-export',
        words.store.everything.damaged(parsed.error.issues[0]?.path.join('.') ?? ''),
      );
    return attempt(words.store.imports.notStored, () => loadEverything(db, parsed.data));
  },
});
