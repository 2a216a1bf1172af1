import type { AskedStation } from './ask.ts';
import type { Promises } from './promise.ts';
import { SETS, type Templates } from './templates.ts';

/** One kind of moment at which a station may die. */
export interface Phase {
  readonly name: string;
  /** What its victim starts with. */
  readonly template: keyof Templates;
  /** Killed once before, in that phase: what it leaves is where this one begins. */
  readonly after?: string;
  readonly begins: 'before opening' | 'once open' | 'with its first promise';
  /** The kill comes at a random moment of this time, ms. */
  readonly within_ms: number;
  /** How many times as fast as the clock is lifted in it. */
  readonly speed?: number;
  act(station: AskedStation, promise: (promises: Promises) => Promise<void>): Promise<void>;
}

const ONCE_MORE_MS = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ONCE_MORE_MS));

/** Tells what is on the screen, as a page would see it, until the end of the program. */
async function watch({ ask, open }: AskedStation, promise: (p: Promises) => Promise<void>, byKey: boolean) {
  let heard_s = Number.NEGATIVE_INFINITY;
  open.subscribe((event) => {
    if (event.kind === 'trace') heard_s = event.frame.newest?.t_s ?? heard_s;
  });
  const stored: Record<number, number> = {};
  for (;;) {
    const { set } = await ask('station:state', {});
    if (set?.status === 'running') {
      const shown = set.reps.filter(({ settled }) => settled).length;
      await promise({ shown, heard_s, sets: { ...stored } });
      if (byKey && shown >= 2) await ask('station:end-set', {});
    } else if (set?.set_id) {
      stored[set.set_id] = set.reps.length;
      await promise({ shown: 0, sets: { ...stored } });
      if (byKey) await ask('station:next', {});
    }
    await pause();
  }
}

const HISTORY = [
  'Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps',
  ...Array.from(
    { length: 400 },
    (_, i) =>
      `2020-0${1 + (i % 9)}-1${Math.floor(i / 9) % 10} 18:30:00,A,Hip Thrust (Barbell),${1 + Math.floor(i / 90)},${60 + i},8`,
  ),
].join('\n');

interface Lifting {
  readonly name: string;
  readonly reps: number;
  readonly speed: number;
  readonly within_ms: number;
  readonly byKey?: boolean;
}

/** One set after the other is lifted and shown. */
const lifting = ({ reps, byKey = false, ...moment }: Lifting): Phase => ({
  ...moment,
  template: 'empty',
  begins: 'with its first promise',
  async act(station, promise) {
    await station.ask('pair:simulate', { reps, speed: moment.speed });
    await watch(station, promise, byKey);
  },
});

export const PHASES: readonly Phase[] = [
  lifting({ name: 'a set is journalled', reps: 50, speed: 8, within_ms: 2500 }),
  lifting({ name: 'sets end by themselves', reps: 3, speed: 60, within_ms: 3000 }),
  lifting({ name: 'sets end by key and are stored', reps: 50, speed: 40, within_ms: 3000, byKey: true }),
  {
    name: 'what was left is put in its place',
    template: 'empty',
    after: 'a set is journalled',
    begins: 'once open',
    within_ms: 700,
    async act({ ask }, promise) {
      for (const { journal_id } of (await ask('station:state', {})).recoveries) {
        const { set_id, reps } = await ask('recovery:accept', { journal_id });
        await promise({ sets: { [set_id]: reps.length } });
      }
    },
  },
  {
    name: 'sets are edited',
    template: 'trained',
    begins: 'once open',
    within_ms: 600,
    async act({ ask }, promise) {
      const [row] = await ask('sets:list', { limit: 1 });
      for (let edits = 1; row !== undefined; edits++) {
        await ask('sets:update', { id: row.id, patch: { note: String(edits), load_kg: 60 + (edits % 100) } });
        await promise({ edits });
      }
    },
  },
  {
    name: 'somebody is deleted',
    template: 'trained',
    begins: 'once open',
    within_ms: 40,
    async act({ ask }) {
      const athlete = (await ask('athletes:list', {})).find(({ name }) => name === SETS.athlete);
      const id = athlete?.id ?? 0;
      await ask('athletes:delete', { id });
      await ask('bin:delete', { kind: 'athlete', id, confirm_name: SETS.athlete });
    },
  },
  {
    name: 'backups are made',
    template: 'trained',
    begins: 'once open',
    within_ms: 500,
    async act({ ask }, promise) {
      for (;;) {
        await ask('data:backup', {});
        const { backups } = await ask('data:info', {});
        await promise({ backups: backups.map(({ name }) => name) });
      }
    },
  },
  {
    name: 'a backup is restored',
    template: 'trained',
    begins: 'once open',
    within_ms: 200,
    async act({ ask }, promise) {
      const { backups } = await ask('data:info', {});
      await ask('data:restore', { backup: backups.at(-1)?.name ?? '' });
      await promise({ restored: true });
    },
  },
  {
    name: 'a history comes in and is taken back',
    template: 'trained',
    begins: 'once open',
    within_ms: 700,
    async act({ ask }) {
      const athlete = (await ask('athletes:list', {})).find(({ name }) => name === SETS.athlete);
      for (;;) {
        await ask('import:begin', { names: ['strong.csv'] });
        await ask('import:piece', { file: 0, base64: Buffer.from(HISTORY).toString('base64') });
        const { record } = await ask('import:store', { athlete_id: athlete?.id });
        await ask('import:undo', { id: record?.id ?? 0 });
      }
    },
  },
  {
    name: 'an old database is brought up to date',
    template: 'old',
    begins: 'before opening',
    within_ms: 900,
    async act() {},
  },
  {
    name: 'an old database with a write-ahead log is brought up to date',
    template: 'oldWithLog',
    begins: 'before opening',
    within_ms: 900,
    async act() {},
  },
];

export function phaseOf(name: string): Phase {
  const found = PHASES.find((phase) => phase.name === name);
  if (found === undefined) throw new Error(`There is no phase "${name}"`);
  return found;
}

export const HISTORY_SETS = 400;
