import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const config = JSON.parse(text('main/package/electron-builder.json'));

describe('the packaged app', () => {
  test('has every fuse set: no Node of its own, closed cookies, only its own checked archive', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config.disableAsarIntegrity).toBeUndefined();
  });

  test('asks nobody for updates', () => {
    expect(config.publish).toBeNull();
    const { dependencies } = JSON.parse(text('package.json'));
    expect(Object.keys(dependencies)).not.toContain('electron-updater');
  });

  test('is made for Windows, macOS and Linux', () => {
    const targets = ['win', 'mac', 'linux'].flatMap((system) =>
      config[system].target.map(({ target, arch }: { target: string; arch: string[] }) =>
        [target, ...arch].join(' '),
      ),
    );
    expect(targets).toEqual([
      'nsis x64 arm64',
      'dmg universal',
      'AppImage x64 arm64',
      'deb x64 arm64',
      'rpm x64 arm64',
    ]);
  });

  test('may use Bluetooth on macOS, hardened and notarised, and says what for', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect(config.mac.extendInfo.NSBluetoothAlwaysUsageDescription).toMatch(/Bluetooth/);
    expect(text(config.mac.entitlements)).toContain('com.apple.security.device.bluetooth');
    expect(config.mac.entitlementsInherit).toBe(config.mac.entitlements);
  });

  test('opens its own exports, and keeps the data when it is removed', () => {
    expect(config.fileAssociations.map(({ ext }: { ext: string }) => ext)).toEqual(['lockout']);
    expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
  });

  test('keeps what is compiled, and the helper that loads it, beside the archive', () => {
    expect(config.asarUnpack).toEqual(['**/*.node', 'out/main/ble-helper.js']);
  });
});
