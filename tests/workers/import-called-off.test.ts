import { expect, onTestFinished, test } from 'vitest';
import { createImportDesk } from '../../main/station/imports/import-desk.ts';
import { createWorkElsewhere } from '../../main/workers/elsewhere.ts';
import { recordingToCsv } from '../../src/recording/csv-write.ts';
import { simulatedSet } from '../../src/recording/synthetic/simulate.ts';
import { words } from '../../src/words/index.ts';
import { PATIENCE_MS } from '../patience.ts';
import { anAthlete, aStore, NOON } from '../store/given.ts';

const { recording } = simulatedSet({ seed: 6, reps: 2, after: [{ kind: 'still', duration_s: 32 }] });
const lines = [...recordingToCsv(recording)].join('').trimEnd().split('\n');

/** As many sets after one another in one file. */
function sessionOf(sets: number): Uint8Array {
  const [head = '', ...rows] = lines;
  const length_s = (recording.t_s.at(-1) ?? 0) + 0.01;
  const text = [head];
  for (let set = 0; set < sets; set++)
    for (const row of rows) {
      const comma = row.indexOf(',');
      text.push(`${(Number(row.slice(0, comma)) + set * length_s).toFixed(6)}${row.slice(comma)}`);
    }
  return Buffer.from(`${text.join('\n')}\n`);
}

const SETS = 30;
const long = sessionOf(SETS);

async function aDesk() {
  const work = createWorkElsewhere(() => {});
  onTestFinished(() => work.close());
  const store = aStore();
  anAthlete(store);
  const desk = createImportDesk(store, () => NOON, work.files);
  const hand = async (bytes: Uint8Array) => {
    await desk.begin(['session.csv']);
    expect(await desk.piece(0, bytes)).toMatchObject({ ok: true });
  };
  return { store, desk, hand };
}

test.each(['look', 'store'] as const)(
  '%s: a long session tells how far it is and is called off at once, with nothing stored',
  async (what) => {
    const { store, desk, hand } = await aDesk();
    await hand(long);
    const answer = desk[what]({});
    await expect.poll(() => desk.progress().done, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    expect(desk.progress()).toMatchObject({ of: SETS });
    desk.cancel();
    expect(await answer).toMatchObject({ ok: false, error: { message: words.importing.calledOff } });
    expect(desk.progress().done).toBeLessThan(SETS);
    expect(store.imports.list()).toEqual([]);
    expect(store.sets.list({ limit: 50 })).toEqual([]);
    expect(await desk.look({})).toMatchObject({ ok: false, error: { message: words.importing.noFile } });

    await hand(sessionOf(2));
    expect(await desk.store({})).toMatchObject({ ok: true });
  },
);
