import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import { plainLine } from '../../../src/words/plain-text.ts';
import { createImportDesk } from '../imports/import-desk.ts';
import type { Station } from '../station.ts';

type Own = Extract<Channel, `import:${string}`>;

/** Files of other tools, training histories, rosters and exports, in and taken back. */
export function importHandlers(station: Station): Pick<Handlers, Own> {
  const { clock, store } = station;
  const desk = createImportDesk(store, clock.now_epoch_ms, station.work.files);
  const stored = <T>(result: Result<T>): Result<T> => {
    if (result.ok) station.changed('stored');
    return result;
  };
  return {
    'import:begin': async ({ names }) => {
      await desk.begin(names.map(plainLine));
      return success({});
    },
    'import:piece': ({ file, base64 }) => desk.piece(file, Buffer.from(base64, 'base64')),
    'import:look': (choices) => desk.look(choices),
    'import:store': async (choices) => stored(await desk.store(choices)),
    'import:progress': () => success(desk.progress()),
    'import:cancel': () => {
      desk.cancel();
      return success({});
    },
    'import:list': () => success(store.imports.list()),
    'import:undo': ({ id }) => {
      // whoever lifts now may be somebody this import brought
      if (station.bars().some(({ runner }) => runner.run))
        return failure('set-running', words.importing.running);
      const undone = store.imports.undo(id);
      for (const bar of station.bars())
        if (undone.ok && store.athletes.get(bar.desk.setup.athlete.id) === null) bar.chooseSomebody();
      return stored(undone);
    },
    'import:sets': (query) => success(store.imports.sets(query)),
  };
}
