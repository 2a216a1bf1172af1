import { openAsked } from './ask.ts';
import { phaseOf } from './phases.ts';
import type { Told } from './promise.ts';

// A station in a process of its own, which does one thing over and over until it is killed: `victim.ts FOLDER PHASE`.
const [folder = '', name = ''] = process.argv.slice(2);
const phase = phaseOf(name);
const tell = (told: Told): Promise<void> =>
  new Promise((resolve) => process.send?.(told, undefined, undefined, () => resolve()));

if (phase.begins === 'before opening') await tell({ kind: 'begun' });
const station = openAsked(folder);
if (phase.begins === 'once open') await tell({ kind: 'begun' });
await phase.act(station, (promises) => tell({ kind: 'promised', promises }));
// what is done is done: the kill finds it idle
setInterval(() => {}, 1000);
