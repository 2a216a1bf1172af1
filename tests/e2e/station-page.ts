import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { type Host, type StartOptions, startHost } from '../../main/host.ts';
import type { LiveSet } from '../../src/contract/live-set.ts';
import type { Replies } from '../../src/contract/replies.ts';
import type { Result } from '../../src/contract/result.ts';
import { enter } from '../enter.ts';
import { PATIENCE_MS } from '../patience.ts';
import { launchChromium, openPage, type SizeName, type WatchedPage } from './browser.ts';
import type { Ask } from './sources.ts';

/** `expect.poll`, a little less eager: every look costs the page a request. */
export const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { interval: 100 });

const LOOK_EVERY_MS = 150;

/** The real station behind a real page, on its own data folder. */
export interface StationPage extends WatchedPage {
  readonly host: Host;
  readonly folder: string;
  readonly ask: Ask;
  /** Waits until the running set is finished, in the station and on the page, and gives it. */
  finishedSet(): Promise<LiveSet>;
  /** Another page of the same station. */
  open(hash: string, size?: SizeName, reducedMotion?: 'reduce' | 'no-preference'): Promise<WatchedPage>;
  close(): Promise<void>;
}

export async function openStationPage(
  options: {
    readonly size?: SizeName;
    readonly init?: readonly (() => void)[];
    /** Fills the data folder before the station opens it. */
    readonly prepare?: (folder: string) => void;
    readonly fork?: StartOptions['fork'];
  } = {},
): Promise<StationPage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockout-page-'));
  options.prepare?.(folder);
  const launching = launchChromium();
  const started = await startHost({ data_folder: folder, reconnect: false, fork: options.fork });
  const browser: Browser = await launching;
  if (!started.ok) throw new Error(started.error.message);
  const host = started.value;
  const watched = await openPage(browser, host.entrance(), options.size, { init: options.init });
  await watched.page.getByRole('heading', { name: 'Station', exact: true }).waitFor();

  const known = await enter(host.entrance());
  const ask: Ask = async (channel, argument) => {
    const response = await fetch(`${host.address}bridge/request/${channel}`, {
      method: 'POST',
      // a connection that is kept may be closed by the station just as the next request goes out
      headers: { 'content-type': 'application/json', connection: 'close', ...known },
      body: JSON.stringify(argument),
    });
    const result = (await response.json()) as Result<Replies[typeof channel]>;
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  return {
    ...watched,
    host,
    folder,
    ask,
    async finishedSet() {
      const until_ms = Date.now() + PATIENCE_MS;
      for (;;) {
        const { set } = await ask('station:state', {});
        if (set?.status === 'finished') {
          // the page hears of it a moment later; until then its keys are those of a running set
          await watched.page.getByText(`Set ${set.number} is done`, { exact: true }).first().waitFor();
          return set;
        }
        if (Date.now() > until_ms)
          throw new Error(`The set is not finished: ${JSON.stringify(set?.summary)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    open: (hash, size, reducedMotion) =>
      openPage(browser, `${host.address}#${hash}`, size, {
        known: known.cookie,
        ...(reducedMotion ? { reducedMotion } : {}),
      }),
    async close() {
      await browser.close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
