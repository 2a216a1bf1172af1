import { setTimeout as sleep } from 'node:timers/promises';
import { withDatabase } from '../../../main/gym/connect.ts';
import { ATHLETES, type GymStation, type Size } from './load.ts';
import { BOARD, HISTORY } from './queries.ts';
import { type RealStation, realStation } from './real-station.ts';
import {
  type BenchStation,
  countingStation,
  createLifting,
  createReceipts,
  type Receipts,
} from './stations.ts';
import { athleteId, type Template } from './template.ts';
import { seconds } from './written.ts';

export type Row = Record<string, string | number>;

export interface Pace extends Size {
  /** Sets that end in a second, in all gyms together. */
  readonly rate: number;
  readonly seconds: number;
}

/** Stations with a database of their own; the others only count what they hear. */
const REAL = 4;
const ASK_EVERY_MS = 100;
const LOOK_EVERY_MS = 20;
const EVENING_MS = 4 * 3_600_000;
/** As long as lines of many stations take to be up. */
const SETTLE_MS = 3000;
const [WANTED_P99_MS, WANTED_BOARD_MS] = [2000, 50];

/** Sets end at the wanted pace, then as fast as they are taken, and a board asks all the time; then one station comes back. */
export async function live(pace: Pace, all: readonly GymStation[], template: Template): Promise<Row[]> {
  const receipts = createReceipts();
  const position = ATHLETES + Math.floor(pace.sets / pace.gyms);
  // one each of the first gyms: the others of its gym tell it what they lift
  const chosen = all.filter(({ gym }, n) => gym < REAL && all.findIndex((each) => each.gym === gym) === n);
  const real = chosen.map((one) => realStation(one, position, template, receipts));
  const counting = all
    .filter((one) => !chosen.includes(one))
    .map((one) => countingStation(one, position, template, receipts));
  const lifted = createLifting(pace.sets);
  const lift = (station: BenchStation): void => station.lift(lifted(station.gym));
  let turn = 0;
  const rows: Row[] = [];
  try {
    for (const station of real) station.connect();
    await sleep(SETTLE_MS);
    const asked = askAll(all[0] as GymStation);
    const sent = await evenly(pace, () => lift(counting[turn++ % counting.length] as BenchStation));
    await untilTold(counting);
    const what = `${pace.rate} sets/s for ${pace.seconds} s (${sent} sets)`;
    const goal = `p99 <= ${WANTED_P99_MS} ms`;
    rows.push({ ...row(`${what}: heard by another station`, receipts.take('heard')), goal });
    rows.push({ ...row(`${what}: in another station’s SQLite`, receipts.take('written')), goal });
    const { board, history } = await asked();
    rows.push({
      ...row('board: the last 60 sets of an evening', board),
      goal: `p99 <= ${WANTED_BOARD_MS} ms`,
    });
    rows.push(row('200 sets of an athlete in a lift', history));
    const most = await asFast(counting, lift, pace.seconds);
    rows.push({
      ...row('one set after the other at every station: heard', receipts.take('heard')),
      value: `${Math.round(most)} sets/s`,
    });
  } finally {
    await Promise.all([...real, ...counting].map((station) => station.close()));
  }
  return [...rows, ...(await catchUp(pace, all[0] as GymStation, template, receipts))];
}

/** Sets end one by one, evenly; one that is late because this program was busy is not left out. */
async function evenly({ rate, seconds: during }: Pace, lift: () => void): Promise<number> {
  const began = performance.now();
  let sent = 0;
  for (;;) {
    const s = (performance.now() - began) / 1000;
    while (sent < Math.min(s, during) * rate) {
      lift();
      sent++;
    }
    if (s >= during) return sent;
    await sleep(5);
  }
}

async function untilTold(stations: readonly BenchStation[]): Promise<void> {
  while (stations.some((station) => station.waiting() > 0)) await sleep(LOOK_EVERY_MS);
  // and heard: a line that nobody wakes asks within two seconds
  await sleep(2500);
}

/** As soon as a station has told its set it lifts the next. Sets/s. */
async function asFast(
  stations: readonly BenchStation[],
  lift: (station: BenchStation) => void,
  during_s: number,
): Promise<number> {
  let lifted = 0;
  const took = await seconds(async () => {
    const until = performance.now() + 1000 * during_s;
    while (performance.now() < until) {
      for (const station of stations)
        if (station.waiting() === 0) {
          lift(station);
          lifted++;
        }
      await sleep(1);
    }
    while (stations.some((station) => station.waiting() > 0)) await sleep(LOOK_EVERY_MS);
  });
  return lifted / took;
}

/** As a station of that gym, under its row-level security, until it is told to stop. */
function askAll({ address, gym, member }: GymStation): () => Promise<Record<'board' | 'history', number[]>> {
  const times = { board: [] as number[], history: [] as number[] };
  let over = false;
  const asking = withDatabase(address, async (client) => {
    const time = async (into: number[], sql: string, values: readonly unknown[]): Promise<void> => {
      const took = await seconds(() => client.query(sql, [...values]));
      into.push(1000 * took);
    };
    for (let n = 0; !over; n++) {
      await time(times.board, BOARD, [member.gym, Date.now() - EVENING_MS]);
      await time(times.history, HISTORY, [member.gym, athleteId(gym, n % ATHLETES)]);
      await sleep(ASK_EVERY_MS);
    }
  });
  return async () => {
    over = true;
    await asking;
    return times;
  };
}

const HOUR_S = 3600;

/** A station that was away for an hour in which the gym went on at its pace: it has lifted its share, the others theirs. */
async function catchUp(pace: Pace, own: GymStation, template: Template, receipts: Receipts): Promise<Row[]> {
  const hour = Math.round((HOUR_S * pace.rate) / pace.gyms);
  const told = Math.min(Math.floor(pace.sets / pace.gyms), Math.round((hour * pace.gyms) / pace.stations));
  const heard = Math.min(Math.floor(pace.sets / pace.gyms), hour - told);
  const top = (): Promise<number> =>
    withDatabase(own.address, async (client) =>
      Number((await client.query('SELECT position FROM lockout.gyms')).rows[0]?.position),
    );
  const station: RealStation = realStation(own, (await top()) - heard, template, receipts);
  try {
    for (let i = 0; i < told; i++) station.lift({ number: 0, started_ms: 0, athlete: '' });
    const took = await seconds(async () => {
      station.connect();
      do await sleep(LOOK_EVERY_MS);
      while (station.waiting() > 0 || station.store.outbox.position() < (await top()));
    });
    return [
      {
        what: `back after an hour: ${told} own sets told, ${heard} of others written into SQLite`,
        value: `${took.toFixed(1)} s, ${Math.round((told + heard) / took)} sets/s`,
      },
    ];
  } finally {
    await station.close();
  }
}

function row(what: string, times: readonly number[]): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1));
  return { what, value: `${sorted.length} times`, 'p50 ms': at(0.5), 'p99 ms': at(0.99) };
}
