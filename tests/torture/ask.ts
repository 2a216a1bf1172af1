import { type OpenStation, openStation } from '../../main/compose.ts';
import { dispatch } from '../../src/contract/bridge.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Argument, Channel } from '../../src/contract/requests.ts';
import type { Result } from '../../src/contract/result.ts';

/** A whole station on a real clock, asked as a page asks. */
export interface AskedStation {
  readonly open: OpenStation;
  ask<C extends Channel>(channel: C, argument: Argument<C>): Promise<Replies[C]>;
}

/** Without a radio, and without the backups that it makes by itself. */
export function openAsked(folder: string): AskedStation {
  const opened = openStation({
    data_folder: folder,
    reconnect: false,
    daily_backups: false,
    fork: () => {
      throw new Error('nothing here needs the Bluetooth helper');
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return {
    open: opened.value,
    async ask(channel, argument) {
      const reply = (await dispatch(opened.value.handlers, channel, argument)) as Result<never>;
      if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`);
      return reply.value;
    },
  };
}
