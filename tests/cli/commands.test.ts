import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../src/recording/csv.ts';
import { lockout } from './lockout.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.concurrent('--version is that of package.json, --help names every command', async () => {
  const version = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
  expect((await lockout(['--version'])).out).toBe(`${version}\n`);
  const help = await lockout(['--help']);
  expect(help.code).toBe(0);
  for (const command of ['analyze', 'simulate', 'export', 'import', 'serve', 'doctor', 'schema'])
    expect(help.out).toContain(`lockout ${command}`);
  const own = await lockout(['analyze', '--help']);
  expect(own.out).toContain('--reference-rom-m');
  expect((await lockout([])).code).toBe(0);
});

test.concurrent('an older Node is told what is wanted before anything loads', async () => {
  const pretend = `data:text/javascript,${encodeURIComponent(
    'Object.defineProperty(process.versions, "node", { value: "20.19.0" });',
  )}`;
  const { code, out, err } = await lockout(['--version'], '', ['--import', pretend]);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^Lockout needs Node 24 or newer and this is Node 20\.19\.0\./);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test.concurrent('schema is a JSON Schema that lets keys pass which it does not know yet', async () => {
  const { out } = await lockout(['schema']);
  const schema = JSON.parse(out) as Record<string, unknown>;
  expect(schema).toMatchObject({ type: 'object' });
  expect(out).not.toContain('additionalProperties');
  expect(schema.required).toEqual(
    expect.arrayContaining(['lockout', 'algorithm', 'schema', 'recording', 'reps', 'set']),
  );
});

test.concurrent('simulate: the same seed gives the same recording, which reads back', async () => {
  const truth = path.join(folder, 'truth.json');
  const args = ['simulate', '--lift', 'squat', '--reps', '3', '--rate-hz', '50'];
  const [one, same, other, bursts] = await Promise.all([
    lockout([...args, '--seed', '4', '--truth', truth]),
    lockout([...args, '--seed', '4']),
    lockout([...args, '--seed', '5']),
    lockout([...args, '--bursts']),
  ]);
  expect(one.code).toBe(0);
  expect(same.out).toBe(one.out);
  expect(other.out).not.toBe(one.out);
  const read = readCsv(one.out);
  expect(read.ok && read.recording.clock).toBe('device');
  const told = JSON.parse(readFileSync(truth, 'utf8')) as { lift: string; reps: unknown[] };
  expect(told.lift).toBe('squat');
  expect(told.reps).toHaveLength(3);
  const arrived = readCsv(bursts.out);
  expect(arrived.ok && arrived.recording.clock).toBe('arrival');
  expect((await lockout(['simulate', '--reps', '0'])).code).toBe(2);
  expect((await lockout(['simulate', '--half-reps', 'a,b'])).code).toBe(2);
});

test.concurrent('import stores a recording as a set, export gives it out again', async () => {
  const data = path.join(folder, 'data');
  const file = path.join(folder, 'friday.csv');
  const made = await lockout(['simulate', '--reps', '4', '--seed', '2', '--mcv-mps', '0.5']);
  writeFileSync(file, made.out);
  const owner = ['--athlete', 'Eva', '--data', data];
  const stored = await lockout(['import', file, ...owner, '--load-kg', '80', '--at', '2026-11-20T18:30Z']);
  expect(stored.err).toBe('');
  expect(stored.out).toContain('4 reps by Eva');

  const csv = await lockout(['export', '--data', data]);
  const lines = csv.out.trimEnd().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain('athlete,session,set');
  expect(lines[1]).toContain('2026-11-20T18:30:00');

  const json = JSON.parse((await lockout(['export', '--format', 'json', ...owner])).out) as {
    row: { athlete_name: string; load_kg: number };
    reps: unknown[];
  }[];
  expect(json).toHaveLength(1);
  expect(json[0]?.row).toMatchObject({ athlete_name: 'Eva', load_kg: 80 });
  expect(json[0]?.reps).toHaveLength(4);

  const id = lines[1]?.split(',')[2] ?? '';
  const raw = await lockout(['export', '--format', 'recording', '--set', id, '--data', data]);
  expect(raw.err).toBe('');
  expect(raw.out).toBe(made.out);
  const absent = await lockout(['export', '--format', 'recording', '--set', '99', '--data', data]);
  expect(absent.code).toBe(1);
  expect(absent.err.trimEnd().split('\n')).toHaveLength(1);
  expect((await lockout(['export', '--format', 'recording', '--data', data])).code).toBe(2);

  expect((await lockout(['import', file, '--data', data])).code).toBe(2);
  expect((await lockout(['import', file, ...owner, '--at', 'friday'])).code).toBe(2);
  expect((await lockout(['export', '--athlete', 'Nobody', '--data', data])).code).toBe(2);
  expect((await lockout(['export', '--format', 'ods', '--data', data])).code).toBe(2);
  const nothing = await lockout(['export', '--data', path.join(folder, 'none')]);
  expect(nothing.code).toBe(1);
  expect(nothing.err.trimEnd().split('\n')).toHaveLength(1);
});

test.concurrent('import --roster adds a list of athletes once', async () => {
  const data = path.join(folder, 'roster-data');
  const file = path.join(folder, 'roster.csv');
  writeFileSync(file, 'Name,Body mass (kg),Shoe\nZoë,70,A\nMaja,61,B\nMAJA,62,B\n');
  const roster = ['import', file, '--roster', '--data', data];
  const dry = await lockout([...roster, '--dry-run']);
  expect(dry.out).toBe('2 athletes would be added; 1 athlete there already: MAJA\n');
  expect(dry.err).toContain('Shoe');
  expect((await lockout(roster)).out).toContain('2 athletes added');
  expect((await lockout([...roster, '--dry-run'])).out).toContain('0 athletes would be added; 3 athletes');
  expect((await lockout(roster)).out).toContain('0 athletes added');
  expect((await lockout(['import', file, '--dry-run', '--athlete', 'Zoë', '--data', data])).code).toBe(2);
});

test.concurrent('doctor starts the helper process, whether or not an engine loads in it', async () => {
  const { out } = await lockout(['doctor']);
  expect(out).toContain('Engine @stoprocent/noble');
  expect(out).not.toContain('exit code');
});

test.concurrent('serve wants a port that is one', async () => {
  const { code, err } = await lockout(['serve', '--port', 'http']);
  expect(code).toBe(2);
  expect(err).toContain('--port');
});

test.concurrent('numbers and names are held to what the page takes, and nothing long is repeated', async () => {
  const data = path.join(folder, 'bounds');
  const set = path.join(root, 'samples/hip-thrust.csv');
  const asked = [
    ['import', set, '--data', data, '--athlete', 'x'.repeat(3000)],
    ['import', set, '--data', data, '--athlete', '\u200b'],
    ['import', set, '--data', data, '--athlete', 'Maja', '--load-kg', '1e308'],
    ['analyze', set, '--load-kg', '9'.repeat(300)],
    ['analyze', set, '--lift', '\u001b[2J'.repeat(100)],
    ['\u001b]0;title\u0007'],
  ];
  for (const ran of await Promise.all(asked.map((args) => lockout(args)))) {
    expect(ran.code, ran.err).toBe(2);
    expect(ran.err).toMatch(/^[^\p{Cc}]{10,200}\n$/u);
  }
});

test.concurrent('athletes and bin: who is deleted is listed with the day it is for good, and comes back', async () => {
  const data = path.join(folder, 'bin');
  const file = path.join(folder, 'binned.csv');
  writeFileSync(file, (await lockout(['simulate', '--reps', '2'])).out);
  expect((await lockout(['import', file, '--athlete', 'Ben', '--data', data])).code).toBe(0);
  const run = (...args: string[]) => lockout([...args, '--data', data]);
  const [, id = ''] = /(\d+) {2}Ben/.exec((await run('athletes')).out) ?? [];
  expect((await run('athletes', 'archive', id)).out).toBe('Ben archived\n');
  expect((await run('athletes')).out).toContain(`${id}  Ben  archived`);
  expect((await run('athletes', 'delete', id)).out).toBe('Ben in the bin\n');
  expect((await run('export', '--of', 'sets')).out.trim().split('\r\n')).toHaveLength(1);
  expect((await run('bin')).out).toMatch(new RegExp(`^athlete ${id} {2}Ben {2}1 sets {2}goes for good 20`));
  expect((await run('bin', 'delete', 'athlete', id)).err).toContain('type the name exactly');
  expect((await run('bin', 'restore', 'athlete', id)).code).toBe(0);
  expect((await run('athletes')).out).toContain('Ben');
  expect((await run('bin', 'restore', 'athlete', 'x')).code).toBe(2);
});
