import type { ImportPreview, ImportProgress, ImportResult } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { HistoryFile } from '../../../src/recording/histories/history.ts';
import type { RosterEntry } from '../../../src/recording/roster.ts';
import { words } from '../../../src/words/index.ts';
import type { SetLabels, Store } from '../../store/types.ts';
import { createInTurn } from '../in-turn.ts';
import { contextOfLabels } from '../stored/labels.ts';
import { type FileQuestion, type FileWork, type Findings, filesHere } from './files-at-hand.ts';
import { openQuestion, planHere, storeHistory } from './history.ts';
import { partRoster } from './part-roster.ts';
import { labelsOfRecording, type SetToStore, setsFrom } from './recording-sets.ts';
import { createSharedProgress, progressOf } from './shared-progress.ts';
import { dayHere } from './today.ts';

/** Where files come in: handed over in pieces, looked at as often as somebody changes a choice, stored once. */
export interface ImportDesk {
  begin(names: readonly string[]): Promise<void>;
  piece(file: number, bytes: Uint8Array): Promise<Result<{ readonly bytes: number }>>;
  look(choices: ImportChoices): Promise<Result<ImportPreview>>;
  store(choices: ImportChoices): Promise<Result<ImportResult>>;
  /** How far a look is; answered at once. */
  progress(): ImportProgress;
  /** At once, whatever is being done: nothing of it is stored, unless it is stored already. */
  cancel(): void;
}

/** What is being done: which files, for which station, with what somebody said. */
interface Work {
  readonly store: Store;
  readonly names: readonly string[];
  readonly choices: ImportChoices;
  readonly labels: SetLabels;
  readonly now_epoch_ms: number;
}

export function createImportDesk(store: Store, now: () => number, files: FileWork = filesHere()): ImportDesk {
  let names: readonly string[] | null = null;
  const nothing = () => failure('no-file', words.importing.noFile);
  const workOn = (names: readonly string[], choices: ImportChoices): Work => {
    const now_epoch_ms = now();
    return { store, names, choices, now_epoch_ms, labels: labelsHere(store, names, choices, now_epoch_ms) };
  };
  const questionOf = async ({ choices, labels, now_epoch_ms }: Work): Promise<FileQuestion> => {
    const header = await files.header();
    return {
      choices,
      known: header === null ? null : store.imports.columns(header),
      today: dayHere(now_epoch_ms),
      context: contextOfLabels(labels),
    };
  };
  const progress = createSharedProgress();
  /** Goes up whenever somebody calls off. */
  let cancelled = 0;
  const forget = async (): Promise<void> => {
    names = null;
    await files.begin([]);
  };
  const desk = {
    async begin(handed: readonly string[]) {
      names = handed;
      await files.begin(handed, progress);
    },
    async piece(file: number, bytes: Uint8Array) {
      const there = names === null ? null : await files.piece(file, bytes);
      return there === null ? nothing() : success({ bytes: there });
    },
    async look(choices: ImportChoices) {
      if (names === null) return nothing();
      const work = workOn(names, choices);
      return success(previewOf(work, await files.look(await questionOf(work))));
    },
    async store(choices: ImportChoices) {
      if (names === null) return nothing();
      const work = workOn(names, choices);
      const question = await questionOf(work);
      const findings = await files.look(question);
      const sets = findings.found.kind === 'recording' ? await files.sets(question) : [];
      const header = choices.columns === undefined ? null : await files.header();
      // from here on nothing is waited for: it cannot be called off half stored
      const stored = storeFound(work, findings, sets);
      if (!stored.ok) return stored;
      if (header !== null && choices.columns !== undefined)
        store.imports.rememberColumns(header, choices.columns);
      await forget();
      return stored;
    },
  };
  const inTurn = createInTurn();
  /** In turn, so that whoever asks to store twice has it stored once; what was called off meanwhile has an answer of its own. */
  const unlessCancelled = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const mine = cancelled;
    return inTurn(work).catch((error) => {
      if (mine === cancelled) throw error;
      return otherwise;
    });
  };
  const calledOff = failure('called-off', words.importing.calledOff);
  return {
    begin: (handed) => unlessCancelled(() => desk.begin(handed), undefined),
    piece: (file, bytes) => unlessCancelled(() => desk.piece(file, bytes), calledOff),
    look: (choices) => unlessCancelled(() => desk.look(choices), calledOff),
    store: (choices) => unlessCancelled(() => desk.store(choices), calledOff),
    progress: () => progressOf(progress),
    cancel() {
      cancelled++;
      names = null;
      files.stop();
    },
  };
}

/** What the choices do not say is taken as the station would: the last athlete, the hip thrust, now. */
const labelsHere = (
  store: Store,
  names: readonly string[],
  choices: ImportChoices,
  now_epoch_ms: number,
): SetLabels =>
  labelsOfRecording(store, {
    athlete_id: choices.athlete_id ?? store.athletes.recent()[0]?.id ?? 0,
    lift: { lift: choices.lift ?? 'hip-thrust', variation: choices.variation ?? 'barbell' },
    started_epoch_ms: choices.started_epoch_ms ?? now_epoch_ms,
    load_kg: choices.load_kg ?? null,
    name: names[0] ?? '',
    accepted: choices.accepted,
  });

const planOf = ({ store, choices }: Work, history: HistoryFile) =>
  planHere(store, history, {
    athlete: choices.athlete_id === undefined ? undefined : store.athletes.get(choices.athlete_id)?.name,
    people: choices.people,
    exercises: choices.exercises,
  });

const partOfRoster = ({ store }: Work, entries: readonly RosterEntry[]) =>
  partRoster(
    entries,
    store.athletes.list().map(({ name }) => name),
  );

function previewOf(work: Work, { digest, found }: Findings): ImportPreview {
  const { store, names } = work;
  const common = { files: names, before: store.imports.sameFile(digest), remarks: [] };
  switch (found.kind) {
    case 'history': {
      const plan = planOf(work, found.history);
      const { tool, remarks, refused, refused_count } = found.history;
      const { people, exercises, fresh, fresh_reps, there } = plan;
      return {
        ...common,
        kind: 'history',
        remarks: [...remarks, ...refused],
        refused: refused_count,
        ...{ tool, people, exercises, fresh, fresh_reps, there },
        question: openQuestion(plan),
      };
    }
    case 'recording':
      return { ...common, ...found };
    case 'roster': {
      const { added, known } = partOfRoster(work, found.entries);
      const namesOf = (entries: readonly RosterEntry[]) => entries.map(({ name }) => name);
      return {
        ...common,
        kind: 'roster',
        remarks: found.remarks,
        added: namesOf(added),
        known: namesOf(known),
      };
    }
    case 'everything':
      return { ...common, kind: 'everything' };
    default:
      return { ...common, ...found };
  }
}

function storeFound(
  work: Work,
  { digest, found }: Findings,
  parts: readonly SetToStore[],
): Result<ImportResult> {
  const { store, names, choices, labels, now_epoch_ms } = work;
  const from = { file: names.join(' + '), digest, tool: '' };
  switch (found.kind) {
    case 'history': {
      const done = storeHistory(store, from, found.history, planOf(work, found.history));
      if (!done.ok) return done;
      return success({ record: done.value, set_ids: [], message: words.importing.stored(done.value) });
    }
    case 'recording': {
      if ((choices.started_epoch_ms ?? 0) > now_epoch_ms) return failure('not-past', words.store.set.notPast);
      const sets = setsFrom(parts, labels, choices.started_epoch_ms ?? now_epoch_ms);
      if (sets.some(({ analysis }) => analysis.reps.length + analysis.failed.length === 0))
        return failure('no-reps', words.importing.noReps);
      const done = store.imports.addRecording(from, sets);
      if (!done.ok) return done;
      const { record } = done.value;
      const set_ids = done.value.sets.map(({ set_id }) => set_id);
      return success({ record, set_ids, message: words.importing.stored(record) });
    }
    case 'roster': {
      const { added } = partOfRoster(work, found.entries);
      if (added.length === 0) return failure('nothing-new', words.importing.nobodyNew);
      const done = store.imports.addRoster(from, added);
      if (!done.ok) return done;
      return success({ record: done.value, set_ids: [], message: words.importing.stored(done.value) });
    }
    case 'everything': {
      const done = store.everything.load(found.text);
      if (!done.ok) return done;
      const { athletes, sets, imported_sets } = done.value;
      const message = words.importing.loaded(athletes, sets + imported_sets);
      return success({ record: null, set_ids: [], message });
    }
    default:
      return failure('not-importable', found.kind === 'day-order' ? found.question : found.message);
  }
}
