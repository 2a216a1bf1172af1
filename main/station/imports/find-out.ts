import type { ImportChoices } from '../../../src/contract/requests.ts';
import { assembleRecording } from '../../../src/recording/files/assemble.ts';
import type { ColumnMap } from '../../../src/recording/files/column-map.ts';
import { joinFiles } from '../../../src/recording/files/read-files.ts';
import { lookAtTable, readMapped } from '../../../src/recording/files/unknown-table.ts';
import type { HistoryFile } from '../../../src/recording/histories/history.ts';
import { readForeignHistory } from '../../../src/recording/histories/read-history.ts';
import { parseRoster, type RosterEntry } from '../../../src/recording/roster.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import { words } from '../../../src/words/index.ts';
import { isExportFile } from '../../store/index.ts';
import type { HandedFiles } from './handed-files.ts';

/** What the handed files turned out to be. */
export type FoundFiles =
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

/**
 * Tells what files are: everything of a Lockout, a history, a signal, a roster, or a table somebody has to explain. `known`:
 * what was said before of a table with this header.
 */
export function findOut(
  files: HandedFiles,
  choices: ImportChoices,
  known: ColumnMap | null,
  today: string,
): FoundFiles {
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
  const map = choices.columns ?? (table === null ? null : known);
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
