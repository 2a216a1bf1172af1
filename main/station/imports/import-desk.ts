import type { ImportPreview, ImportResult } from '../../../src/contract/importing.ts';
import type { ImportChoices } from '../../../src/contract/requests.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { assembleRecording } from '../../../src/recording/files/assemble.ts';
import { headerKey } from '../../../src/recording/files/column-map.ts';
import { joinFiles } from '../../../src/recording/files/read-files.ts';
import { lookAtTable, readMapped } from '../../../src/recording/files/unknown-table.ts';
import type { HistoryFile } from '../../../src/recording/histories/history.ts';
import { readForeignHistory } from '../../../src/recording/histories/read-history.ts';
import { parseRoster, type RosterEntry } from '../../../src/recording/roster.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import { isExportFile } from '../../store/index.ts';
import type { Store } from '../../store/types.ts';
import { createHandedFiles, type HandedFiles } from './handed-files.ts';
import { openQuestion, planHere, storeHistory } from './history.ts';
import { partRoster } from './part-roster.ts';
import { forceOf, partOf } from './preview.ts';
import { setsOfRecording } from './recording-sets.ts';
import { dayHere } from './today.ts';

/** What the handed files turned out to be. */
type Found =
  | { readonly kind: 'everything'; readonly text: string }
  | { readonly kind: 'history'; readonly history: HistoryFile }
  | { readonly kind: 'day-order'; readonly question: string }
  | { readonly kind: 'recording'; readonly recording: Recording; readonly remarks: readonly string[] }
  | { readonly kind: 'roster'; readonly entries: readonly RosterEntry[]; readonly remarks: readonly string[] }
  | {
      readonly kind: 'columns';
      readonly message: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Where files come in: handed over in pieces, looked at as often as somebody changes a choice, stored once. */
export interface ImportDesk {
  begin(names: readonly string[]): void;
  piece(file: number, bytes: Uint8Array): Result<{ readonly bytes: number }>;
  look(choices: ImportChoices): Result<ImportPreview>;
  store(choices: ImportChoices): Result<ImportResult>;
  cancel(): void;
}

export function createImportDesk(store: Store, now: () => number): ImportDesk {
  let files: HandedFiles | null = null;
  const nothing = () => failure('no-file', words.importing.noFile);

  /** What the choices do not say is taken as the station would: the last athlete, the hip thrust, now. */
  function setsOf(recording: Recording, choices: ImportChoices, name: string) {
    const athlete_id = choices.athlete_id ?? store.athletes.recent()[0]?.id ?? 0;
    const lift = { lift: choices.lift ?? 'hip-thrust', variation: choices.variation ?? 'barbell' } as const;
    const started_epoch_ms = choices.started_epoch_ms ?? now();
    return setsOfRecording(store, recording, {
      athlete_id,
      lift,
      load_kg: choices.load_kg ?? null,
      started_epoch_ms,
      name,
    });
  }

  const planOf = (history: HistoryFile, choices: ImportChoices) =>
    planHere(store, history, {
      athlete: choices.athlete_id === undefined ? undefined : store.athletes.get(choices.athlete_id)?.name,
      people: choices.people,
      exercises: choices.exercises,
    });

  const part = (entries: readonly RosterEntry[]) =>
    partRoster(
      entries,
      store.athletes.list().map(({ name }) => name),
    );

  return {
    begin(names) {
      files = createHandedFiles(names);
    },
    piece(file, bytes) {
      if (files === null) return nothing();
      files.push(file, bytes);
      return success({ bytes: files.bytes });
    },
    cancel() {
      files = null;
    },
    look(choices) {
      if (files === null) return nothing();
      const common = { files: files.names, before: store.imports.sameFile(files.end().digest), remarks: [] };
      const found = find(store, files, choices, dayHere(now()));
      switch (found.kind) {
        case 'history': {
          const plan = planOf(found.history, choices);
          const { tool, remarks, refused, refused_count } = found.history;
          const { people, exercises, fresh, fresh_reps, there } = plan;
          return success({
            ...common,
            kind: 'history',
            remarks: [...remarks, ...refused],
            refused: refused_count,
            ...{ tool, people, exercises, fresh, fresh_reps, there },
            question: openQuestion(plan),
          });
        }
        case 'recording': {
          const { parts } = setsOf(found.recording, choices, files.names[0] ?? '');
          const force = forceOf(found.recording);
          return success({
            ...common,
            kind: 'recording',
            remarks: found.remarks,
            parts: parts.map(partOf),
            force,
          });
        }
        case 'roster': {
          const { added, known } = part(found.entries);
          const names = (entries: readonly RosterEntry[]) => entries.map(({ name }) => name);
          return success({
            ...common,
            kind: 'roster',
            remarks: found.remarks,
            added: names(added),
            known: names(known),
          });
        }
        case 'everything':
          return success({ ...common, kind: 'everything' });
        default:
          return success({ ...common, ...found });
      }
    },
    store(choices) {
      if (files === null) return nothing();
      const { digest } = files.end();
      const from = { file: files.names.join(' + '), digest, tool: '' };
      const found = find(store, files, choices, dayHere(now()));
      const stored = ((): Result<ImportResult> => {
        switch (found.kind) {
          case 'history': {
            const done = storeHistory(store, from, found.history, planOf(found.history, choices));
            if (!done.ok) return done;
            return success({ record: done.value, set_ids: [], message: words.importing.stored(done.value) });
          }
          case 'recording': {
            const { sets } = setsOf(found.recording, choices, files?.names[0] ?? '');
            if (sets.some(({ analysis }) => analysis.reps.length + analysis.failed.length === 0))
              return failure('no-reps', words.importing.noReps);
            const done = store.imports.addRecording(from, sets);
            if (!done.ok) return done;
            if (choices.columns !== undefined) remember(store, files, choices.columns);
            const { record } = done.value;
            const set_ids = done.value.sets.map(({ set_id }) => set_id);
            return success({ record, set_ids, message: words.importing.stored(record) });
          }
          case 'roster': {
            const { added } = part(found.entries);
            if (added.length === 0) return failure('nothing-new', words.importing.nobodyNew);
            const done = store.imports.addRoster(from, added);
            if (!done.ok) return done;
            return success({ record: done.value, set_ids: [], message: words.importing.stored(done.value) });
          }
          case 'everything': {
            const done = store.everything.load(found.text);
            if (!done.ok) return done;
            const { athletes, sets, imported_sets } = done.value;
            return success({
              record: null,
              set_ids: [],
              message: words.importing.loaded(athletes, sets + imported_sets),
            });
          }
          default:
            return failure('not-importable', found.kind === 'day-order' ? found.question : found.message);
        }
      })();
      if (stored.ok) files = null;
      return stored;
    },
  };
}

/** Tells what files are: everything of a Lockout, a history, a signal, a roster, or a table somebody has to explain. */
function find(store: Store, files: HandedFiles, choices: ImportChoices, today: string): Found {
  const { signals, texts } = files.end();
  const everything = texts.find(({ text }) => isExportFile(text));
  if (everything !== undefined) return { kind: 'everything', text: everything.text };
  for (const { text } of texts) {
    const history = readForeignHistory(text, { today, dates: choices.dates, units: choices.units });
    if (history?.ok) return { kind: 'history', history: history.history };
    if (history !== null) return { kind: 'day-order', question: history.message };
  }
  const [first] = texts;
  const table = first === undefined || texts.length > 1 ? null : lookAtTable(first.text);
  const map = choices.columns ?? (table === null ? null : store.imports.columns(headerKey(table.header)));
  const read = joinFiles(signals);
  if (read.ok && choices.columns === undefined)
    return { kind: 'recording', recording: read.recording, remarks: read.remarks };
  if (first !== undefined && map !== null) {
    const mapped = readMapped(first.text, map, first.name);
    const whole = mapped?.ok ? assembleRecording([mapped.table]) : mapped;
    if (whole?.ok) return { kind: 'recording', recording: whole.recording, remarks: whole.remarks };
    return { kind: 'refused', message: whole?.error.message ?? words.importing.noFile };
  }
  const message = read.ok ? '' : read.error.message;
  const roster = first === undefined ? null : parseRoster(first.text);
  if (roster?.ok && roster.entries.length > 0)
    return { kind: 'roster', entries: roster.entries, remarks: roster.remarks };
  if (table !== null && !read.ok && read.error.code === 'columns')
    return { kind: 'columns', message, header: table.header, rows: table.rows };
  return { kind: 'refused', message };
}

function remember(
  store: Store,
  files: HandedFiles | null,
  columns: NonNullable<ImportChoices['columns']>,
): void {
  const text = files?.end().texts[0]?.text;
  const table = text === undefined ? null : lookAtTable(text);
  if (table !== null) store.imports.rememberColumns(headerKey(table.header), columns);
}
