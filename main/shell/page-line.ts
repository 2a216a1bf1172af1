import type { IpcMain, WebContents } from 'electron';
import { dispatch, type Handlers } from '../../src/contract/bridge.ts';
import { failure } from '../../src/contract/result.ts';
import type { StationEvent } from '../../src/contract/station.ts';
import { isOwnPage } from './security.ts';

/** What of an IPC event is looked at: who sent it, and from which frame. */
export interface Sender {
  readonly sender: Pick<WebContents, 'id' | 'send' | 'once' | 'isDestroyed' | 'on'>;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** Only the page itself, in its main frame, is listened to. */
export const isTrusted = ({ senderFrame }: Sender): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);

/** The line between page and station in Electron: requests one way, events the other. */
export function connectPages(
  ipc: Pick<IpcMain, 'handle' | 'on'>,
  handlers: Handlers,
  subscribe: (listener: (event: StationEvent) => void) => () => void,
): void {
  ipc.handle('lockout:request', (event, channel: unknown, argument: unknown) =>
    isTrusted(event as unknown as Sender) && typeof channel === 'string'
      ? dispatch(handlers, channel, argument)
      : failure('untrusted', 'Only the station page can use the station.'),
  );
  const lines = new Map<number, () => void>();
  ipc.on('lockout:subscribe', (event) => {
    if (!isTrusted(event as unknown as Sender)) return;
    const { sender } = event as unknown as Sender;
    // A reloaded page subscribes anew: one line a window, and the first events come again.
    lines.get(sender.id)?.();
    const stop = subscribe((message) => {
      if (!sender.isDestroyed()) sender.send('lockout:event', message);
    });
    if (!lines.has(sender.id)) {
      sender.once('destroyed', () => {
        lines.get(sender.id)?.();
        lines.delete(sender.id);
      });
    }
    lines.set(sender.id, stop);
  });
}
