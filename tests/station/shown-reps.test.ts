import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Gym, openGym } from './gym.ts';
import { createVirtualClock } from './virtual-clock.ts';

const folders: string[] = [];
let gym: Gym | null = null;
afterEach(async () => {
  await gym?.leave();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** What lay in the data folder at a moment of a set, and how many reps the screen showed then. */
interface Moment {
  readonly folder: string;
  readonly shown: number;
}

/** Several in each phase of a rep. */
const EVERY_MS = 900;

/** As when the process is killed: the files as they are, nothing closed in order. */
function photograph(of: Gym): Moment {
  const folder = fs.mkdtempSync(path.join(path.dirname(of.folder), 'lockout-moment-'));
  folders.push(folder);
  fs.cpSync(of.folder, folder, { recursive: true });
  return { folder, shown: of.state().set?.reps.length ?? 0 };
}

// half reps: cut in the middle of one, the analysis with hindsight alone loses reps that had been counted
test.each(['good', 'half-reps'] as const)(
  'a station killed at any moment of a set gives back every rep that was on the screen (%s)',
  async (scenario) => {
    gym = openGym();
    await gym.ask('pair:simulate', { reps: 5, seed: 2, scenario });
    gym.until((state) => state.phase === 'set');
    const moments: Moment[] = [];
    while (gym.state().phase === 'set') {
      moments.push(photograph(gym));
      gym.clock.advance(EVERY_MS);
    }
    await gym.leave();
    gym = null;
    expect(moments.length).toBeGreaterThan(5);
    const lost: object[] = [];
    for (const { folder, shown } of moments) {
      gym = openGym({ folder, clock: createVirtualClock() });
      const [recovery] = gym.state().recoveries;
      const { reps } = await gym.ask('recovery:accept', { journal_id: recovery?.journal_id ?? '' });
      if (reps.length < shown) lost.push({ shown, recovered: reps.length });
      await gym.leave();
      gym = null;
    }
    expect(lost).toEqual([]);
  },
);
