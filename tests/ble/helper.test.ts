import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMachineFacts } from '../../main/ble/machine/facts.ts';
import { words } from '../../src/words/index.ts';
import { counterFeed } from '../virtual-air/feeds.ts';
import { openAir } from '../virtual-air/server.ts';
import { createWitMotion } from '../virtual-air/witmotion.ts';
import { ENGINES, HEALTHY, HELPER, idOf, listenTo, openRig, sleep, until } from './harness.ts';

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Processes whose parent this is: the helper's, found as the system sees it. */
const helpersOf = (pid: number): number[] => {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((row) => row !== null && Number(row[2]) === pid && (row[3] ?? '').includes('--engine='))
    .map((row) => Number(row?.[1]));
};

/** Takes every command and answers none. */
async function openDeafAdapter(): Promise<{ file: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-deaf-'));
  const file = path.join(folder, 'adapter.sock');
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(file, resolve));
  return {
    file,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true });
    },
  };
}

describe.concurrent.each(ENGINES)('a helper with @%s/noble', (engine) => {
  test('that is killed in mid-stream is replaced, and the stream returns with nothing twice', async ({
    onTestFinished,
  }) => {
    const started: number[] = [];
    const rig = await openRig(engine, onTestFinished, { onHelper: (pid) => started.push(pid) });
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion' });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    process.kill(started[0] ?? 0, 'SIGKILL');
    await until('the loss is told', () => heard.events.some((each) => each.kind === 'lost'));
    const before = heard.samples();
    await until('it streams again', () => heard.samples() > before);
    expect(started).toHaveLength(2);
    const counters = heard.counters();
    expect(new Set(counters).size).toBe(counters.length);
    expect(rig.bluetooth.state().adapter).toBe('ready');
  });

  test('that hangs is ended and replaced', async ({ onTestFinished }) => {
    const started: number[] = [];
    const rig = await openRig(engine, onTestFinished, { onHelper: (pid) => started.push(pid) });
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const source = rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion' });
    const heard = listenTo(source);
    await until('it streams', () => heard.samples() > 50);
    process.kill(started[0] ?? 0, 'SIGSTOP');
    await until('another is started', () => started.length === 2);
    const before = heard.samples();
    await until('it streams again', () => heard.samples() > before);
    expect(alive(started[0] ?? 0)).toBe(false);
  });

  test('ends when its parent goes, and lets its sensor go', async ({ onTestFinished }) => {
    const air = await openAir();
    onTestFinished(() => air.close());
    const sensor = createWitMotion({ feed: counterFeed });
    air.air.add(sensor);
    const parent = fork(
      new URL('./orphan.ts', import.meta.url).pathname,
      [HELPER, engine, idOf(sensor.address)],
      {
        env: { ...process.env, ...air.env },
        stdio: 'ignore',
      },
    );
    onTestFinished(async () => void parent.kill('SIGKILL'));
    await until('it streams', () => sensor.sent > 20);
    const pid = parent.pid ?? 0;
    const [helper] = helpersOf(pid);
    expect(helper).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await until('the helper is gone', () => !alive(helper ?? 0));
    await until('the sensor is free', () => sensor.advertising);
  });

  test('outlives a Ctrl-C that is meant for the station', async ({ onTestFinished }) => {
    const started: number[] = [];
    const rig = await openRig(engine, onTestFinished, { onHelper: (pid) => started.push(pid) });
    const sensor = createWitMotion({ feed: counterFeed });
    rig.air.air.add(sensor);
    const heard = listenTo(rig.bluetooth.connect(idOf(sensor.address), { family: 'witmotion' }));
    await until('it streams', () => heard.samples() > 50);
    process.kill(started[0] ?? 0, 'SIGINT');
    const before = heard.samples();
    await until('it goes on', () => heard.samples() > before + 100);
    expect(started).toHaveLength(1);
    expect(sensor.connections).toBe(1);
  });

  test('whose adapter never answers is told, with a way out', async ({ onTestFinished }) => {
    const deaf = await openDeafAdapter();
    onTestFinished(deaf.close);
    const rig = await openRig(engine, onTestFinished, { env: { VIRTUAL_AIR: deaf.file } });
    rig.bluetooth.startScan();
    await until('it is told', () => rig.bluetooth.state().adapter === 'failed');
    expect(rig.bluetooth.state().message).toBe(words.bluetooth.message.mute);
    expect(rig.bluetooth.state().way_out).toContain('sudo systemctl restart bluetooth');
  });

  test('idles cheaply', async ({ onTestFinished }) => {
    const started: number[] = [];
    const rig = await openRig(engine, onTestFinished, { onHelper: (pid) => started.push(pid) });
    rig.bluetooth.startScan();
    await until('it is ready', () => rig.bluetooth.state().adapter === 'ready');
    rig.bluetooth.stopScan();
    await sleep(1_000);
    const cpu_s = () => {
      const fields = execFileSync('cat', [`/proc/${started[0]}/stat`], { encoding: 'utf8' })
        .split(') ')[1]
        ?.split(' ');
      // utime and stime in ticks of 10 ms
      return (Number(fields?.[11]) + Number(fields?.[12])) / 100;
    };
    const before_s = cpu_s();
    await sleep(4_000);
    expect((cpu_s() - before_s) / 4).toBeLessThan(0.05);
  });
});

describe.concurrent('the choice of engine', () => {
  test('takes the prebuilt one, and says why, where the preferred one throws', async ({ onTestFinished }) => {
    const air = await openAir();
    onTestFinished(() => air.close());
    const rig = await openRig('abandonware', onTestFinished, {
      engines: ENGINES,
      // only the first engine's socket fails to open, as without its native part
      env: { VIRTUAL_AIR_FAULT: 'abandonware:MODULE_NOT_FOUND' },
    });
    rig.bluetooth.startScan();
    await until('it is ready', () => rig.bluetooth.state().adapter === 'ready');
    const { engine, message } = rig.bluetooth.state();
    expect(engine?.name).toBe('stoprocent');
    expect(engine?.why).toContain('@abandonware/noble could not be loaded');
    expect(message).toContain('@stoprocent/noble');
  });

  test('builds the native part once when it is missing, and uses it', async ({ onTestFinished }) => {
    let builds = 0;
    let missing = true;
    const rig = await openRig('abandonware', onTestFinished, {
      engines: ENGINES,
      envOf: () => (missing ? { VIRTUAL_AIR_FAULT: 'abandonware:MODULE_NOT_FOUND' } : {}),
      build: async () => {
        builds += 1;
        missing = false;
        return { built: true, message: 'its native part was built for this Node' };
      },
    });
    const states: string[] = [];
    rig.bluetooth.on((event) => {
      if (event.kind === 'state') states.push(event.state.adapter);
    });
    rig.bluetooth.startScan();
    await until('it is ready', () => rig.bluetooth.state().adapter === 'ready');
    expect(builds).toBe(1);
    expect(states).toContain('building');
    expect(rig.bluetooth.state().engine).toMatchObject({ name: 'abandonware' });
    expect(rig.bluetooth.state().engine?.why).toContain('built for this Node');
  });

  test('a computer without Bluetooth in its kernel is told so, in words', async ({ onTestFinished }) => {
    const rig = await openRig('abandonware', onTestFinished, {
      engines: ENGINES,
      env: { VIRTUAL_AIR_FAULT: 'EAFNOSUPPORT' },
      facts: () => ({ ...HEALTHY, adapters: [], kernel_bluetooth: false }),
    });
    rig.bluetooth.startScan();
    await until('it is told', () => rig.bluetooth.state().adapter === 'unsupported');
    expect(rig.bluetooth.state().message).toMatch(/no Bluetooth/);
    expect(rig.bluetooth.state().way_out.length).toBeGreaterThan(0);
  });

  test('whatever this very machine has, it is told and nothing throws', async ({ onTestFinished }) => {
    const rig = await openRig('abandonware', onTestFinished, {
      engines: ENGINES,
      env: { VIRTUAL_AIR: '' },
      facts: () => readMachineFacts({ helper_program: process.execPath }),
    });
    rig.bluetooth.startScan();
    const settled = () => !['idle', 'starting'].includes(rig.bluetooth.state().adapter);
    await until('the adapter is told', settled);
    const state = rig.bluetooth.state();
    expect(state.message.length).toBeGreaterThan(0);
    if (state.adapter !== 'ready') expect(state.way_out.length).toBeGreaterThan(0);
  });

  test('a helper that cannot be started at all is an event', async ({ onTestFinished }) => {
    const rig = await openRig('abandonware', onTestFinished, {
      engines: ENGINES,
      helper: '/nowhere/helper.ts',
    });
    rig.bluetooth.startScan();
    await until('it is told', () => rig.bluetooth.state().adapter === 'failed');
    expect(rig.bluetooth.state().message).toMatch(/could not be started/);
  });

  test('a sensor of no known family fails with a sentence', async ({ onTestFinished }) => {
    const rig = await openRig('stoprocent', onTestFinished);
    const source = rig.bluetooth.connect('123456');
    const heard = listenTo(source);
    expect(heard.events).toMatchObject([{ kind: 'failed' }]);
    expect(await rig.bluetooth.identify('123456')).toMatchObject({
      ok: false,
      error: { code: 'unknown-device' },
    });
  });
});
