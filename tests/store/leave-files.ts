// Run by private-files.test.ts in a process of its own, which alone can have another umask: leaves every kind of file
// in a data folder and prints who may do what with each, while the station has it open and after.
import fs from 'node:fs';
import path from 'node:path';
import { openStore } from '../../main/store/index.ts';
import { aHeader } from './journal-given.ts';
import { aRecording, aSet, NOON, value } from './values.ts';

const [folder = '', umask = ''] = process.argv.slice(2);
process.umask(Number.parseInt(umask, 8));

const rights = (at: string): Record<string, string> => ({
  [path.relative(folder, at) || '.']: (fs.statSync(at).mode & 0o777).toString(8),
  ...(fs.statSync(at).isDirectory()
    ? Object.assign({}, ...fs.readdirSync(at).map((name) => rights(path.join(at, name))))
    : {}),
});

const store = value(openStore(folder, { clock: { now_epoch_ms: () => NOON } }));
const athlete = value(store.athletes.create({ name: 'Maja', body_mass_kg: null }));
value(store.sets.insert(aSet(athlete.id)));
const { recording } = aSet(athlete.id);
const running = store.journals.start(aHeader(athlete.id));
running.append({ ...recording, count: recording.t_s.length });
await running.flush();
const aside = store.journals.start(aHeader(athlete.id));
aside.append({ ...recording, count: recording.t_s.length });
aside.setAside();
value(store.journals.keep(store.journals.freeId(), aHeader(athlete.id), aRecording()));
const backup = value(await store.backup());
value(await store.restore(backup.name));
const open = rights(folder);
store.close();
console.log(JSON.stringify({ open, closed: rights(folder) }));
