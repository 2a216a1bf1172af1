import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { openStation } from '../../main/compose.ts';
import { dispatch } from '../../src/contract/bridge.ts';
import { type Channel, requests } from '../../src/contract/requests.ts';
import type { Result } from '../../src/contract/result.ts';
import { createVirtualClock } from '../station/virtual-clock.ts';
import { someJson } from './mangle.ts';
import { type JsonSchema, somethingFor } from './of-a-schema.ts';
import { type Opened, oneLine, type Target } from './target.ts';

/** These reach for a radio or copy the whole database each time. */
const LEFT_OUT: readonly Channel[] = ['pair:scan', 'pair:connect', 'data:backup', 'data:restore'];
const CHANNELS = (Object.keys(requests) as Channel[]).filter((channel) => !LEFT_OUT.includes(channel));

const schemas = new Map(
  CHANNELS.map((channel) => [channel, z.toJSONSchema(requests[channel], { io: 'input' }) as JsonSchema]),
);

/** A station that is asked anything, mostly what fits; nothing may be thrown behind the answer. */
function openRequests(): Opened {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-fuzz-'));
  const clock = createVirtualClock();
  const thrown: string[] = [];
  const opened = openStation({
    data_folder: folder,
    clock,
    reconnect: false,
    daily_backups: false,
    log: (line) => thrown.push(line),
    fork: () => {
      throw new Error('nothing here needs the Bluetooth helper');
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { handlers, close } = opened.value;
  return {
    async attempt(random) {
      const channel = CHANNELS[random.integer(0, CHANNELS.length - 1)] ?? 'station:state';
      const argument = random.chance(0.2)
        ? someJson(random)
        : somethingFor(schemas.get(channel) ?? {}, random);
      const answer = (await dispatch(handlers, channel, argument)) as Result<unknown>;
      if (!answer.ok) oneLine(answer.error.message);
      if (random.chance(0.01)) clock.advance(random.integer(0, 2000));
      const complaint = thrown.splice(0);
      if (complaint.length > 0 || (!answer.ok && answer.error.code === 'unexpected'))
        throw new Error(`${channel} ${JSON.stringify(argument)?.slice(0, 300)}: ${complaint.join(' ')}`);
    },
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const REQUESTS: Target = { name: 'requests', share: 0.01, open: openRequests };

const all = Object.values(requests);
export const CONTRACT: Target = {
  name: 'contract',
  share: 0.02,
  open: () => ({
    async attempt(random) {
      const schema = all[random.integer(0, all.length - 1)] ?? z.object({});
      schema.safeParse(someJson(random));
    },
    close() {},
  }),
};
