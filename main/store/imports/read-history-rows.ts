import type { Database } from 'better-sqlite3';
import type { ImportedRep, ImportedSet } from '../../../src/contract/imports.ts';
import type { NamedLift } from '../../../src/lifts/exercise-name.ts';
import type { LiftId, VariationId } from '../../../src/lifts/lift.ts';

export function listImportedSets(
  db: Database,
  { athlete_id, lift }: { readonly athlete_id: number; readonly lift?: LiftId | undefined },
): ImportedSet[] {
  const reps = db.prepare<[number], ImportedRep>(`
    SELECT place, mcv_mps, mpv_mps, pcv_mps, rom_m, duration_s FROM imported_reps WHERE set_id = ? ORDER BY place`);
  return db
    .prepare<[object], Omit<ImportedSet, 'measured'>>(`
      SELECT id, instrument, day, time, exercise, lift, variation, kind, load_kg, reps, rpe, note FROM imported_sets
      WHERE athlete_id = @athlete_id AND (@lift IS NULL OR lift = @lift)
      ORDER BY day DESC, time DESC, number DESC, id DESC`)
    .all({ athlete_id, lift: lift ?? null })
    .map((set) => ({ ...set, measured: reps.all(set.id) }));
}

export function rememberedExercises(db: Database): ReadonlyMap<string, NamedLift | null> {
  const rows = db
    .prepare<[], { name: string; lift: LiftId | null; variation: VariationId | null }>(
      'SELECT name, lift, variation FROM exercise_names',
    )
    .all();
  return new Map(
    rows.map(({ name, lift, variation }) => [
      name,
      lift === null || variation === null ? null : { lift, variation },
    ]),
  );
}
