import type { Database } from 'better-sqlite3';
import { failure } from '../../src/contract/result.ts';
import { words } from '../../src/words/index.ts';
import { calibrationOf, keepCalibration } from './calibrations.ts';
import { attempt } from './errors.ts';
import type { SensorStore, StoreClock, StoredSensor } from './types.ts';

interface Row {
  readonly id: string;
  readonly given_name: string | null;
  readonly advertised_name: string | null;
  readonly family: string;
  readonly calibration_id: number | null;
  readonly rest_state: string | null;
  readonly last_seen_at: number;
}

export function createSensors(db: Database, clock: StoreClock): SensorStore {
  const sensorOf = (row: Row): StoredSensor => ({
    id: row.id,
    name: row.given_name ?? row.advertised_name ?? row.id,
    given_name: row.given_name,
    advertised_name: row.advertised_name,
    family: row.family,
    calibration: calibrationOf(db, row.calibration_id),
    rest_state: row.rest_state === null ? null : JSON.parse(row.rest_state),
    last_seen_epoch_ms: row.last_seen_at,
  });
  const get = (id: string): StoredSensor | null => {
    const row = db.prepare<[string], Row>('SELECT * FROM sensors WHERE id = ?').get(id);
    return row ? sensorOf(row) : null;
  };
  const changed = (changes: number) =>
    changes > 0 ? null : failure('no-sensor', words.store.sensor.missing);

  return {
    get,
    known: () =>
      db.prepare<[], Row>('SELECT * FROM sensors ORDER BY last_seen_at DESC, id').all().map(sensorOf),
    seen: ({ id, advertised_name, family }) =>
      attempt(words.store.sensor.notRemembered, () => {
        db.prepare(`
          INSERT INTO sensors (id, advertised_name, family, last_seen_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET
            advertised_name = ifnull(excluded.advertised_name, advertised_name),
            family = excluded.family,
            last_seen_at = excluded.last_seen_at`).run(id, advertised_name, family, clock.now_epoch_ms());
        return get(id) ?? failure('no-sensor', words.store.sensor.notThere);
      }),
    rename: (id, name) =>
      attempt(words.store.sensor.notRenamed, () => {
        db.prepare('UPDATE sensors SET given_name = ? WHERE id = ?').run(name, id);
        return get(id) ?? failure('no-sensor', words.store.sensor.missing);
      }),
    saveCalibration: (id, calibration, rest_state) =>
      attempt(words.store.sensor.calibrationNotStored, () =>
        db.transaction(() => {
          const state = rest_state === null || rest_state === undefined ? null : JSON.stringify(rest_state);
          const { changes } = db
            .prepare('UPDATE sensors SET calibration_id = ?, rest_state = ? WHERE id = ?')
            .run(keepCalibration(db, calibration), state, id);
          return changed(changes);
        })(),
      ),
    forget: (id) =>
      attempt(words.store.sensor.notForgotten, () =>
        changed(db.prepare('DELETE FROM sensors WHERE id = ?').run(id).changes),
      ),
  };
}
