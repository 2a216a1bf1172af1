import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../../main/store/index.ts';
import { anAnalysis, aRecording, aRep, aSet, NOON, SIMULATED_RANGE, value, verdict } from './values.ts';

// Wrote tests/fixtures/store/v1.sqlite when schema 1 was the newest: `node tests/store/make-v1-fixture.ts FILE`.
// Kept to show where that file comes from. A later schema gets a fixture of its own; this one stays as it is.
const target = process.argv[2];
if (!target) throw new Error('where to?');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lockout-fixture-'));
const store = value(
  openStore(folder, {
    clock: { now_epoch_ms: () => NOON },
    demo: { name: 'Demo athlete', lift: 'hip-thrust', variation: 'barbell', reference: SIMULATED_RANGE },
  }),
);
const { id } = value(store.athletes.create({ name: 'Maja', body_mass_kg: 68 }));
const unseen = aRep(3, { mcv_mps: null, quality: 'unusable', reasons: ['gap'], eccentric: null });
const failed = aRep(1, { verdict: verdict({ flags: ['failed'] }) });
const { set_id } = value(
  store.sets.insert(
    aSet(id, {
      analysis: anAnalysis([aRep(1), aRep(2), unseen], { failed: [failed] }),
      recording: aRecording(),
      note: 'first set ever',
    }),
  ),
);
value(store.sets.update(set_id, { labels: { load_kg: 102.5 } }));
value(store.sensors.seen({ id: 'c8:47:8c:00:00:01', advertised_name: 'WT901BLE67', family: 'witmotion' }));
value(store.sensors.rename('c8:47:8c:00:00:01', 'Rack 2'));
value(store.sensors.saveCalibration('c8:47:8c:00:00:01', null, { version: 1 }));
value(store.settings.update({ units: 'lb' }));
const backup = value(await store.backup());
store.close();
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.copyFileSync(backup.path, target);
fs.rmSync(folder, { recursive: true });
