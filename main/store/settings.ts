import type { Database } from 'better-sqlite3';
import { refusalOf } from '../../src/contract/refusal.ts';
import { failure } from '../../src/contract/result.ts';
import { DEFAULT_SETTINGS, Settings } from '../../src/contract/settings.ts';
import { words } from '../../src/words/index.ts';
import { attempt } from './errors.ts';
import type { SettingsStore, StoreNotice } from './types.ts';

/** One row per setting. What is not stored is the default, so a better default reaches everyone. */
export function createSettings(db: Database, notify: (notice: StoreNotice) => void): SettingsStore {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings');
  const put = db.prepare(`
    INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  const reported = new Set<string>();

  function get(): Settings {
    const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
    for (const { key, value } of rows.all()) {
      // A setting this version does not have (any more) is left in peace.
      if (!Object.hasOwn(Settings.shape, key)) continue;
      const parsed = Settings.shape[key as keyof Settings].safeParse(merged(key as keyof Settings, value));
      if (parsed.success) settings[key] = parsed.data;
      else if (!reported.has(key)) {
        reported.add(key);
        notify({
          code: 'setting-reset',
          message: words.store.settingReset(key),
        });
      }
    }
    return Settings.parse(settings);
  }

  return {
    get,
    update: (patch) =>
      attempt(words.store.settingsNotStored, () =>
        db.transaction(() => {
          const valid = Settings.partial().safeParse(patch);
          if (!valid.success) return failure('bad-setting', refusalOf(valid.error));
          for (const [key, value] of Object.entries(valid.data)) {
            if (value === undefined) continue;
            put.run(key, JSON.stringify(value));
            reported.delete(key);
          }
          return get();
        })(),
      ),
  };
}

/** A group stored before one of its members existed takes that member's default. */
function merged(key: keyof Settings, value: string): unknown {
  let stored: unknown;
  try {
    stored = JSON.parse(value);
  } catch {
    return undefined;
  }
  const fallback = DEFAULT_SETTINGS[key];
  const group = (v: unknown): v is object => typeof v === 'object' && v !== null && !Array.isArray(v);
  return group(fallback) && group(stored) ? { ...fallback, ...stored } : stored;
}
