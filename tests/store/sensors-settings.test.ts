import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { StoreNotice } from '../../main/store/index.ts';
import { DEFAULT_SETTINGS } from '../../src/contract/settings.ts';
import {
  aClock,
  aFolder,
  anAthlete,
  aSet,
  aStore,
  DAY_MS,
  NOON,
  problem,
  someLabels,
  value,
} from './given.ts';

const RACK = { id: 'c8:47:8c:00:00:01', advertised_name: 'WT901BLE67', family: 'witmotion' };

describe('sensors', () => {
  test('keep the name the coach gave, however they advertise themselves', () => {
    const store = aStore();
    expect(value(store.sensors.seen(RACK)).name).toBe('WT901BLE67');
    value(store.sensors.rename(RACK.id, 'Rack 2'));
    value(store.sensors.seen({ ...RACK, advertised_name: null }));
    expect(store.sensors.get(RACK.id)).toMatchObject({
      name: 'Rack 2',
      given_name: 'Rack 2',
      advertised_name: 'WT901BLE67',
    });
  });

  test('are listed by when they were last used', () => {
    const clock = aClock();
    const store = aStore({ clock });
    value(store.sensors.seen(RACK));
    clock.at_epoch_ms = NOON + DAY_MS;
    value(store.sensors.seen({ id: 'other', advertised_name: null, family: 'movesense' }));
    expect(store.sensors.known().map((sensor) => [sensor.id, sensor.name])).toEqual([
      ['other', 'other'],
      [RACK.id, 'WT901BLE67'],
    ]);
  });

  test('keep their calibration and what they are still learning', () => {
    const store = aStore();
    value(store.sensors.seen(RACK));
    const { calibration } = someLabels(1);
    const learning = { rests: [[0.01, 0.02, 0.99]], version: 1 };
    value(store.sensors.saveCalibration(RACK.id, calibration, learning));
    expect(store.sensors.get(RACK.id)).toMatchObject({ calibration, rest_state: learning });
    value(store.sensors.saveCalibration(RACK.id, null, null));
    expect(store.sensors.get(RACK.id)).toMatchObject({ calibration: null, rest_state: null });
  });

  test('that are forgotten leave their sets alone', () => {
    const store = aStore();
    value(store.sensors.seen(RACK));
    const { set_id } = value(store.sets.insert(aSet(anAthlete(store))));
    value(store.sensors.forget(RACK.id));
    expect(store.sensors.known()).toEqual([]);
    expect(store.sets.get(set_id)).toMatchObject({ sensor_name: 'Rack 2', labels: someLabels(1) });
    expect(problem(store.sensors.rename(RACK.id, 'Rack 3')).code).toBe('no-sensor');
  });
});

describe('settings', () => {
  test('begin with the defaults and keep what was changed', () => {
    const folder = aFolder();
    const store = aStore({ folder });
    expect(store.settings.get()).toEqual(DEFAULT_SETTINGS);
    const changed = value(store.settings.update({ units: 'lb', set_end_s: 12, volume: undefined }));
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, units: 'lb', set_end_s: 12 });
    store.close();
    expect(aStore({ folder }).settings.get()).toEqual(changed);
  });

  test('that make no sense are refused', () => {
    const store = aStore();
    expect(problem(store.settings.update({ units: 'kg', set_end_s: 0 })).code).toBe('bad-setting');
    expect(store.settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  test('broken on disk fall back to their default, are told once, and the others stay', () => {
    const folder = aFolder();
    const first = aStore({ folder });
    value(
      first.settings.update({
        units: 'lb',
        volume: 0.3,
        sounds: { ...DEFAULT_SETTINGS.sounds, tick: false },
      }),
    );
    first.close();
    const db = new Database(path.join(folder, 'lockout.sqlite'));
    db.exec(`
      UPDATE settings SET value = '"loud"' WHERE key = 'volume';
      UPDATE settings SET value = '{"tick": false}' WHERE key = 'sounds';
      INSERT INTO settings VALUES ('of_a_later_version', '1')`);
    db.close();

    const told: StoreNotice[] = [];
    const store = aStore({ folder, onNotice: (notice) => told.push(notice) });
    const expected = {
      ...DEFAULT_SETTINGS,
      units: 'lb',
      sounds: { ...DEFAULT_SETTINGS.sounds, tick: false },
    };
    expect(store.settings.get()).toEqual(expected);
    expect(store.settings.get()).toEqual(expected);
    expect(told).toEqual([{ code: 'setting-reset', message: expect.stringContaining('"volume"') }]);
  });
});
