import type { ExportChoices, ExportFacts, ExportPiece } from '../../../src/contract/exporting.ts';
import { failure, type Result, success } from '../../../src/contract/result.ts';
import { recordingToCsv } from '../../../src/recording/csv-write.ts';
import { words } from '../../../src/words/index.ts';
import type { ExportQuery, Store } from '../../store/types.ts';
import { parquetOf } from '../../takeout/parquet.ts';
import { workbookOf } from '../../takeout/xlsx.ts';

/** Where a file goes out: begun, fetched piece by piece, or called off. One at a time; a new one ends the last. */
export interface ExportDesk {
  begin(choices: ExportChoices): Promise<Result<ExportFacts>>;
  piece(): Result<ExportPiece>;
  cancel(): void;
}

/** A piece of a file, bytes: some milliseconds of work, so that a set that runs meanwhile does not wait. */
const PIECE = 2 ** 19;
/** A page that was closed fetches no more: after this long nothing is kept open for it, ms. */
const GIVEN_UP_MS = 60_000;

interface Running {
  readonly store: Store;
  readonly pieces: Iterator<Uint8Array>;
}

/** `open` opens the data once more, to read: a long reading must not stand in the way of a set that is stored meanwhile. */
export function createExportDesk(open: () => Result<Store>, version: string): ExportDesk {
  let running: Running | null = null;
  let patience: NodeJS.Timeout | undefined;

  const cancel = (): void => {
    clearTimeout(patience);
    // a query that is still being read keeps its database from closing
    running?.pieces.return?.();
    running?.store.close();
    running = null;
  };
  const wait = (): void => {
    clearTimeout(patience);
    patience = setTimeout(cancel, GIVEN_UP_MS).unref();
  };

  return {
    async begin(choices) {
      cancel();
      const opened = open();
      if (!opened.ok) return opened;
      const store = opened.value;
      const pieces = await piecesOf(store, choices, version).catch((error: unknown) => {
        store.close();
        throw error;
      });
      if (!pieces.ok) {
        store.close();
        return pieces;
      }
      // another may have begun while this one was made ready
      cancel();
      running = { store, pieces: pieces.value[Symbol.iterator]() };
      wait();
      return success(factsOf(choices));
    },
    piece() {
      if (running === null) return failure('no-export', words.exporting.gone);
      const { done, value } = running.pieces.next();
      if (done) cancel();
      else wait();
      return success({ base64: done ? null : Buffer.from(value).toString('base64') });
    },
    cancel,
  };
}

const CSV = 'text/csv; charset=utf-8';

function factsOf({ format, table = 'reps', set_id }: ExportChoices): ExportFacts {
  switch (format) {
    case 'csv':
      return { name: `lockout-${table}.csv`, type: CSV };
    case 'parquet':
      return { name: `lockout-${table}.parquet`, type: 'application/vnd.apache.parquet' };
    case 'xlsx':
      return {
        name: 'lockout.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      };
    case 'everything':
      return { name: 'everything.lockout', type: 'application/json' };
    case 'recording':
      return { name: `lockout-set-${set_id ?? 0}.csv`, type: CSV };
  }
}

async function piecesOf(
  store: Store,
  { format, table = 'reps', bom, decimal_comma, ...query }: ExportChoices,
  lockout: string,
): Promise<Result<Iterable<Uint8Array>>> {
  switch (format) {
    case 'csv':
      return success(inPieces(store.csvLines(query, table, { bom, decimal_comma })));
    case 'everything':
      return success(inPieces(store.everything.dump({ lockout, athletes: athletesOf(store, query) })));
    case 'xlsx':
      return success(cut(await workbookOf(store, query)));
    case 'parquet':
      return success(cut(parquetOf(store.exportRows(table, query))));
    case 'recording': {
      const recording = store.sets.recording(query.set_id ?? 0);
      return recording.ok ? success(inPieces(recordingToCsv(recording.value))) : recording;
    }
  }
}

/** Who an export of everything is of; undefined: all there is. */
export function athletesOf(store: Store, { athlete_id, group }: ExportQuery): number[] | undefined {
  if (athlete_id !== undefined) return [athlete_id];
  if (group === undefined) return undefined;
  return store.athletes.list().flatMap((athlete) => (athlete.group === group ? [athlete.id] : []));
}

function* inPieces(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}
