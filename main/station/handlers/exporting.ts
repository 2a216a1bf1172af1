import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { openStore } from '../../store/index.ts';
import { createExportDesk } from '../exports/export-desk.ts';
import type { Station } from '../station.ts';

type Own = Extract<Channel, `export:${string}`>;

/** Files that go out by the page, in pieces. */
export function exportHandlers({ clock, store, bars, version }: Station): Pick<Handlers, Own> {
  const desk = createExportDesk(() => openStore(store.folder, { clock, readonly: true }), version);
  return {
    'export:begin': (choices) => {
      // these two are made as a whole: a set that runs would wait for them
      if (
        bars().some(({ runner }) => runner.run) &&
        (choices.format === 'xlsx' || choices.format === 'parquet')
      )
        return failure('set-running', words.exporting.running);
      return desk.begin(choices);
    },
    'export:piece': () => desk.piece(),
    'export:cancel': () => {
      desk.cancel();
      return success({});
    },
  };
}
