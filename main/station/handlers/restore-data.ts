import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';

/** A backup in the place of the data, while the station runs: everything that was read from them is read again. */
export async function restoreData(
  station: Station,
  backup: string,
): Promise<Result<{ readonly kept: string }>> {
  const { store, waiting, recoveries } = station;
  for (const { runner } of station.bars()) await runner.settled();
  if (station.bars().some(({ runner }) => runner.run))
    return failure('set-running', words.says.data.restoreRunning);
  // they belong to athletes of the data as they are
  if (waiting.state() !== null) return failure('unstored', words.says.data.restoreUnstored);
  const done = await store.restore(backup);
  if (!done.ok) return done;
  for (const bar of station.bars()) bar.chooseSomebody();
  recoveries.refresh();
  station.notice(null);
  station.changed('settings');
  station.changed('stored');
  return success({ kept: done.value.name });
}
