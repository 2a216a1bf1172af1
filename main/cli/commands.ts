import { LIFT_IDS } from '../../src/lifts/lift.ts';
import { MOUNTS } from '../../src/lifts/mount.ts';
import type { Command } from './command.ts';
import { dataWords, peopleCommands } from './people-commands.ts';
import { reportCommand } from './report/report-command.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const liftOptions = { lift: text, variation: text } as const;
const liftWords = {
  lift: `${LIFT_IDS.join(', ')}; default: ${LIFT_IDS[0]}`,
  variation: 'variation of the lift; default: its first, such as barbell',
} as const;

const READS =
  "It may be Lockout's own CSV or come from WitMotion, MetaBase, Movella DOT, Movesense (CSV, JSON), Polar Sensor Logger, " +
  'phyphox, Sensor Logger, SensorLog or an Apple watch, zipped or not; a second FILE where a tool writes the gyroscope apart.';

/** Every command; each loads what it needs when it runs, so that `analyze` never meets SQLite or a radio. */
export const commands: Readonly<Record<string, Command>> = {
  analyze: {
    usage:
      'analyze FILE [FILE] [--lift ID] [--variation ID] [--mount ID] [--load-kg N] [--reference-rom-m N] [--live] [--explain] [--json]',
    what: `Find and measure the reps in a recording and print them as JSON. ${READS}`,
    options: {
      ...liftOptions,
      mount: text,
      'load-kg': text,
      'reference-rom-m': text,
      live: flag,
      explain: flag,
      json: flag,
    },
    words: {
      ...liftWords,
      mount: `what the sensor sits on: ${MOUNTS.join(', ')}; seen where it spins when not said`,
      'load-kg': 'load on the bar, for power',
      'reference-rom-m': "the athlete's full range, m; without it range is not judged",
      live: 'what the station would have shown during the set, not after it',
      explain: 'a table of every movement of the bar and why it is no rep; with --json, as JSON',
      json: 'print JSON, which is the default without --explain',
    },
    run: async (values, positionals) => (await import('./analyze.ts')).analyze(values, positionals),
  },
  simulate: {
    usage: 'simulate [--lift ID] [--variation ID] [--reps N] [--seed N] [options] > recording.csv',
    what: 'Write a simulated set as a recording (CSV).',
    options: {
      ...liftOptions,
      reps: text,
      seed: text,
      'rom-m': text,
      'mcv-mps': text,
      'hold-s': text,
      'half-reps': text,
      failed: text,
      'rate-hz': text,
      ideal: flag,
      bursts: flag,
      truth: text,
    },
    words: {
      ...liftWords,
      reps: 'default 8',
      seed: 'the same seed gives the same set; default 1',
      'rom-m': 'full range of the lifter, m',
      'mcv-mps': 'mean velocity of the first rep, m/s',
      'hold-s': 'hold of every rep, s, or one for each: 1.2,0.4,1.1',
      'half-reps': 'which reps are half reps: 3,6',
      failed: 'failed attempts after the last rep',
      'rate-hz': 'samples per second; default 100',
      ideal: 'a sensor without errors',
      bursts: 'times of arrival over a bursty radio instead of the sensor’s own',
      truth: 'also write the true numbers of the set to this file (JSON)',
    },
    run: async (values) => (await import('./simulate.ts')).simulate(values),
  },
  export: {
    usage:
      'export [--format FORMAT] [--of TABLE] [--athlete NAME] [--group NAME] [--since DAY] [--until DAY] [--set NUMBER] ' +
      '[--bom] [--decimal comma] [--data FOLDER] > FILE',
    what:
      'Print a table (csv, parquet), a workbook (xlsx), sets as JSON (json), everything there is, to be read back without ' +
      'loss (everything), or the raw signal of one set (recording).',
    options: {
      format: text,
      of: text,
      athlete: text,
      group: text,
      since: text,
      until: text,
      set: text,
      bom: flag,
      decimal: text,
      data: text,
    },
    words: {
      format: 'csv (default), xlsx, parquet, json, everything or recording',
      of: 'reps (default), sets, sessions, athletes or imported, what came from other instruments (csv, parquet)',
      athlete: 'only this athlete',
      group: 'only the athletes of this group',
      since: 'from this day on, such as 2026-11-20 (csv, xlsx, parquet)',
      until: 'to this day, included (csv, xlsx, parquet)',
      set: 'only this set: its number in the export of reps (csv, xlsx, parquet, recording)',
      bom: 'a byte order mark, by which Excel reads accents (csv)',
      decimal: 'comma: decimal commas and semicolons, for the spreadsheets of many countries (csv)',
      data: dataWords,
    },
    run: async (values) => (await import('./export.ts')).exportData(values),
  },
  import: {
    usage:
      'import FILE [FILE] --athlete NAME [--lift ID] [--variation ID] [--mount ID] [--load-kg N] [--at TIME] [--accept] [--data FOLDER]\n' +
      'lockout import HISTORY [--athlete NAME] [--who PAIRS] [--exercise PAIRS] [--dates ORDER] [--units kg|lb] [--dry-run]\n' +
      'lockout import FILE --roster [--dry-run] [--data FOLDER]\n' +
      'lockout import --list | --undo NUMBER [--data FOLDER]',
    what:
      'Store a recording made elsewhere as a set of an athlete, a training history of Vitruve, GymAware, OpenBarbell, ' +
      `Strong, Hevy or FitNotes beside the sets, or the athletes of a list. ${READS}`,
    options: {
      ...liftOptions,
      athlete: text,
      mount: text,
      'load-kg': text,
      at: text,
      accept: flag,
      who: text,
      exercise: text,
      dates: text,
      units: text,
      roster: flag,
      'dry-run': flag,
      list: flag,
      undo: text,
      data: text,
    },
    words: {
      ...liftWords,
      athlete: 'whose sets they are, where the file does not say; a new name is added',
      mount: `what the sensor sat on: ${MOUNTS.join(', ')}`,
      'load-kg': 'load on the bar',
      at: 'when it was lifted; default: the date of the file',
      accept:
        'it moves trends, ranges and bests at once; left out: once somebody lets it count in its review',
      who: 'athletes for the names of a history: "Name in file=Athlete; ..."',
      exercise:
        'lifts for its exercises, remembered: "Box squat=squat; Kas=hip-thrust:kas-bridge; Pump=none"',
      dates: 'day-first or month-first, where the dates of a history do not tell',
      units: 'kg or lb, where a history does not say',
      roster:
        'FILE is a list of athletes: Name, or First name and Last name; Body mass (kg), Group, Birth year, Note',
      'dry-run': 'say what would be imported, and import nothing',
      list: 'what was imported',
      undo: 'take an import back, by its number',
      data: dataWords,
    },
    run: async (values, positionals) => {
      if (values.list === true) return (await import('./import-list.ts')).listImports(values);
      if (values.undo !== undefined) return (await import('./import-list.ts')).undoImport(values);
      return (await import('./import.ts')).importFiles(values, positionals);
    },
  },
  report: reportCommand,
  watch: {
    usage:
      'watch FOLDER [--athlete NAME] [--lift ID] [--variation ID] [--load-kg N] [--dates ORDER] [--units kg|lb] [--once] [--data FOLDER]',
    what:
      'Import every file put into a folder, as soon as it has stopped growing. Finished ones are moved to its subfolder ' +
      '"imported"; beside one that cannot be imported lies a text that says why. The same file never comes in twice.',
    options: {
      ...liftOptions,
      athlete: text,
      'load-kg': text,
      dates: text,
      units: text,
      once: flag,
      data: text,
    },
    words: {
      ...liftWords,
      athlete: 'whose sets they are, where the file does not say; a new name is added',
      'load-kg': 'load on the bar',
      dates: 'day-first or month-first, where the dates of a history do not tell',
      units: 'kg or lb, where a history does not say',
      once: 'stop when nothing is left to import',
      data: dataWords,
    },
    run: async (values, positionals) => (await import('./watch/watch.ts')).watch(values, positionals),
  },
  ...peopleCommands,
  gym: {
    usage:
      'gym init --database ADDRESS [--gym NAME]\n' +
      'lockout gym invite --database ADDRESS [--gym NAME] [--name STATION]\n' +
      'lockout gym stations --database ADDRESS\n' +
      'lockout gym remove NUMBER --database ADDRESS\n' +
      'lockout gym join CODE [--data FOLDER] | gym leave [--data FOLDER]',
    what: 'Share athletes and sets between the stations of a gym, through a PostgreSQL database (docs/gym.md).',
    options: { database: text, gym: text, name: text, data: text },
    words: {
      database:
        'postgres://user:password@host/database of somebody who may create roles; default: LOCKOUT_GYM_DATABASE',
      gym: 'name of the gym; needed where a database holds more than one',
      name: 'what the new station is called, such as "Rack 2"',
      data: dataWords,
    },
    run: async (values, positionals) => (await import('./gym.ts')).gymCommand(values, positionals),
  },
  doctor: {
    usage: 'doctor',
    what: 'Check whether this computer can reach sensors over Bluetooth, and what to do if not.',
    options: {},
    words: {},
    run: async () => (await import('./doctor.ts')).doctor(),
  },
  schema: {
    usage: 'schema [--of analysis|export]',
    what: 'Print the JSON Schema of the output of analyze, or of an export of everything.',
    options: { of: text },
    words: { of: 'analysis (default) or export' },
    run: async (values) => (await import('./schema.ts')).schema(values),
  },
  serve: {
    usage:
      'serve [--port N] [--data FOLDER]\n' +
      'lockout serve --lan [--lan-at ADDRESS,...] [--lan-port N] [--lan-role view|control] [--behind-proxy ORIGIN]',
    what:
      'Start the station for a browser on this computer, and print the address that lets one in. With --lan also for tablets ' +
      'and screens of the network that were paired by a code (docs/tablets.md).',
    options: {
      port: text,
      data: text,
      lan: flag,
      'lan-at': text,
      'lan-port': text,
      'lan-role': text,
      'behind-proxy': text,
    },
    words: {
      port: 'port on 127.0.0.1; default: any free one',
      data: dataWords,
      lan: 'open the station to paired devices of the network, encrypted',
      'lan-at': 'addresses of this computer to listen on; default: those in private networks',
      'lan-port': 'port for devices of the network; default: 8443',
      'lan-role': 'what the first pairing code is for; default: control',
      'behind-proxy':
        'plain http for a proxy that encrypts and shows the station as this origin; listens on 127.0.0.1',
    },
    run: async (values) => (await import('./serve.ts')).serve(values),
  },
};
