import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { IpcMain, WebContents } from 'electron';
import type { OpenedFile } from '../../src/contract/bridge.ts';
import { isTrusted, type Sender } from './page-line.ts';

/** The ending that the installers register. */
const OURS = /\.lockout$/i;
/** What the Import screen takes, bytes. */
const MOST_BYTES = 200_000_000;

export interface OpenedFiles {
  /** Paths from the system or a command line; what is no file of ours is passed over. */
  open(paths: readonly string[]): Promise<void>;
}

/**
 * A file of ours that was pressed twice in the system's own window leads to the Import screen. It waits here until the page
 * listens. `refuse` is told the name of one that cannot be read or is larger than the Import screen takes.
 */
export function createOpenedFiles(
  ipc: Pick<IpcMain, 'on'>,
  refuse: (name: string, why: 'unreadable' | 'too-big') => void,
): OpenedFiles {
  const waiting: OpenedFile[] = [];
  let page: Pick<WebContents, 'send' | 'isDestroyed'> | null = null;
  const deliver = (): void => {
    while (page !== null && !page.isDestroyed() && waiting.length > 0)
      page.send('lockout:opened', waiting.shift());
  };
  ipc.on('lockout:await-opened', (event) => {
    const from = event as unknown as Sender;
    if (!isTrusted(from)) return;
    page = from.sender;
    deliver();
  });
  return {
    async open(paths) {
      for (const file of paths.filter((each) => OURS.test(each))) {
        const name = path.basename(file);
        const found = await stat(file).catch(() => null);
        if (found?.isFile() && found.size > MOST_BYTES) refuse(name, 'too-big');
        else {
          const bytes = found?.isFile() ? await readFile(file).catch(() => null) : null;
          if (bytes === null) refuse(name, 'unreadable');
          else waiting.push({ name, bytes: new Uint8Array(bytes) });
        }
      }
      deliver();
    },
  };
}
