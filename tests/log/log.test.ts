import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogFile } from '../../main/log/index.ts';
import { namesToHide, scrub } from '../../main/log/scrub.ts';
import { openGym } from '../station/gym.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOON = Date.UTC(2026, 5, 1, 12);
const logOf = (most_bytes?: number) => createLogFile(folder, () => NOON, most_bytes);
const files = () => readdirSync(path.join(folder, 'logs')).sort();

describe('the log', () => {
  test('is JSON lines that nobody else may read', () => {
    const log = logOf();
    log.write('info', 'Lockout starts');
    log.write('warn', 'samples: RangeError\n    at take (path.ts:3:1)');
    const file = path.join(folder, 'logs', 'lockout.log');
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { at: '2026-06-01T12:00:00.000Z', level: 'info', text: 'Lockout starts' },
      {
        at: '2026-06-01T12:00:00.000Z',
        level: 'warn',
        text: 'samples: RangeError\n    at take (path.ts:3:1)',
      },
    ]);
    expect(log.recent(1)).toEqual(lines.slice(1));
    if (process.platform === 'win32') return;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('is set aside when it is long, and the oldest is let go', () => {
    const log = logOf(100);
    for (let i = 0; i < 20; i++) log.write('warn', `line ${i} of some length or other`);
    expect(files()).toEqual(['lockout.log', 'lockout.log.1', 'lockout.log.2', 'lockout.log.3']);
    expect(log.recent(5).at(-1)?.text).toContain('line 19');
  });

  // Windows lets only some users make one
  test.skipIf(process.platform === 'win32')(
    'follows no link, and ends nothing where it cannot be written',
    () => {
      const log = logOf();
      log.write('info', 'here');
      const elsewhere = path.join(folder, 'elsewhere');
      rmSync(path.join(folder, 'logs', 'lockout.log'));
      symlinkSync(elsewhere, path.join(folder, 'logs', 'lockout.log'));
      log.write('warn', 'lost');
      expect(readdirSync(folder)).not.toContain('elsewhere');
      expect(log.recent(5)).toEqual([]);
    },
  );
});

test.each([
  ['Maria Huber: no room', '…: no room'],
  ['cannot read HUBER_squat.csv', 'cannot read …_squat.csv'],
  ['Jo lifted, Johanna did not', '… lifted, Johanna did not'],
  ['No athlete is called "Bea Nowhere"', 'No athlete is called "…"'],
  [
    'gym: password authentication failed for user ‘trainer’',
    'gym: password authentication failed for user "…"',
  ],
  ['c1a2b3c4d5e6: connect failed', '…: connect failed'],
  ['c0:00:5e:00:53:1f: gone', '…: gone'],
  ['1b671a64-40d5-491e-99b0-da01ff1f3341 is away', '… is away'],
  ['gym: connect ECONNREFUSED 192.168.4.20:5432', 'gym: connect ECONNREFUSED …'],
  ['gym: getaddrinfo ENOTFOUND db.ironhall.example', 'gym: getaddrinfo ENOTFOUND …'],
  ['write to coach@ironhall.example', 'write to …'],
  ['connect ECONNREFUSED fe80::1:2:3:4', 'connect ECONNREFUSED …'],
  ['at take (sample-path.ts:30:22)', 'at take (sample-path.ts:30:22)'],
])('%s is told as %s', (line, told) => {
  expect(scrub(line, namesToHide(['Maria Huber', 'Jo']))).toBe(told);
});

test('diagnostics tell of the station, and of nobody', async () => {
  const gym = openGym();
  const athlete = await gym.ask('athletes:create', {
    name: 'Maria Huber',
    body_mass_kg: null,
    group: 'Ironhall women',
  });
  await gym.ask('station:athlete', { athlete_id: athlete.id });
  const gone = await gym.ask('athletes:create', { name: 'Wanda', body_mass_kg: null });
  await gym.ask('athletes:delete', { id: gone.id });
  gym.open.station.store.sensors.seen({
    id: 'c1a2b3c4d5e6',
    advertised_name: 'Marias WT901',
    family: 'witmotion',
  });
  createLogFile(gym.folder, gym.clock.now_epoch_ms).write(
    'warn',
    `import: ${path.join(os.homedir(), 'maria.huber', 'huber.csv')} of Wanda of the Ironhall women, by c1a2b3c4d5e6`,
  );
  const { text } = await gym.ask('log:diagnostics', {});
  const told = JSON.parse(text);
  expect(told).toMatchObject({
    algorithm: expect.any(String),
    data: { athletes: 2, sets: 0 },
    sensors: [{ family: 'witmotion', calibrated: false }],
  });
  expect(told.log.at(-1)).toContain('import: <home>');
  for (const secret of [
    'maria',
    'huber',
    'wanda',
    'ironhall',
    'c1a2b3',
    gym.folder,
    os.homedir(),
    os.hostname(),
  ])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  await gym.leave();
});
