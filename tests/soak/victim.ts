import { createGym } from '../../main/gym/index.ts';
import { openStore } from '../../main/store/index.ts';
import { createRandom } from '../../src/recording/synthetic/random.ts';
import { anAnalysis, aRecording, aSet, reps, value } from '../store/values.ts';

// A station of a gym in a process of its own, which lifts and edits until it is killed: `victim.ts FOLDER SEED`.
const [folder = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const store = value(openStore(folder, { clock: { now_epoch_ms: Date.now } }));
const gym = createGym({ store, now: Date.now, log: () => {}, onChange: () => {} });
await gym.start();
process.send?.({ begun: true });

/** What a gym does in minutes, in a second, ms. */
const PAUSE_MS = 40;

function act(): void {
  const athletes = store.athletes.list();
  const one = <T>(of: readonly T[]): T | undefined => of[Math.floor(random.uniform(0, of.length))];
  const athlete = one(athletes);
  const what = random.uniform(0, 1);
  if (athlete === undefined || what < 0.1) {
    value(store.athletes.create({ name: `Athlete ${athletes.length}`, body_mass_kg: null }));
    return;
  }
  const set = one(store.sets.list({ limit: 20 }));
  if (what < 0.6 || set === undefined) {
    const made = aSet(athlete.id, { recording: aRecording(2000), analysis: anAnalysis(reps(3)) });
    process.send?.({ promised: value(store.sets.insert(made)).set_id });
  } else if (what < 0.8) value(store.sets.update(set.id, { note: `note ${what}` }));
  else {
    const rep = one(store.sets.get(set.id)?.reps ?? []);
    if (rep !== undefined) value(store.sets.setRepDeleted(set.id, rep.id, !rep.deleted));
  }
}
setInterval(act, PAUSE_MS);
