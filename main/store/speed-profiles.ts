import type { Database } from 'better-sqlite3';
import { type Result, success } from '../../src/contract/result.ts';
import type { DatedProfile, ProfileFigures } from '../../src/training/line/dated-profile.ts';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';
import type { TrainingQuery } from './query-types.ts';

/** One that is being measured. */
export interface BegunProfile {
  readonly begun_epoch_ms: number;
  readonly loads_kg: readonly number[];
}

export interface NewProfile {
  readonly typed: boolean;
  readonly instrument: string;
  readonly figures: ProfileFigures;
}

export interface SpeedProfileStore {
  /** Newest first. */
  kept(query: TrainingQuery): DatedProfile[];
  /** The last one that was begun and not kept, whenever that was. */
  begun(query: TrainingQuery): BegunProfile | null;
  /** One that was begun before and never kept makes way. Tells when it was begun. */
  begin(query: TrainingQuery, loads_kg: readonly number[]): Result<number>;
  keep(athlete_id: number, begun_epoch_ms: number, profile: NewProfile): Result<null>;
  remove(athlete_id: number, begun_epoch_ms: number): Result<null>;
}

interface Row {
  readonly begun_at: number;
  readonly typed: number;
  readonly instrument: string;
  readonly points: string;
  readonly at_zero_mps: number;
  readonly per_kg_mps: number;
  readonly middle_kg: number;
  readonly middle_mps: number;
  readonly middle_sd_mps: number;
  readonly max_low_kg: number | null;
  readonly max_high_kg: number | null;
  readonly max_velocity_mps: number | null;
  readonly doubts: string;
}

const OF_ONE = `WHERE
  athlete_id = @athlete_id AND lift = @lift AND variation = @variation AND side IS @side`;

export function createSpeedProfiles(db: Database, now: () => number): SpeedProfileStore {
  const kept = db.prepare<[object], Row>(
    `SELECT * FROM speed_profiles ${OF_ONE} AND kept_at NOTNULL ORDER BY begun_at DESC`,
  );
  const begun = db.prepare<[object], { begun_at: number; loads: string }>(
    `SELECT begun_at, loads FROM speed_profiles ${OF_ONE} AND kept_at ISNULL ORDER BY begun_at DESC LIMIT 1`,
  );
  const leave = db.prepare(`DELETE FROM speed_profiles ${OF_ONE} AND kept_at ISNULL`);
  const taken = db
    .prepare<[number], number | null>('SELECT max(begun_at) FROM speed_profiles WHERE athlete_id = ?')
    .pluck();
  const begin = db.prepare(`
    INSERT INTO speed_profiles (athlete_id, begun_at, lift, variation, side, loads)
    VALUES (@athlete_id, @begun_at, @lift, @variation, @side, @loads)`);
  const keep = db.prepare(`
    UPDATE speed_profiles SET kept_at = @kept_at, typed = @typed, instrument = @instrument, points = @points,
      at_zero_mps = @at_zero_mps, per_kg_mps = @per_kg_mps, middle_kg = @middle_kg, middle_mps = @middle_mps,
      middle_sd_mps = @middle_sd_mps, max_low_kg = @max_low_kg, max_high_kg = @max_high_kg,
      max_velocity_mps = @max_velocity_mps, doubts = @doubts
    WHERE athlete_id = @athlete_id AND begun_at = @begun_at`);
  const remove = db.prepare('DELETE FROM speed_profiles WHERE athlete_id = ? AND begun_at = ?');
  const text = words.store.profileNotStored;

  return {
    kept: (query) => kept.all(ofOne(query)).map(profileOfRow),
    begun(query) {
      const row = begun.get(ofOne(query));
      return row ? { begun_epoch_ms: row.begun_at, loads_kg: JSON.parse(row.loads) as number[] } : null;
    },
    begin(query, loads_kg) {
      // of an athlete no two begin in one moment, however quick they are
      const begun_at = Math.max(now(), (taken.get(query.athlete_id) ?? 0) + 1);
      const done = attempt(text, () =>
        db.transaction(() => {
          leave.run(ofOne(query));
          begin.run({ ...ofOne(query), begun_at, loads: JSON.stringify(loads_kg) });
          return null;
        })(),
      );
      return done.ok ? success(begun_at) : done;
    },
    keep: (athlete_id, begun_epoch_ms, profile) =>
      attempt(text, () => {
        keep.run({ athlete_id, begun_at: begun_epoch_ms, kept_at: now(), ...rowOf(profile) });
        return null;
      }),
    remove: (athlete_id, begun_epoch_ms) =>
      attempt(text, () => {
        remove.run(athlete_id, begun_epoch_ms);
        return null;
      }),
  };
}

const ofOne = ({ athlete_id, lift, variation, side }: TrainingQuery) => ({
  athlete_id,
  lift,
  variation,
  side,
});

function rowOf({ typed, instrument, figures }: NewProfile): Omit<Row, 'begun_at'> {
  const { points, max, doubts, ...line } = figures;
  return {
    ...line,
    typed: typed ? 1 : 0,
    instrument,
    points: JSON.stringify(points.map(({ load_kg, mcv_mps, sigma_mps }) => [load_kg, mcv_mps, sigma_mps])),
    max_low_kg: max?.low_kg ?? null,
    max_high_kg: max?.high_kg ?? null,
    max_velocity_mps: max?.velocity_mps ?? null,
    doubts: JSON.stringify(doubts),
  };
}

function profileOfRow(row: Row): DatedProfile {
  const { max_low_kg: low_kg, max_high_kg: high_kg, max_velocity_mps: velocity_mps } = row;
  return {
    begun_epoch_ms: row.begun_at,
    typed: row.typed === 1,
    instrument: row.instrument,
    points: (JSON.parse(row.points) as [number, number, number][]).map(([load_kg, mcv_mps, sigma_mps]) => ({
      ...{ load_kg, mcv_mps, sigma_mps },
    })),
    at_zero_mps: row.at_zero_mps,
    per_kg_mps: row.per_kg_mps,
    middle_kg: row.middle_kg,
    middle_mps: row.middle_mps,
    middle_sd_mps: row.middle_sd_mps,
    max:
      low_kg === null || high_kg === null || velocity_mps === null ? null : { low_kg, high_kg, velocity_mps },
    doubts: JSON.parse(row.doubts) as DatedProfile['doubts'],
  };
}
