import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddonBuild } from '../../main/ble/machine/addon.ts';
import { headersMatch } from '../../main/ble/machine/addon-headers.ts';
import type { MachineFacts } from '../../main/ble/machine/facts.ts';
import { HEALTHY } from './harness.ts';

let root = '';
const PACKAGE = 'node_modules/@abandonware/bluetooth-hci-socket';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lockout-addon-'));
  put('package.json', '{}');
  put(`${PACKAGE}/package.json`, '{ "version": "0.5.3" }');
  // headers of this very Node, so that nothing is fetched
  put(
    'node_modules/node/include/node/node_version.h',
    `#define NODE_MODULE_VERSION ${process.versions.modules}\n`,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
/** A node-gyp that does this, and counts how often. */
const gypThat = (does: string) => {
  put(
    'gyp.cjs',
    `require('fs').appendFileSync(${JSON.stringify(path.join(root, 'runs'))}, process.argv.slice(2).join(' ') + ' | ' + process.env.npm_config_nodedir + '\\n'); ${does}`,
  );
  return path.join(root, 'gyp.cjs');
};
const runs = () =>
  existsSync(path.join(root, 'runs')) ? readFileSync(path.join(root, 'runs'), 'utf8').trim().split('\n') : [];
const build = (gyp: string, facts: Partial<MachineFacts> = {}, timeout_ms = 20_000) =>
  createAddonBuild({
    root,
    execPath: process.execPath,
    facts: () => ({ ...HEALTHY, ...facts }),
    log: () => {},
    gyp,
    timeout_ms,
  })();

describe('building the native part', () => {
  test('compiles in the package, with the headers of the Node it is for', async () => {
    process.env.npm_config_nodedir = '/usr';
    const result = await build(gypThat(`require('fs').writeFileSync('built', '')`));
    delete process.env.npm_config_nodedir;
    expect(result).toEqual({ built: true, message: 'its native part was built for this Node' });
    expect(existsSync(path.join(root, PACKAGE, 'built'))).toBe(true);
    // the developer's own setting, for another Node, is not passed on
    expect(runs()).toEqual([
      `rebuild --nodedir=${path.join(root, 'node_modules/node')} --module_name=bluetooth_hci_socket --module_path=./lib/binding | undefined`,
    ]);
  });

  test('a failure is told and not tried again, until the package changes', async () => {
    const gyp = gypThat('process.exit(3)');
    expect(await build(gyp)).toEqual({
      built: false,
      message: 'it could not be built (node-gyp ended with 3)',
    });
    expect((await build(gyp)).message).toContain('building it failed before');
    expect(runs()).toHaveLength(1);
    put(`${PACKAGE}/package.json`, '{ "version": "0.5.4" }');
    await build(gyp);
    expect(runs()).toHaveLength(2);
  });

  test('a build that hangs is ended', async () => {
    const result = await build(gypThat('setTimeout(() => {}, 60_000)'), {}, 1_500);
    expect(result).toEqual({ built: false, message: 'building it took too long' });
  });

  test.each<[string, Partial<MachineFacts>]>([
    ['there is no C++ compiler', { compiler: false }],
    ['there is no Bluetooth adapter', { adapters: [] }],
    ['it cannot be built on this system', { platform: 'aix' }],
  ])('is not tried where %s', async (why, facts) => {
    const result = await build(gypThat(''), facts);
    expect(result.built).toBe(false);
    expect(result.message).toContain(why);
    expect(runs()).toEqual([]);
  });

  test('headers of another Node are not taken', () => {
    expect(headersMatch(path.join(root, 'node_modules/node'), process.versions.modules)).toBe(true);
    expect(headersMatch(path.join(root, 'node_modules/node'), '115')).toBe(false);
    expect(headersMatch(path.join(root, 'nowhere'), '115')).toBe(false);
  });
});
