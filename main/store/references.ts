import type { Database } from 'better-sqlite3';
import type { Reference } from '../../src/lifts/lift.ts';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';
import type { EarlierSet, ReferenceKey, ReferenceStore, StoreClock } from './types.ts';

/** A reference's columns, with or without the prefix they carry in `sets`. */
export interface ReferenceRow {
  readonly origin: Reference['origin'] | null;
  readonly rom_m: number | null;
  readonly rom_sigma_m: number | null;
  readonly lockout_height_m: number | null;
  readonly lockout_height_sigma_m: number | null;
  readonly tilt_deg: number | null;
  readonly sway_m: number | null;
}

export function referenceOf(row: ReferenceRow): Reference | null {
  if (row.origin === null || row.rom_m === null || row.rom_sigma_m === null) return null;
  const { tilt_deg, sway_m } = row;
  return {
    rom_m: row.rom_m,
    rom_sigma_m: row.rom_sigma_m,
    lockout_height_m: row.lockout_height_m,
    lockout_height_sigma_m: row.lockout_height_sigma_m,
    steadiness: tilt_deg === null || sway_m === null ? null : { tilt_deg, sway_m },
    origin: row.origin,
  };
}

export const referenceRow = (reference: Reference | null): ReferenceRow => ({
  origin: reference?.origin ?? null,
  rom_m: reference?.rom_m ?? null,
  rom_sigma_m: reference?.rom_sigma_m ?? null,
  lockout_height_m: reference?.lockout_height_m ?? null,
  lockout_height_sigma_m: reference?.lockout_height_sigma_m ?? null,
  tilt_deg: reference?.steadiness?.tilt_deg ?? null,
  sway_m: reference?.steadiness?.sway_m ?? null,
});

/** Earlier sets a reference is learned from; chosen here, because an athlete's range of a year ago is no longer theirs. */
const EARLIER_SETS = 20;

export function createReferences(db: Database, clock: StoreClock): ReferenceStore {
  const put = db.prepare(`
    INSERT INTO "references"
      (athlete_id, lift, variation, bench, side, origin, rom_m, rom_sigma_m, lockout_height_m,
       lockout_height_sigma_m, tilt_deg, sway_m, made_at)
    VALUES (@athlete_id, @lift, @variation, @bench, @side, @origin, @rom_m, @rom_sigma_m, @lockout_height_m,
       @lockout_height_sigma_m, @tilt_deg, @sway_m, @made_at)
    ON CONFLICT (athlete_id, lift, variation, bench, ifnull(side, '')) DO UPDATE SET
      origin = excluded.origin, rom_m = excluded.rom_m, rom_sigma_m = excluded.rom_sigma_m,
      lockout_height_m = excluded.lockout_height_m, lockout_height_sigma_m = excluded.lockout_height_sigma_m,
      tilt_deg = excluded.tilt_deg, sway_m = excluded.sway_m, made_at = excluded.made_at`);
  const get = db.prepare<[ReferenceKey], ReferenceRow>(`
    SELECT origin, rom_m, rom_sigma_m, lockout_height_m, lockout_height_sigma_m, tilt_deg, sway_m
    FROM "references"
    WHERE athlete_id = @athlete_id AND lift = @lift AND variation = @variation AND bench = @bench
      AND side IS @side`);
  const earlier = db.prepare<
    [ReferenceKey & { simulated: number; before: number; except: number; limit: number }],
    { id: number; started_at: number }
  >(`
    SELECT id, started_at FROM sets
    WHERE athlete_id = @athlete_id AND lift = @lift AND variation = @variation AND bench = @bench
      AND side IS @side AND simulated = @simulated AND deleted_at IS NULL AND accepted = 1
      AND started_at < @before AND id <> @except
    ORDER BY started_at DESC, id DESC LIMIT @limit`);
  const keys = db.prepare<[{ id: number }], ReferenceKey & { made_at: number | null }>(`
    SELECT @id AS athlete_id, lift, variation, bench, side, max(made_at) AS made_at FROM (
      SELECT lift, variation, bench, side, made_at FROM "references" WHERE athlete_id = @id
      UNION ALL
      SELECT lift, variation, bench, side, NULL FROM sets WHERE athlete_id = @id AND deleted_at IS NULL)
    GROUP BY lift, variation, bench, side ORDER BY lift, variation, bench, side`);
  const roms = db.prepare<[number], EarlierSet['reps'][number]>(`
    SELECT rom_m, rom_repeat_sigma_m AS rom_sigma_m FROM reps
    WHERE set_id = ? AND failed = 0 AND deleted = 0 AND quality <> 'unusable'
      AND rom_m IS NOT NULL AND rom_repeat_sigma_m IS NOT NULL
    ORDER BY rom_m DESC`);

  return {
    get(key) {
      const row = get.get(keyOf(key));
      return row ? referenceOf(row) : null;
    },
    put: (key, reference) =>
      attempt(words.store.referenceNotStored, () => {
        put.run({ ...keyOf(key), ...referenceRow(reference), made_at: clock.now_epoch_ms() });
        return null;
      }),
    keys: (id) => keys.all({ id }),
    earlierSets: (key, of) =>
      earlier
        .all({
          ...keyOf(key),
          simulated: of.simulated ? 1 : 0,
          before: of.before_epoch_ms,
          except: of.except_set_id ?? 0,
          limit: EARLIER_SETS,
        })
        .map((set) => ({ set_id: set.id, started_epoch_ms: set.started_at, reps: roms.all(set.id) })),
  };
}

/** Only the key's own fields: callers hand in whole set labels. */
const keyOf = ({ athlete_id, lift, variation, bench, side }: ReferenceKey): ReferenceKey => ({
  athlete_id,
  lift,
  variation,
  bench,
  side,
});
