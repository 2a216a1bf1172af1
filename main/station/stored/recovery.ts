import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { Recovery, StationState } from '../../../src/contract/station.ts';
import type { Rep } from '../../../src/reps/rep.ts';
import { survivingResult } from '../../../src/reps/surviving-result.ts';
import { words } from '../../../src/words/index.ts';
import type { JournalHeader, LeftOver, Store } from '../../store/types.ts';
import { createInTurn } from '../in-turn.ts';
import type { Analyst } from './analyst.ts';
import { contextOfLabels } from './labels.ts';

/** Recordings that are no stored sets: cut short when the station stopped, or without a rep. Kept, or put away. */
export interface Recoveries {
  list(): readonly Recovery[];
  /** The backup to go back to, of a station that started without its data. */
  rescue(): StationState['rescue'];
  /** A set left its recording behind. */
  refresh(): void;
  accept(journal_id: string): Promise<Result<{ set_id: number; reps: readonly Rep[] }>>;
  discard(journal_id: string): Result<null>;
}

export function createRecoveries(store: Store, analyst: Analyst): Recoveries {
  const offer =
    (without_reps: boolean) =>
    ({ id, header, duration_s }: LeftOver): Recovery => ({
      journal_id: id,
      athlete: header.athlete_name,
      lift: header.labels.lift,
      load_kg: header.labels.load_kg,
      started_epoch_ms: header.started_epoch_ms,
      duration_s,
      without_reps,
    });
  const read = (): Recovery[] => {
    const binned = store.bin.list().filter((entry) => entry.kind === 'athlete');
    const isWanted = ({ header: { labels, athlete_name } }: LeftOver): boolean =>
      !binned.some(({ id, name }) => id === labels.athlete_id && name === athlete_name);
    return [
      ...store.journals.recoverable().filter(isWanted).map(offer(false)),
      ...store.journals.withoutReps().filter(isWanted).map(offer(true)),
    ];
  };
  let offered = read();
  const find = (journal_id: string) => offered.find((one) => one.journal_id === journal_id);
  const inTurn = createInTurn();
  return {
    list: () => offered,
    rescue() {
      const backup = store.startedEmpty() ? store.backups()[0] : undefined;
      return backup ? { backup: backup.name, at_epoch_ms: backup.at_epoch_ms } : null;
    },
    refresh() {
      offered = read();
    },
    accept: (journal_id) =>
      inTurn(async () => {
        const entry = find(journal_id);
        if (entry === undefined) return failure('no-journal', words.says.data.noJournal);
        const found = store.journals.read(journal_id);
        if (!found.ok) return found;
        const { header, recording } = found.value;
        const context = contextOfLabels(header.labels);
        const whole = await analyst.whole(recording, context);
        // what was on the screen, as far as it went: the causal path tells the same samples the same way
        const live = await analyst.causal(recording, context);
        const share = entry.without_reps ? undefined : 1;
        const reference_rom_m = context.reference?.rom_m ?? null;
        const analysis = live === null ? whole : survivingResult(whole, { ...live, reference_rom_m }, share);
        if (analysis === null) return failure('analysis-failed', words.says.set.analysisFailed);
        if (entry.without_reps && analysis.reps.length + analysis.failed.length === 0)
          return failure('no-reps', words.says.set.stillNothing);
        // discarded while it was analysed
        if (find(journal_id) === undefined) return failure('no-journal', words.says.data.noJournal);
        const owner = ownerOf(store, header);
        if (!owner.ok) return owner;
        const stored = store.sets.insert(
          {
            labels: { ...header.labels, athlete_id: owner.value },
            started_epoch_ms: header.started_epoch_ms,
            analysis,
            recording,
            interrupted: !entry.without_reps,
            note: '',
            deleted_reps: [],
            live_reps: live?.reps.length ?? null,
          },
          { id: journal_id },
        );
        if (!stored.ok) return stored;
        offered = read();
        return success({ set_id: stored.value.set_id, reps: analysis.reps });
      }),
    discard(journal_id) {
      const done = store.journals.discard(journal_id);
      offered = read();
      return done;
    },
  };
}

/**
 * Whose set a journal is: the number and the name have to be the same person's, since after an older backup was restored a
 * number may be somebody else's. Else the one of that name, who is made anew where there is none, or more than one.
 */
function ownerOf(store: Store, { labels, athlete_name }: JournalHeader): Result<number> {
  if (store.athletes.get(labels.athlete_id)?.name === athlete_name) return success(labels.athlete_id);
  const named = store.athletes.list().filter(({ name }) => name === athlete_name);
  if (named[0] && named.length === 1) return success(named[0].id);
  const made = store.athletes.create({ name: athlete_name, body_mass_kg: null });
  return made.ok ? success(made.value.id) : made;
}
