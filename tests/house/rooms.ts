import type { Import } from './imports.ts';

/** What everything that says something needs, and what shows something to press. */
const SAID = 'src/words, type src/contract';
const SHOWN = `${SAID}, src/lifts, src/training, react, wouter, uplot, renderer/keys, renderer/state, \
renderer/format, renderer/sound, renderer/page, renderer/ui`;

/**
 * Who may import whom. A room takes from itself and from what is written beside it, with all that is inside;
 * of two rooms one within the other the inner one's line counts. `type`: types only, which are gone when the
 * programme runs. `lazy`: by `import()` when it is needed, or types. What is not written here is not allowed.
 */
export const ROOMS: Readonly<Record<string, string>> = {
  // the core: no Node, no page, no package but zod in the contract and what opens other tools' files
  'src/words': '',
  'src/lifts': '',
  'src/recording': 'src/words, src/lifts',
  'src/recording/table': 'papaparse',
  'src/recording/archive': 'fflate',
  'src/sensors': 'src/words, src/recording',
  'src/signal': 'src/words, src/recording',
  'src/reps': 'src/words, src/lifts, src/recording, src/signal',
  'src/training': 'src/words, src/lifts, src/reps',
  'src/contract': 'src/words, src/lifts, src/recording, src/signal, src/reps, src/training, zod',

  // what needs Node, SQLite, a radio or Electron
  'main/root.ts': 'node:',
  'main/secret.ts': 'node:',
  'main/ble': 'node:, src/words, src/recording, src/sensors',
  'main/ble/engines': 'node:, src/words, main/ble, lazy @abandonware/noble, lazy @stoprocent/noble',
  'main/store': 'node:, src, better-sqlite3, zod',
  'main/takeout': 'src/contract, src/words, main/store, write-excel-file, hyparquet-writer',
  'main/station': 'src, main/ble, main/store, main/takeout',
  'main/gym': 'node:, src/contract, src/words, main/secret.ts, main/store, lazy pg',
  'main/stream': 'node:, src/contract, src/words, main/secret.ts, main/store, ws',
  'main/log': 'node:, src/contract, src/reps, main/root.ts, main/store',
  'main/workers': 'node:, src, main/store, main/station',
  'main/compose.ts':
    'node:, src/contract, src/words, main/root.ts, main/ble, main/store, main/station, main/gym, main/lan, \
main/log, main/stream, main/workers',
  'main/shell': 'node:, src/contract, type electron',
  'main/host': 'node:, src/contract, src/words, main/secret.ts, main/shell',
  'main/lan':
    'node:, src/contract, src/words, main/secret.ts, main/store, main/shell, main/host, lean-qr, zod',
  'main/host.ts':
    'node:, src/contract, src/words, main/root.ts, main/compose.ts, main/shell, main/host, main/lan',
  'main/start': 'node:, main/host.ts',
  'main/cli':
    'node:, src, main/root.ts, main/ble, main/store, main/station, main/takeout, main/gym, main/lan, main/host.ts',
  'main/package': 'node:, main/root.ts, playwright-core',
  'main/cli.ts': 'node:, main/cli',
  'main/preload.ts': 'electron, type src/contract',
  'main/index.ts': 'node:, electron, src/words, main/root.ts, main/ble, main/compose.ts, main/shell',

  // the page: of the contract it takes types; what happens it is told over the bridge
  'renderer/keys': '',
  'renderer/state': 'react, type src/contract',
  'renderer/format': `${SAID}, src/lifts`,
  'renderer/sound': `${SAID}, react, renderer/state`,
  'renderer/page': `${SAID}, react, renderer/keys, renderer/state, renderer/sound`,
  'renderer/ui': `${SAID}, react, renderer/keys, renderer/state, renderer/format, renderer/page`,
  'renderer/parts': SHOWN,
  'renderer/screens': `${SHOWN}, renderer/parts`,
  'renderer/frame': `${SHOWN}, renderer/parts`,
  'renderer/main.tsx': 'react, react-dom, src/words, renderer/page, renderer/ui, renderer/frame',
};

/** Rooms of one folder that do not know one another at all. */
const APART = ['renderer/screens/*', 'src/reps/{live,whole-set}'];

/** The language is chosen in src/words/index.ts: the catalogues themselves are nobody else's. */
const CATALOGUES = 'src/words/en';

const within = (path: string, room: string): boolean =>
  path === room || path.startsWith(room.endsWith(':') ? room : `${room}/`);

/** The innermost room a file is in. */
const roomOf = (file: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => within(file, room))
    .sort((a, b) => b.length - a.length)[0];

function isAllowed({ file, from, kind }: Import): boolean {
  const room = roomOf(file);
  if (room === undefined) return false;
  if (within(from, CATALOGUES) && room !== 'src/words') return false;
  return [room, ...(ROOMS[room] as string).split(', ')].some((entry) => {
    const [name = '', only] = entry.split(' ').reverse();
    if (name === '' || !within(from, name)) return false;
    return only === undefined || kind === 'type' || only === kind;
  });
}

/** Files of rooms that are to be apart, by the folder of each. */
function isTooNear({ file, from }: Import): boolean {
  return APART.some((pattern) => {
    const folder = pattern.slice(0, pattern.lastIndexOf('/'));
    const names = /\{(.*)\}/.exec(pattern)?.[1]?.split(',');
    const [a, b] = [file, from].map((path) =>
      within(path, folder) ? path.slice(folder.length + 1).split('/')[0] : undefined,
    );
    if (a === undefined || b === undefined || a === b) return false;
    return names === undefined || (names.includes(a) && names.includes(b));
  });
}

/** Imports the table does not allow, upward ones and unknown packages among them: "file <- what". */
export const trespasses = (imports: readonly Import[]): string[] => [
  ...new Set(
    imports
      .filter((each) => !isAllowed(each) || isTooNear(each))
      .map(({ file, from, kind }) => `${file} <- ${kind === 'value' ? '' : `${kind} `}${from}`),
  ),
];

/** All that comes along when a file is loaded and run: its imports, theirs, and those reached by `import()`. */
export function reachedFrom(file: string, imports: readonly Import[]): Set<string> {
  const reached = new Set([file]);
  for (const each of reached)
    for (const { from, kind } of imports.filter((i) => i.file === each))
      if (kind !== 'type') reached.add(from);
  return reached;
}
