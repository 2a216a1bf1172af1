import { counted } from './locale.ts';

/** Where deleted sets and athletes lie for a while. */
export const bin = {
  title: 'Bin',
  hint: 'What you delete stays here for 30 days, in no list, trend or export. Then it goes for good.',
  empty: 'Nothing was deleted lately.',
  athlete: (name: string, sets: number) =>
    sets === 0 ? `${name}, without sets` : `${name}, with ${counted(sets, { one: 'set', other: 'sets' })}`,
  set: (athlete: string, lift: string, load: string, when: string) =>
    [athlete, lift, load, when].filter(Boolean).join(', '),
  goes: (day: string) => `goes for good on ${day}`,
  restore: 'Restore',
  restoreThat: (what: string) => `Restore: ${what}`,
  restored: (what: string) => `Restored: ${what}`,
  remove: 'Delete for good',
  removeThat: (what: string) => `Delete for good: ${what}`,
  removeAsk: (what: string) =>
    `Delete for good, now: ${what}? Nobody can bring it back. Backups made before still have it.`,
  removeSure: 'Yes, delete for good',
  removed: (what: string) => `Gone for good: ${what}`,
  toBin: 'Move to the bin',
};
