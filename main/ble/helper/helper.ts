/**
 * The helper process: the one place where a Bluetooth library runs, because loading one can throw or
 * abort the process (noble does both on Linux without Bluetooth) and a blocked event loop loses data. It does what it is asked and
 * knows nothing of sensors; the station supervises it.
 */
import { monotonicClock } from '../clock.ts';
import { openAbandonware } from '../engines/abandonware.ts';
import type { OpenEngine } from '../engines/engine.ts';
import { openStoprocent } from '../engines/stoprocent.ts';
import { parentLine } from './parent-line.ts';
import { serveEngine } from './serve.ts';

const OPENERS: Readonly<Record<string, () => OpenEngine>> = {
  abandonware: openAbandonware,
  stoprocent: openStoprocent,
};

/** Time for a last message to leave before the process ends. */
const FAREWELL_MS = 50;

const line = parentLine();
const wanted = /^--engine=(.+)$/.exec(process.argv.find((each) => each.startsWith('--engine=')) ?? '')?.[1];

const die = (message: object) => {
  line.post(message);
  // @abandonware's native part aborts the process at exit when it could not open a socket: skip the exit handlers
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), FAREWELL_MS);
};

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN';
/** The first line: the loader's list of who required whom helps no coach. */
const textOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

process.on('uncaughtException', (error) => die({ broken: textOf(error) }));
process.on('unhandledRejection', (error) => die({ broken: textOf(error) }));

try {
  const open = OPENERS[wanted ?? ''];
  if (!open) throw new Error(`no engine "${wanted}"`);
  serveEngine(open(), line, monotonicClock);
} catch (error) {
  die({ unloadable: { code: codeOf(error), message: textOf(error) } });
}
