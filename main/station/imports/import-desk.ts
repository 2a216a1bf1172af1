import type { ImportPreview, ImportResult } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import type { HistoryFile } from '../../../src/recording/histories/history.ts';
import type { RosterEntry } from '../../../src/recording/roster.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import type { Store } from '../../store/types.ts';
import { type FoundFiles, findOut, rememberColumns } from './find-out.ts';
import { createHandedFiles, type HandedFiles } from './handed-files.ts';
import { openQuestion, planHere, storeHistory } from './history.ts';
import { partRoster } from './part-roster.ts';
import { forceOf, partOf } from './preview.ts';
import { setsOfRecording } from './recording-sets.ts';
import { dayHere } from './today.ts';

/** Where files come in: handed over in pieces, looked at as often as somebody changes a choice, stored once. */
export interface ImportDesk {
  begin(names: readonly string[]): void;
  piece(file: number, bytes: Uint8Array): Result<{ readonly bytes: number }>;
  look(choices: ImportChoices): Result<ImportPreview>;
  store(choices: ImportChoices): Result<ImportResult>;
  cancel(): void;
}

/** What is being done: which files, for which station, with what somebody said. */
interface Work {
  readonly store: Store;
  readonly files: HandedFiles;
  readonly choices: ImportChoices;
  readonly now_epoch_ms: number;
}

export function createImportDesk(store: Store, now: () => number): ImportDesk {
  let files: HandedFiles | null = null;
  const nothing = () => failure('no-file', words.importing.noFile);
  const found = (work: Work): FoundFiles =>
    findOut(store, work.files, work.choices, dayHere(work.now_epoch_ms));
  return {
    begin(names) {
      files = createHandedFiles(names);
    },
    piece(file, bytes) {
      if (files === null || files.ended || files.names[file] === undefined) return nothing();
      files.push(file, bytes);
      return success({ bytes: files.bytes });
    },
    look(choices) {
      if (files === null) return nothing();
      const work = { store, files, choices, now_epoch_ms: now() };
      return success(previewOf(work, found(work)));
    },
    store(choices) {
      if (files === null) return nothing();
      const work = { store, files, choices, now_epoch_ms: now() };
      const stored = storeFound(work, found(work));
      if (stored.ok) files = null;
      return stored;
    },
    cancel() {
      files = null;
    },
  };
}

/** What the choices do not say is taken as the station would: the last athlete, the hip thrust, now. */
function setsOf({ store, files, choices, now_epoch_ms }: Work, recording: Recording) {
  return setsOfRecording(store, recording, {
    athlete_id: choices.athlete_id ?? store.athletes.recent()[0]?.id ?? 0,
    lift: { lift: choices.lift ?? 'hip-thrust', variation: choices.variation ?? 'barbell' },
    started_epoch_ms: choices.started_epoch_ms ?? now_epoch_ms,
    load_kg: choices.load_kg ?? null,
    name: files.names[0] ?? '',
  });
}

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

function previewOf(work: Work, found: FoundFiles): ImportPreview {
  const { store, files } = work;
  const common = { files: files.names, before: store.imports.sameFile(files.end().digest), remarks: [] };
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
    case 'recording': {
      const { recording, remarks } = found;
      const parts = setsOf(work, recording).parts.map(partOf);
      return { ...common, kind: 'recording', remarks, parts, force: forceOf(recording) };
    }
    case 'roster': {
      const { added, known } = partOfRoster(work, found.entries);
      const names = (entries: readonly RosterEntry[]) => entries.map(({ name }) => name);
      return { ...common, kind: 'roster', remarks: found.remarks, added: names(added), known: names(known) };
    }
    case 'everything':
      return { ...common, kind: 'everything' };
    default:
      return { ...common, ...found };
  }
}

function storeFound(work: Work, found: FoundFiles): Result<ImportResult> {
  const { store, files, choices } = work;
  const from = { file: files.names.join(' + '), digest: files.end().digest, tool: '' };
  switch (found.kind) {
    case 'history': {
      const done = storeHistory(store, from, found.history, planOf(work, found.history));
      if (!done.ok) return done;
      return success({ record: done.value, set_ids: [], message: words.importing.stored(done.value) });
    }
    case 'recording': {
      const { sets } = setsOf(work, found.recording);
      if (sets.some(({ analysis }) => analysis.reps.length + analysis.failed.length === 0))
        return failure('no-reps', words.importing.noReps);
      const done = store.imports.addRecording(from, sets);
      if (!done.ok) return done;
      if (choices.columns !== undefined) rememberColumns(store, files, choices.columns);
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
