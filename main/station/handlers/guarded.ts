import type { Handlers } from '../../../src/contract/bridge.ts';
import { words } from '../../../src/words/index.ts';
import { explain } from '../../store/errors.ts';

/** The same handlers; what one of them throws is a value in words, and a line of the log. */
export function guarded(handlers: Handlers, log: (line: string) => void): Handlers {
  const guard =
    (channel: string, handle: (argument: never) => unknown) =>
    async (argument: never): Promise<unknown> => {
      try {
        return await handle(argument);
      } catch (error) {
        log(`${channel}: ${error instanceof Error ? error.stack : String(error)}`);
        return explain(error, words.refusals.unexpected);
      }
    };
  return Object.fromEntries(
    Object.entries(handlers).map(([channel, handle]) => [channel, guard(channel, handle)]),
  ) as unknown as Handlers;
}
