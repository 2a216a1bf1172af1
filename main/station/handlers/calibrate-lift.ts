import type { Handlers } from '../../../src/contract/bridge.ts';
import type { Channel } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { words } from '../../../src/words/index.ts';
import type { Station } from '../station.ts';
import { agreedRange } from '../stored/agreed-range.ts';

type Own = Extract<Channel, `calibrate:${string}`>;

/** How an athlete comes to a full range of their own. */
export function calibrateLiftHandlers(station: Station): Pick<Handlers, Own> {
  const { store, desk, runner, calibrator } = station;
  const chose = (): Result<Record<string, never>> => {
    runner.relabelled();
    return success({});
  };
  const startCalibration = (): Result<Record<string, never>> => {
    if (runner.run) return failure('set-running', words.says.calibrate.running);
    if (runner.feed === null) return failure('no-source', words.says.calibrate.noSource);
    runner.review.clear();
    calibrator.start();
    return chose();
  };

  return {
    'calibrate:from-set': ({ set_id }) => {
      const set = store.sets.get(set_id);
      const reference = set && agreedRange(set);
      if (!reference) return failure('no-agreement', words.says.calibrate.noAgreement);
      const kept = store.references.put(set.labels, reference);
      if (!kept.ok) return kept;
      desk.refresh();
      return chose();
    },
    'calibrate:start': startCalibration,
    'calibrate:repeat': startCalibration,
    'calibrate:accept': () => {
      const reference = calibrator.accept();
      if (reference === null) return failure('nothing-to-accept', words.says.calibrate.nothingToAccept);
      const { athlete, lift, variation, bench, side } = desk.setup;
      const stored = store.references.put(
        { athlete_id: athlete.id, lift, variation, bench, side },
        reference,
      );
      if (!stored.ok) return stored;
      desk.refresh();
      return chose();
    },
    'calibrate:cancel': () => {
      calibrator.cancel();
      return chose();
    },
  };
}
