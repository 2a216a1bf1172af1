/**
 * The keyboard map, whole. One key per common action, so that a barcode-scanner-like remote can be
 * mapped to any of them; a presentation remote (Page Down, Page Up) ends a set and undoes a rep as it is.
 * What each action is called stands in `words.actionNames`.
 */
export const KEYMAP = {
  // go
  station: { keys: ['1'], group: 'go' },
  history: { keys: ['2'], group: 'go' },
  profile: { keys: ['3'], group: 'go' },
  team: { keys: ['t'], group: 'go' },
  athletes: { keys: ['4'], group: 'go' },
  sensors: { keys: ['5'], group: 'go' },
  settings: { keys: ['6'], group: 'go' },
  guide: { keys: ['7'], group: 'go' },
  import: { keys: ['i'], group: 'go' },
  // before a set
  athlete: { keys: ['a'], group: 'setup' },
  lift: { keys: ['l'], group: 'setup' },
  load: { keys: ['w'], group: 'setup' },
  goal: { keys: ['g'], group: 'setup' },
  side: { keys: ['s'], group: 'setup' },
  tonight: { keys: ['q'], group: 'setup' },
  warmUp: { keys: ['m'], group: 'setup' },
  nextSensor: { keys: ['r'], group: 'setup' },
  calibrate: { keys: ['c'], group: 'setup' },
  // during and after a set
  endSet: { keys: ['Space', 'PageDown'], group: 'set' },
  undo: { keys: ['u', 'PageUp'], group: 'set' },
  previousRep: { keys: ['ArrowLeft'], group: 'set' },
  nextRep: { keys: ['ArrowRight'], group: 'set' },
  deleteRep: { keys: ['Delete', 'Backspace'], group: 'set' },
  nextSet: { keys: ['n', 'Enter'], group: 'set' },
  review: { keys: ['v'], group: 'set' },
  previousSet: { keys: ['b'], group: 'set' },
  relabelAthlete: { keys: ['Shift+a'], group: 'set' },
  relabelLift: { keys: ['Shift+l'], group: 'set' },
  relabelLoad: { keys: ['Shift+w'], group: 'set' },
  // the view
  kiosk: { keys: ['k', 'F11'], group: 'view' },
  underBar: { keys: ['f'], group: 'view' },
  display: { keys: ['o'], group: 'view' },
  otherBar: { keys: ['x'], group: 'view' },
  sounds: { keys: ['p'], group: 'view' },
  shortcuts: { keys: ['?'], group: 'view' },
} as const satisfies Record<string, { keys: readonly string[]; group: KeyGroup }>;

export type KeyGroup = 'go' | 'setup' | 'set' | 'view';
export type Action = keyof typeof KEYMAP;

export const ACTIONS = Object.keys(KEYMAP) as Action[];

/** What a key press is called in the map: 'a', 'Shift+a', 'Space', '?'. null for what is never a shortcut. */
export function keyName(event: {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === ' ') return 'Space';
  // On a keyboard that writes another script the letter is taken from where the key is.
  const letter = /^[a-z]$/i.test(event.key) ? event.key : /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? `Shift+${letter.toLowerCase()}` : letter.toLowerCase();
  return event.key;
}

const byKey = new Map<string, Action>(
  ACTIONS.flatMap((action) => KEYMAP[action].keys.map((key): [string, Action] => [key, action])),
);
export const actionOf = (key: string): Action | null => byKey.get(key) ?? null;
