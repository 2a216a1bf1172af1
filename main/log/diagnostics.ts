import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { ALGORITHM } from '../../src/reps/version.ts';
import { findRoot, readVersion } from '../root.ts';
import type { Store } from '../store/types.ts';
import type { LogFile } from './log-file.ts';
import { namesToHide, type Private, scrub } from './scrub.ts';

/** Lines of the log that come along: what happened shortly before somebody asked; chosen here. */
const LINES = 40;

/** What a report of a fault needs, and nothing that tells of a person: versions, sizes, counts, and the last lines of the log. */
export function diagnosticsOf(store: Store, log: LogFile): string {
  const hidden = hiddenIn(store);
  const { electron, node, modules, v8 } = process.versions;
  const facts = {
    lockout: readVersion(),
    algorithm: ALGORITHM,
    runs_on: { node, electron: electron ?? null, modules, v8 },
    system: {
      platform: `${process.platform} ${process.arch}`,
      release: os.release(),
      cpus: os.availableParallelism(),
      cpu: os.cpus()[0]?.model ?? null,
      memory_mb: megabytes(os.totalmem()),
      memory_free_mb: megabytes(os.freemem()),
      memory_used_mb: megabytes(process.memoryUsage.rss()),
      running_s: Math.round(process.uptime()),
    },
    data: {
      ...store.info(),
      athletes: store.athletes.list().length,
      backups: store.backups().length,
      backups_bytes: store.backups().reduce((sum, { bytes }) => sum + bytes, 0),
      sets_to_recover: store.journals.recoverable().length,
      imports: store.imports.list().length,
    },
    sensors: store.sensors.known().map(({ family, calibration }) => ({
      family,
      calibrated: calibration !== null,
    })),
    notices: store.notices.map(({ message }) => scrub(message, hidden)),
    log: log.recent(LINES).map(({ at, level, text }) => `${at} ${level} ${scrub(text, hidden)}`),
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}

const BYTES_PER_MB = 1_000_000;
const megabytes = (bytes: number): number => Math.round(bytes / BYTES_PER_MB);

function hiddenIn(store: Store): Private {
  const root = findRoot();
  const names = [
    ...store.athletes.list().flatMap(({ name, group }) => [name, group ?? '']),
    ...store.bin.list().flatMap((entry) => (entry.kind === 'athlete' ? [entry.name] : [])),
    ...store.sensors
      .known()
      .flatMap((known) => [known.name, known.given_name ?? '', known.advertised_name ?? '']),
    ...store.imports.list().map(({ file }) => file),
    os.userInfo().username,
    os.hostname(),
  ];
  return [
    [pathToFileURL(root).href, '<lockout>'],
    [root, '<lockout>'],
    [store.folder, '<data>'],
    [os.homedir(), '<home>'],
    ...namesToHide(names),
  ];
}
