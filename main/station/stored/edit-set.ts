import type { SetPatch } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { variationOf } from '../../../src/lifts/catalogue.ts';
import { ALGORITHM } from '../../../src/reps/version.ts';
import { words } from '../../../src/words/index.ts';
import { thinTrace } from '../../store/sets/trace-blob.ts';
import type { SetLabels, Store, StoredSet } from '../../store/types.ts';
import { findReference } from '../desk/references.ts';
import { analyseAgain } from './analyse-again.ts';
import type { Analyst } from './analyst.ts';
import { contextOfLabels } from './labels.ts';
import { standingSet } from './standing-set.ts';

export async function detailOf(store: Store, analyst: Analyst, stored: StoredSet): Promise<SetDetail> {
  const { labels: _labels, deleted: _deleted, trace, ...detail } = stored;
  return {
    ...detail,
    trace: trace ?? (await drawnAgain(store, analyst, stored)),
    outdated: stored.from_live || stored.algorithm !== ALGORITHM,
  };
}

/** The trace of a set whose stored one cannot be read, from its recording; without points where that is damaged too. */
async function drawnAgain(store: Store, analyst: Analyst, set: StoredSet): Promise<SetDetail['trace']> {
  const recording = store.sets.recording(set.row.id);
  const context = contextOfLabels(set.labels, set.corrections);
  const analysis = recording.ok ? await analyst.whole(recording.value, context) : null;
  return analysis === null ? { t_s: [], height_m: [], velocity_mps: [] } : thinTrace(analysis.trace);
}

/** A stored set under other labels: judged again, from its samples, against the range that is right now. */
export async function editSet(
  store: Store,
  analyst: Analyst,
  id: number,
  patch: SetPatch,
): Promise<Result<StoredSet>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  if (patch.athlete_id !== undefined && store.athletes.get(patch.athlete_id) === null)
    return failure('no-athlete', words.says.data.noAthlete);
  if (patch.accepted === false && !set.labels.replayed)
    return failure('not-replayed', words.says.data.notReplayed);
  const { note, started_epoch_ms, ...changes } = patch;
  const noted = {
    ...(note !== undefined && { note }),
    ...(started_epoch_ms !== undefined && { started_epoch_ms }),
  };
  const labels = relabelled(store, set, changes);
  if (labels === null) return store.sets.update(id, { ...noted, labels: notJudged(changes) });
  const analysis = await analyseAgain(store, analyst, { ...set, labels }, set.corrections);
  // numbers that cannot be made anew stay as they are; the labels are right all the same
  return store.sets.update(id, { ...noted, labels, ...(analysis.ok ? { analysis: analysis.value } : {}) });
}

/** With today's algorithm, against the range that is right now. */
export async function reanalyseSet(store: Store, analyst: Analyst, id: number): Promise<Result<StoredSet>> {
  const found = standingSet(store, id);
  if (!found.ok) return found;
  const set = found.value;
  const analysis = await analyseAgain(store, analyst, set, set.corrections);
  return analysis.ok ? store.sets.update(id, { analysis: analysis.value }) : analysis;
}

/** What a set is judged by and belongs to. */
type JudgedPatch = Omit<SetPatch, 'note' | 'started_epoch_ms'>;

/** No number hangs on these. */
const notJudged = ({ kind, accepted }: JudgedPatch): Partial<SetLabels> => ({
  ...(kind !== undefined && { kind }),
  ...(accepted !== undefined && { accepted }),
});

/** The new labels with the reference that belongs to them; null when nothing that is judged changes. */
function relabelled(store: Store, set: StoredSet, changes: JudgedPatch): SetLabels | null {
  const before = set.labels;
  const chosen: SetLabels = {
    ...before,
    athlete_id: changes.athlete_id ?? before.athlete_id,
    lift: changes.lift ?? before.lift,
    variation: changes.variation ?? before.variation,
    bench: changes.bench ?? before.bench,
    side: changes.side === undefined ? before.side : changes.side,
    mount: changes.mount === undefined ? before.mount : changes.mount,
    kind: changes.kind ?? before.kind,
    accepted: changes.accepted ?? before.accepted,
    load_kg: changes.load_kg === undefined ? before.load_kg : changes.load_kg,
    load_unit: changes.load_kg === undefined ? before.load_unit : (changes.load_unit ?? null),
  };
  const variation = variationOf(chosen.lift, chosen.variation).id;
  const otherLift = chosen.lift !== before.lift || variation !== before.variation;
  const owner =
    otherLift ||
    chosen.athlete_id !== before.athlete_id ||
    chosen.bench !== before.bench ||
    chosen.side !== before.side;
  if (
    !owner &&
    chosen.load_kg === before.load_kg &&
    chosen.load_unit === before.load_unit &&
    chosen.mount === before.mount
  )
    return null;
  const { athlete_id, lift, bench, side } = chosen;
  return {
    ...chosen,
    variation,
    targets: otherLift ? variationOf(lift, variation).targets : before.targets,
    reference: owner
      ? findReference(
          store,
          { athlete_id, lift, variation, bench, side },
          {
            simulated: before.simulated,
            before_epoch_ms: set.row.started_epoch_ms,
            except_set_id: set.row.id,
          },
        )
      : before.reference,
  };
}

export const asDetail = async (
  store: Store,
  analyst: Analyst,
  edited: Result<StoredSet>,
): Promise<Result<SetDetail>> => (edited.ok ? success(await detailOf(store, analyst, edited.value)) : edited);
