import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IpcMain } from 'electron';
import { afterAll, expect, test } from 'vitest';
import { createOpenedFiles } from '../../main/shell/opened-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lockout-opened-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const OUR_PAGE = { url: 'app://lockout/', parent: null };

/** The system's side, and a page that listens once it is told to. */
function openedHere() {
  let heard: (event: unknown) => void = () => {};
  const refused: [string, string][] = [];
  const got: unknown[] = [];
  const ipc = {
    on: (channel: string, listener: never) => {
      expect(channel).toBe('lockout:await-opened');
      heard = listener;
    },
  };
  const files = createOpenedFiles(ipc as unknown as Pick<IpcMain, 'on'>, (name, why) =>
    refused.push([name, why]),
  );
  const sender = {
    isDestroyed: () => false,
    send: (channel: string, file: { name: string; bytes: Uint8Array }) =>
      got.push([channel, file.name, new TextDecoder().decode(file.bytes)]),
  };
  return { files, refused, got, listen: (senderFrame: unknown = OUR_PAGE) => heard({ sender, senderFrame }) };
}

test('a file that was opened before the page was there waits for it', async () => {
  const { files, got, listen } = openedHere();
  await files.open([put('all.lockout', 'everything')]);
  expect(got).toEqual([]);
  listen();
  expect(got).toEqual([['lockout:opened', 'all.lockout', 'everything']]);
  await files.open([put('SECOND.LOCKOUT', 'more')]);
  expect(got).toHaveLength(2);
});

test('a page that is not ours is given no file', async () => {
  const { files, got, listen } = openedHere();
  await files.open([put('secret.lockout', 'names')]);
  listen({ url: 'https://evil.example/', parent: null });
  expect(got).toEqual([]);
});

test('what is no file of ours is passed over; one that cannot be read or is too big is named', async () => {
  const { files, got, refused, listen } = openedHere();
  listen();
  const big = put('big.lockout', '');
  truncateSync(big, 200_000_001);
  await files.open(['--inspect', put('notes.txt', 'x'), path.join(folder, 'gone.lockout'), folder, big]);
  expect(got).toEqual([]);
  expect(refused).toEqual([
    ['gone.lockout', 'unreadable'],
    ['big.lockout', 'too-big'],
  ]);
});
