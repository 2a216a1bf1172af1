import { words } from '../../words/index.ts';
import {
  ARCHIVE_NAME,
  createInside,
  createUnpacker,
  type Entry,
  HIDDEN,
  MOST_NESTED,
  packingOf,
  type Unpacker,
} from '../archive/unpack.ts';
import { createTextStream } from '../table/encoding.ts';
import { readJsonList } from './json-list.ts';
import { movesenseSensors, readMovesenseJson } from './movesense-json.ts';
import { otherKind, WORKBOOK_INSIDE } from './other-kinds.ts';
import { readSensorLoggerJson } from './sensor-logger-json.ts';
import { fileError, type TableResult } from './signal-table.ts';
import { createTableFile } from './table-file.ts';

/** Unpacked, a recording of a day is smaller than this; what is larger was made to fill a disk, bytes. */
const MOST_UNPACKED = 1e9;
/** Text of a sensor packs to a tenth; what grows more than this many times, and beyond the first megabytes, was made to fill a disk. */
const MOST_GROWTH = 100;
const FREE_GROWTH = 2e7;
/** JSON is read as a whole: a day of packets is smaller, characters. */
const MOST_JSON = 2e8;
/** A name without an ending is as good as any: phones and messengers take it off. */
const TABLE_NAME = /(?:\.(?:csv|txt|tsv|tab|asc|prn|json|ndjson|jsonl|log|dat)|(?:^|\/)[^./]+)$/i;
/** By so many bytes a file is known that is no table. */
const HEAD = 512;

/** The tables of one file, which may be an archive. */
export interface FileReading {
  readonly file: string;
  readonly results: readonly TableResult[];
  /** Files of an archive that hold no signal are passed over; a file given by itself is not. */
  readonly archive: boolean;
}

/** One file, given as bytes in pieces: a table, JSON, or either of them zipped. Never throws. */
export interface SignalFile {
  push(bytes: Uint8Array): void;
  end(): FileReading;
}

export function createSignalFile(file: string): SignalFile {
  const results: TableResult[] = [];
  let head: Uint8Array | null = new Uint8Array(0);
  let unpacker: Unpacker | null = null;
  let plain: Entry | null = null;
  let unpacked = 0;
  let packed = 0;
  let tooLarge = false;
  let workbook = false;
  let tooDeep = false;
  let kind: string | null = null;

  const openInside = (name: string, depth: number): Entry | null => {
    workbook ||= WORKBOOK_INSIDE.test(name);
    tooDeep ||= ARCHIVE_NAME.test(name) && depth >= MOST_NESTED;
    const archive = ARCHIVE_NAME.test(name) && depth < MOST_NESTED;
    if (HIDDEN.test(name) || !(archive || TABLE_NAME.test(name) || name === file.replace(/\.gz$/i, '')))
      return null;
    const entry = archive
      ? createInside(name, (inner) => openInside(inner, depth + 1))
      : createText(name, results);
    return {
      push(bytes) {
        unpacked += bytes.length;
        tooLarge ||= unpacked > Math.min(MOST_UNPACKED, FREE_GROWTH + MOST_GROWTH * packed);
        if (tooLarge) throw new Error('too large');
        entry.push(bytes);
      },
      end: () => entry.end(),
    };
  };

  function begin(bytes: Uint8Array): void {
    head = null;
    const packing = packingOf(bytes);
    kind = packing === null ? otherKind(bytes.subarray(0, HEAD)) : null;
    if (packing === null) plain = createText(file, results);
    else unpacker = createUnpacker(packing, file, (name) => openInside(name, 1));
    (plain ?? unpacker)?.push(bytes);
  }

  return {
    push(bytes) {
      packed += bytes.length;
      if (head === null) {
        (plain ?? unpacker)?.push(bytes);
        return;
      }
      const both = new Uint8Array(head.length + bytes.length);
      both.set(head);
      both.set(bytes, head.length);
      head = both;
      if (both.length >= 4) begin(both);
    },
    end() {
      if (head !== null) begin(head);
      plain?.end();
      const whole = unpacker?.end() ?? true;
      const archive = unpacker !== null;
      if (tooLarge) return { file, archive, results: [fileError('file', words.files.tooLarge)] };
      if (!whole) return { file, archive, results: [fileError('file', words.files.damagedArchive)] };
      const { nothingInside } = words.files;
      if (results.length === 0 || workbook)
        return {
          file,
          archive,
          results: [
            fileError(
              'columns',
              workbook ? words.files.workbook : tooDeep ? words.files.tooDeep : nothingInside,
            ),
          ],
        };
      if (kind !== null && results.every(({ ok }) => !ok))
        return { file, archive, results: [fileError('file', kind)] };
      return { file, archive, results };
    },
  };
}

function createText(name: string, results: TableResult[]): Entry {
  const text = createTextStream();
  const table = createTableFile(name);
  let json: string | null = null;
  let begun = false;

  const take = (piece: string): void => {
    if (!begun && piece.trim() !== '') {
      begun = true;
      if (/^\ufeff?\s*[[{]/.test(piece)) json = '';
    }
    if (json === null) table.push(piece);
    else if (json.length < MOST_JSON) json += piece;
  };

  return {
    push: (bytes) => take(text.push(bytes)),
    end() {
      take(text.end());
      if (json === null) results.push(table.end());
      else results.push(...readJson(json, name));
    },
  };
}

function readJson(json: string, name: string): TableResult[] {
  const list = readJsonList(json);
  const entries = list?.entries ?? [];
  const [one, other] = movesenseSensors(entries);
  if (one !== undefined && other !== undefined)
    return [fileError('columns', words.files.twoSensorsIn(one, other))];
  const movesense = readMovesenseJson(entries, name);
  const tables = movesense.length > 0 ? movesense : readSensorLoggerJson(entries);
  if (tables.length === 0) return [fileError('columns', words.files.notJson)];
  const remarks = list?.cut ? [words.files.unfinished] : [];
  return tables.map((table, i) => ({ ok: true, table: i === 0 ? { ...table, remarks } : table }));
}
