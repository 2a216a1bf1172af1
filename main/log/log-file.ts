import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** A file of the log is set aside when it has this many bytes; chosen here: some ten thousand lines. */
const MOST_BYTES = 1_000_000;
/** How many that were set aside are kept; chosen here. */
const KEPT = 3;
const NAME = 'lockout.log';
/** A link under the log's name is not followed. Windows has no such flag. */
const APPEND = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);

export interface LogLine {
  readonly at: string;
  readonly level: 'info' | 'warn';
  readonly text: string;
}

/** `<data>/logs/lockout.log`: one JSON object a line, for nobody but the user it belongs to. */
export interface LogFile {
  write(level: LogLine['level'], text: string): void;
  /** The newest of the file that is written now, oldest first. */
  recent(most: number): LogLine[];
}

export function createLogFile(folder: string, now_epoch_ms: () => number, most_bytes = MOST_BYTES): LogFile {
  const logs = path.join(folder, 'logs');
  const file = path.join(logs, NAME);
  const rotate = (): void => {
    if (bytesOf(file) < most_bytes) return;
    for (let age = KEPT - 1; age >= 0; age--) {
      const from = age === 0 ? file : `${file}.${age}`;
      if (bytesOf(from) > 0) renameSync(from, `${file}.${age + 1}`);
    }
  };
  return {
    write(level, text) {
      const line: LogLine = { at: new Date(now_epoch_ms()).toISOString(), level, text };
      try {
        // the data folder itself is not made: where it is gone, nothing may take its place
        if (!existsSync(logs)) mkdirSync(logs, { mode: 0o700 });
        rotate();
        const open = openSync(file, APPEND, 0o600);
        writeSync(open, `${JSON.stringify(line)}\n`);
        closeSync(open);
      } catch {
        // a full or vanished disk is told on the screen; a log that cannot be written must not end anything
      }
    },
    recent(most) {
      try {
        return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-most).flatMap(lineOf);
      } catch {
        return [];
      }
    },
  };
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** None where the computer went down in the middle of it. */
function lineOf(text: string): LogLine[] {
  try {
    return [JSON.parse(text) as LogLine];
  } catch {
    return [];
  }
}
