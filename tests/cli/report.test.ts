import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../main/cli/report/find-chromium.ts';
import { report } from '../../main/cli/report/report.ts';

// That the page comes out is proved where a browser is: tests/e2e/evening.test.ts.

test('a report says what it wants, and which program is not there', async () => {
  const whose = { athlete: 'Maja', pdf: 'maja.pdf' };
  expect(await report({})).toEqual({ code: 2, message: 'report wants --athlete NAME.' });
  expect(await report({ athlete: 'Maja' })).toMatchObject({
    message: 'report wants --pdf FILE, where the page is put.',
  });
  expect(await report({ ...whose, of: 'year' })).toMatchObject({
    message: '--of wants session or weeks, not "year".',
  });
  expect(await report({ ...whose, chromium: '/no/such/program' })).toEqual({
    code: 1,
    message: 'There is no program "/no/such/program".',
  });
});

test('Chromium is the one that is named, else the first on the PATH, else one in a usual place', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-programs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const made = (name: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };
  const [elsewhere, chrome] = [made('browser'), made('google-chrome')];
  expect(findChromium(elsewhere, folder)).toBe(elsewhere);
  expect(findChromium(undefined, `/no/such/folder${path.delimiter}${folder}`, [elsewhere])).toBe(chrome);
  expect(findChromium(undefined, '', [elsewhere])).toBe(elsewhere);
  expect(findChromium(undefined, '', [])).toBeNull();
});
