import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket as Reader } from 'ws';
import { serveStream } from '../../main/stream/serve-stream.ts';
import type { RepLine, SetLine, StreamLine } from '../../src/contract/stream.ts';
import { type Gym, openGym } from '../station/gym.ts';

let gym: Gym;
beforeEach(() => {
  gym = openGym();
});
afterEach(() => gym.leave());

const status = () => gym.ask('stream:status', {});
async function switchOn(): Promise<string> {
  await gym.ask('settings:update', { stream: { on: true, port: 0 } });
  gym.clock.advance(1);
  await expect.poll(async () => (await status()).address).not.toBeNull();
  // what is there when it begins is told to nobody
  gym.clock.advance(1000);
  return (await status()).address ?? '';
}
const isLetIn = (address: string, headers: Record<string, string> = {}): Promise<boolean> =>
  new Promise((resolve) => {
    const reader = new Reader(address, { headers });
    reader.on('open', () => resolve(true));
    reader.on('error', () => resolve(false));
    reader.on('open', () => reader.close());
  });

test('it is off until somebody switches it on, and off again', async () => {
  expect(await status()).toEqual({ address: null, problem: null, readers: 0, let_go: 0 });
  const address = await switchOn();
  expect(await isLetIn(address)).toBe(true);
  await gym.ask('settings:update', { stream: { on: false, port: 0 } });
  gym.clock.advance(1);
  await expect.poll(async () => (await status()).address).toBeNull();
  expect(await isLetIn(address)).toBe(false);
  // the same key again, so that no program has to be told
  expect(new URL(await switchOn()).pathname).toBe(new URL(address).pathname);
});

test('each rep as it comes, and the set when it is stored', async () => {
  const lines: StreamLine[] = [];
  const reader = new WebSocket(await switchOn());
  onTestFinished(() => reader.close());
  reader.addEventListener('message', ({ data }) => lines.push(JSON.parse(data as string)));
  await expect.poll(() => lines).toEqual([{ kind: 'hello', stream: 1, lockout: expect.any(String) }]);
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until(({ set }) => set?.reps.length === 2);
  await expect.poll(() => lines.some((line) => line.kind === 'rep')).toBe(true);
  gym.until(({ phase }) => phase === 'review', 120);
  await expect.poll(() => lines.at(-1)?.kind).toBe('set');
  const reps = lines.filter((line): line is RepLine => line.kind === 'rep');
  expect([...new Set(reps.map(({ rep }) => rep.index))]).toEqual([1, 2, 3]);
  expect(new Set(reps.map(({ rep, settled }) => `${rep.index} ${settled}`)).size).toBe(reps.length);
  const set = lines.at(-1) as SetLine;
  expect(set).toMatchObject({ lift: 'hip-thrust', set_number: 1, summary: { reps: 3 } });
  expect(set.reps).toHaveLength(3);
  expect((await gym.ask('sets:get', { id: set.set_id })).row.summary.reps).toBe(3);
  expect(lines.filter(({ kind }) => kind === 'set')).toHaveLength(1);
});

test('who has not the key, and every page of a browser, hears nothing', async () => {
  const address = await switchOn();
  expect(await isLetIn(address, { origin: 'http://127.0.0.1' })).toBe(false);
  expect(await isLetIn(address.slice(0, -1))).toBe(false);
  expect(await isLetIn(new URL('/', address).href)).toBe(false);
  expect(await isLetIn(address)).toBe(true);
});

test('a port that somebody else has is told in words', async () => {
  const { port } = new URL(await switchOn());
  const other = openGym();
  onTestFinished(() => other.leave());
  await other.ask('settings:update', { stream: { on: true, port: Number(port) } });
  other.clock.advance(1);
  await expect
    .poll(async () => (await other.ask('stream:status', {})).problem)
    .toContain(`Port ${port} is used`);
});

test('who reads too slowly is told so and let go, and nobody else waits', async () => {
  let slow = 0;
  const server = await serveStream({ port: 0, key: 'key', hello: '{}', onSlow: () => slow++ });
  onTestFinished(() => server.close());
  const [sleeper, reader] = [0, 1].map(() => new Reader(`ws://127.0.0.1:${server.port}/key`)) as [
    Reader,
    Reader,
  ];
  let heard = 0;
  reader.on('message', () => heard++);
  await expect.poll(() => server.readers()).toBe(2);
  await expect.poll(() => [sleeper.readyState, heard]).toEqual([Reader.OPEN, 1]);
  sleeper.pause();
  let told = 1;
  // the system's own buffers hold megabytes
  for (; slow === 0; told++) {
    server.tell('x'.repeat(32_000));
    await expect.poll(() => heard, { interval: 1 }).toBe(told + 1);
  }
  const closed = new Promise((resolve) =>
    sleeper.on('close', (code, reason) => resolve([code, String(reason)])),
  );
  sleeper.resume();
  expect(await closed).toEqual([1013, 'too slow']);
  expect([slow, reader.readyState]).toEqual([1, Reader.OPEN]);
});
