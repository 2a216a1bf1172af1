import type { Client } from 'pg';
import type { GymStatus } from '../../src/contract/gym.ts';
import { words } from '../../src/words/index.ts';
import type { Outbox } from '../store/index.ts';
import { connect } from './connect.ts';
import { hearGym, tellGym } from './exchange.ts';
import { createNap } from './nap.ts';
import { createRackLine, type RackLine } from './racks.ts';
import { createRecordingLine } from './recordings.ts';
import { GYM_SCHEMA, RACKS_SINCE, RECORDINGS_SINCE, versionOfGym } from './schema/install.ts';
import { troubleOf } from './trouble.ts';

export interface Replicator {
  status(): Pick<GymStatus, 'line' | 'problem' | 'away_since_epoch_ms' | 'clock_ahead_ms'>;
  /** Something waits to be told. */
  poke(): void;
  /** A set is looked at whose samples are not here. */
  want(id: string): void;
  readonly racks: Pick<RackLine, 'show' | 'look' | 'heard'>;
  close(): Promise<void>;
}

export interface ReplicatorOptions {
  readonly database: string;
  readonly outbox: Outbox;
  readonly now: () => number;
  /** What was heard changed something here, or the line did. */
  readonly onChange: (what: 'stored' | 'line') => void;
  readonly log: (line: string) => void;
  /** Between 0 and 1; default: by chance. */
  readonly chance?: () => number;
}

/** A line that wakes nobody (a pooler in between) is noticed by asking, ms: the rack next door may wait that long. */
const ASK_EVERY_MS = 2000;
/** Before the first try again, and at most between two: a gym that is away for a night is asked once a minute, ms. */
const [FIRST_AGAIN_MS, MOST_AGAIN_MS] = [1000, 60_000];
/** A computer's clock that is further off than this is told, ms: people would see it in the times of sets. */
const CLOCK_OFF_MS = 120_000;

const NOTHING = { again_ms: null, came: false } as const;

class Newer extends Error {}

/** What of the driver's connection its types do not tell. */
interface Broken {
  readonly connection: { readonly stream: { destroy(): void } };
}

interface Answered {
  /** The server's process at the other end. */
  readonly processID: number;
}

/**
 * Tells and hears as long as it lives. Whatever is wrong with the gym, the station goes on: what it changed waits in its outbox,
 * and is told when the gym is back. Nothing is kept in memory that a kill could lose.
 */
export function createReplicator(options: ReplicatorOptions): Replicator {
  const { database, outbox, now, onChange, log, chance = Math.random } = options;
  let line: GymStatus['line'] = 'connecting';
  let problem: string | null = null;
  let away_since: number | null = null;
  let ahead_ms = 0;
  let tries = 0;
  let closed = false;
  let client: Client | null = null;

  const nap = createNap();
  const recordings = createRecordingLine(outbox, () => performance.now());
  const racks = createRackLine(outbox, () => performance.now(), nap.poke);

  const say = (to: GymStatus['line'], what: string | null): void => {
    if (to === line && what === problem) return;
    away_since = to === 'away' ? (away_since ?? now()) : null;
    [line, problem] = [to, what];
    onChange('line');
  };

  async function talk(): Promise<void> {
    client = await connect(database);
    try {
      const version = await versionOfGym(client);
      if (version > GYM_SCHEMA) throw new Newer();
      ahead_ms = await greet(client, outbox, now);
      const { processID: own } = client as unknown as Answered;
      // what this station told it has heard already
      client.on('notification', ({ processId }) => {
        if (processId !== own) nap.poke();
      });
      let isBroken = false;
      racks.begin();
      client.on('end', () => {
        isBroken = true;
        nap.poke();
      });
      await client.query(`LISTEN "lockout_${(outbox.member()?.gym ?? '').replaceAll('-', '')}"`);
      while (!closed && !isBroken && outbox.member() !== null) {
        nap.begin();
        await tellGym(client, outbox);
        if (await hearGym(client, outbox)) onChange('stored');
        tries = 0;
        say('here', Math.abs(ahead_ms) > CLOCK_OFF_MS ? words.gym.clockOff(ahead_ms) : null);
        const raw = version < RECORDINGS_SINCE ? NOTHING : await recordings.step(client);
        if (raw.came) onChange('stored');
        const racksIn_ms = version < RACKS_SINCE ? ASK_EVERY_MS : await racks.step(client);
        await nap.pause(Math.min(ASK_EVERY_MS, raw.again_ms ?? ASK_EVERY_MS, racksIn_ms));
      }
    } finally {
      const leaving = client;
      client = null;
      await leaving.end().catch(() => {});
    }
  }

  async function live(): Promise<void> {
    // a backup that was restored may know of no gym
    while (!closed && outbox.member() !== null) {
      try {
        await talk();
      } catch (error) {
        if (closed) return;
        const trouble = error instanceof Newer ? words.gym.trouble.newer : troubleOf(error).error.message;
        if (line !== 'away') log(`gym: ${(error as Error).message}`);
        say('away', trouble);
      }
      const most = Math.min(MOST_AGAIN_MS, FIRST_AGAIN_MS * 2 ** tries++);
      // not all stations of a gym at once when its database is back
      await nap.rest(most * (0.5 + 0.5 * chance()));
    }
  }
  const living = live();

  return {
    status: () => ({
      ...{ line, problem, away_since_epoch_ms: away_since },
      clock_ahead_ms: Math.abs(ahead_ms) > CLOCK_OFF_MS ? ahead_ms : null,
    }),
    poke: nap.poke,
    racks,
    want(id) {
      recordings.want(id);
      nap.poke();
    },
    async close() {
      closed = true;
      nap.end();
      // an answer that does not come must not keep the program from ending
      (client as unknown as Broken | null)?.connection.stream.destroy();
      await living;
    },
  };
}

/** The clocks are compared and the positions. How far the gym's clock is ahead, ms. */
async function greet(client: Client, outbox: Outbox, now: () => number): Promise<number> {
  const ahead_ms = await measureClock(client, now);
  outbox.setAhead(ahead_ms);
  await checkPosition(client, outbox);
  return ahead_ms;
}

/** A smaller difference is nothing to put right, ms: clocks that are set by a network agree to less. */
const CLOCK_WORTH_MS = 1000;

/** How far the gym's clock is ahead of this computer's, ms, as far as it cannot be the delay of the line. */
async function measureClock(client: Client, now: () => number): Promise<number> {
  const asked = now();
  const { rows } = await client.query<{ ms: string }>(
    'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms',
  );
  const answered = now();
  const ahead_ms = Math.round(Number(rows[0]?.ms) - (asked + answered) / 2);
  return Math.abs(ahead_ms) > CLOCK_WORTH_MS + (answered - asked) / 2 ? ahead_ms : 0;
}

/** A gym that was put back to an earlier day is told again what it has lost. */
async function checkPosition(client: Client, outbox: Outbox): Promise<void> {
  const { rows } = await client.query<{ position: string }>(
    'SELECT position FROM lockout.gyms WHERE id = $1',
    [outbox.member()?.gym],
  );
  if (rows[0] === undefined) throw Object.assign(new Error('removed from the gym'), { code: '28000' });
  if (Number(rows[0].position) >= outbox.position()) return;
  outbox.tellAll();
  outbox.hear([], 0);
}
