import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { BoardRack } from '../../src/contract/board.ts';
import { mayAsk } from '../../src/contract/lan.ts';
import { type Argument, type Channel, requests } from '../../src/contract/requests.ts';
import { words } from '../../src/words/index.ts';
import { openGym } from '../station/gym.ts';
import { openNetwork } from './given.ts';

const CHANNELS = Object.keys(requests) as Channel[];
const boardOfOne = async () => {
  const gym = openGym();
  onTestFinished(() => gym.leave());
  return gym.ask('board:get', {});
};
const asked = { athlete_id: 1, lift: 'hip-thrust', variation: 'barbell', side: null } as const;

/** What a device that only looks may ask for, each as a page asks it. */
const QUESTIONS: { readonly [C in Channel]?: Argument<C> } = {
  'station:state': {},
  'pair:state': {},
  'athletes:list': {},
  'athletes:references': { id: 1 },
  'merge:look': { id: 1 },
  'sets:list': { limit: 10 },
  'sets:get': { id: 1 },
  'sets:movements': { id: 1 },
  'sets:search': { text: 'a' },
  'bin:list': {},
  'import:list': {},
  'import:sets': { athlete_id: 1 },
  'history:get': { athlete_id: 1, lift: 'hip-thrust' },
  'history:volume': { athlete_id: 1 },
  'history:bests': asked,
  'team:get': {},
  'profile:get': asked,
  'profiles:of': asked,
  'profiles:open': asked,
  'profiles:propose': asked,
  'settings:get': {},
  'gym:status': {},
  'board:get': {},
  'data:info': {},
  'lan:status': {},
};

test('a device that only looks has nothing carried out but questions: the whole contract', async () => {
  const { device, request, carriedOut } = await openNetwork();
  const [view, control] = [await device('view'), await device('control')];
  const answered: string[] = [];
  for (const channel of CHANNELS) {
    const reply = await request(channel, view, QUESTIONS[channel] ?? {});
    if (reply.status === 200) answered.push(channel);
    else
      expect([reply.status, JSON.parse(reply.text)], channel).toEqual([
        403,
        { ok: false, error: { code: 'view-only', message: words.lan.viewOnly } },
      ]);
  }
  expect(answered.sort()).toEqual(Object.keys(QUESTIONS).sort());
  const carried = answered.filter((channel) => !channel.startsWith('lan:'));
  expect(carriedOut.sort()).toEqual(carried);
  // ways round the list of requests
  for (const channel of ['Station:load', 'station:load/', '/station:load', 'station:state/../station:load'])
    await request(channel, view, { load_kg: 100 });
  expect(carriedOut.sort()).toEqual(carried);
  await request('station:load', control, { load_kg: 100 });
  expect(carriedOut).toContain('station:load');
  expect(CHANNELS.filter((channel) => !mayAsk('control', channel))).toEqual([]);
});

test('a tablet is told of the racks of its gym that are open to the network, and of nothing else of them', async () => {
  const { state } = (await boardOfOne()).racks[0] as BoardRack;
  const other = { id: '1', here: false, age_ms: 0, state };
  const address = 'https://192.168.1.21:8443/';
  const others = [
    { ...other, name: 'Rack 2', address },
    { ...other, id: '2', name: 'Rack 3', address: null },
  ];
  const { device, request } = await openNetwork({ racks: () => ({ own_name: 'Rack 1', others }) });
  const { value } = JSON.parse((await request('lan:status', await device('view'))).text);
  expect([value.rack, value.racks]).toEqual(['Rack 1', [{ id: '1', name: 'Rack 2', address }]]);
});

test('no question writes: the data and the station are as they were', async () => {
  const gym = openGym();
  await gym.ask('pair:simulate', { reps: 3 });
  gym.until(({ phase }) => phase === 'review', 120);
  const watcher = new Database(path.join(gym.folder, 'lockout.sqlite'), { readonly: true });
  const version = () => watcher.pragma('data_version', { simple: true });
  const before = [version(), gym.state()];
  for (const [channel, argument] of Object.entries(QUESTIONS)) {
    const reply = await gym.tryTo(channel as Channel, argument as Argument<Channel>);
    expect(reply.ok, channel).toBe(true);
    expect(version(), channel).toBe(before[0]);
  }
  expect(gym.state()).toEqual(before[1]);
  watcher.close();
  await gym.leave();
});
