import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lanAddresses } from '../../main/lan/addresses.ts';
import { makeCertificate } from '../../main/lan/certificate.ts';
import { dotsAsText, dotsOf } from '../../main/lan/dots.ts';
import { ownCertificate } from '../../main/lan/own-certificate.ts';

const DAY_MS = 24 * 3600_000;
const NOW = Date.UTC(2026, 10, 30);
const NAMES = ['192.168.1.20', 'lockout.gym.lan'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-certificate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a certificate is for exactly its names, no authority, and of a length that tablets take', () => {
  const made = new X509Certificate(makeCertificate(NAMES, NOW).certificate);
  expect(made.subjectAltName).toBe('IP Address:192.168.1.20, DNS:lockout.gym.lan');
  expect([made.ca, made.subject, made.verify(made.publicKey)]).toEqual([false, 'CN=Lockout station', true]);
  expect(made.checkIP('192.168.1.21')).toBeUndefined();
  expect((made.validToDate.getTime() - made.validFromDate.getTime()) / DAY_MS).toBeLessThan(825);
  // server authentication, and nothing else
  expect(made.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
});

test('years from 2050 on are written with four digits', () => {
  const made = new X509Certificate(makeCertificate(NAMES, Date.UTC(2049, 11, 1)).certificate);
  expect(made.validToDate.getUTCFullYear()).toBe(2052);
});

test('no two stations have the same key or number', () => {
  const [one, other] = [1, 2].map(() => new X509Certificate(makeCertificate(NAMES, NOW).certificate));
  expect(one?.serialNumber).not.toBe(other?.serialNumber);
  expect(one?.publicKey.equals(other?.publicKey as never)).toBe(false);
});

test('it is kept, for this user alone, until it ends soon, names others or cannot be read', () => {
  const first = ownCertificate(folder, NAMES, NOW);
  const file = path.join(folder, 'lockout-certificate.pem');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  expect(ownCertificate(folder, NAMES, NOW + 700 * DAY_MS)).toEqual(first);
  expect(ownCertificate(folder, ['192.168.1.20'], NOW)).toEqual(first);
  const second = ownCertificate(folder, ['192.168.1.99'], NOW);
  expect(second).not.toEqual(first);
  expect(ownCertificate(folder, ['192.168.1.99'], NOW + 780 * DAY_MS)).not.toEqual(second);
  writeFileSync(file, 'spoiled');
  expect(ownCertificate(folder, NAMES, NOW).certificate).toContain('BEGIN CERTIFICATE');
});

test('only addresses of private networks are offered, not those within this computer', () => {
  const of = (address: string, internal = false, family = 'IPv4') => [{ address, internal, family } as never];
  const interfaces = {
    lo: of('127.0.0.1', true),
    eth0: of('192.168.1.20'),
    wlan0: of('10.1.2.3'),
    wan: of('203.0.113.9'),
    docker0: of('172.17.0.1'),
    eth1: of('fd00::1', false, 'IPv6'),
  };
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.1.2.3']);
});

test('the code to scan has its three corners and its border, on the screen and in a terminal', () => {
  const dots = dotsOf('https://192.168.1.20:8443/pair/ABCDEFGH');
  const corner = (x: number, y: number) => dots[y + 4]?.slice(x + 4, x + 11);
  const last = dots.length - 8 - 7;
  for (const [x, y] of [
    [0, 0],
    [last, 0],
    [0, last],
  ] as const)
    expect([corner(x, y), corner(x, y + 1), corner(x, y + 2)]).toEqual(['1111111', '1000001', '1011101']);
  expect(dots[0]).toMatch(/^0+$/);
  const lines = dotsAsText(dots).split('\n');
  expect(lines.length).toBe(Math.ceil(dots.length / 2));
  expect(lines[0]).toMatch(/^█+$/);
});
