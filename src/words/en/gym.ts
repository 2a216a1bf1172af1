import { counted, whole } from './locale.ts';

const SETS = { one: 'set', other: 'sets' };
const CHANGES = { one: 'other change', other: 'other changes' };
const MINUTES = { one: 'minute', other: 'minutes' };
const MINUTE_MS = 60_000;

/** A gym of many stations: Settings, and what is wrong with the line to its database. */
export const gym = {
  title: 'Gym',
  aloneHint:
    'One station by itself. Stations of a gym share athletes, ranges and sets: whoever runs the gym’s database gives you a code.',
  code: 'Invitation code',
  join: 'Join',
  joinHint: 'All athletes and sets of this station become part of the gym, and those of the gym come here.',
  joined: (name: string) => `This station belongs to ${name} now.`,
  leave: 'Leave the gym',
  leaveSure: 'Really leave',
  leaveHint: 'The gym keeps what it has, this station keeps what is here.',
  memberOf: (name: string) => `A station of ${name}.`,
  connecting: 'Looking for the gym …',
  here: 'Everything is shared.',
  telling: 'Sharing …',
  away: (since: string) => `The gym has been away since ${since}. This station goes on by itself.`,
  awayNow: 'The gym is away. This station goes on by itself and shares later: see Settings.',
  waits: (sets: number, changes: number) =>
    `Waiting to be shared: ${[
      ...(sets > 0 ? [counted(sets, SETS)] : []),
      ...(changes > 0 ? [counted(changes, CHANGES)] : []),
    ].join(' and ')}.`,
  clockOff: (ahead_ms: number) =>
    `This computer’s clock is ${counted(Math.round(Math.abs(ahead_ms) / MINUTE_MS), MINUTES)} ${
      ahead_ms > 0 ? 'behind' : 'ahead of'
    } the gym’s. Set it right: sets carry its times.`,
  refused: (why: string) => `The gym does not take one of the changes of this station: ${why}`,
  badCode: 'This is no invitation code. Ask for a new one, and paste all of it.',
  inAGym: 'This station belongs to a gym already. Leave that one first.',
  wasMember:
    'A backup was restored that is older than this station’s place in the gym. It shares nothing now. If it goes on in the gym, what the gym has of an athlete or a set counts; sets that only the backup has become part of it.',
  goOn: 'Go on in the gym',
  alone: 'This station belongs to no gym.',
  trouble: {
    password:
      'The gym’s database refuses this station’s password. Leave the gym and join it again with a new code.',
    notAllowed:
      'The gym’s database does not let this station in: the invitation was used or is too old, or the station was removed.',
    notPrepared:
      'This database holds no gym, or this account may not use it. Prepare it with lockout gym init.',
    noDatabase: 'The database server has no database of this name.',
    full: 'The disk of the gym’s database is full.',
    busy: 'The gym’s database is too busy.',
    stopped: 'The gym’s database is being stopped or restarted.',
    unknownAddress: 'The address of the gym’s database is not known on this network.',
    away: 'The gym’s database does not answer.',
    newer: 'The gym was prepared by a newer Lockout. Update this station.',
  },
  admin: {
    badAddress: 'A database address looks like postgres://user:password@host/database.',
    noStation: 'There is no station of this number. See lockout gym stations.',
    noGym: 'There is no gym in this database yet. Make one with lockout gym init.',
    noSuchGym: (name: string) => `There is no gym "${name}" in this database.`,
    manyGyms: 'There is more than one gym in this database: say which with --gym.',
    made: (name: string) => `${name} is ready. Invite its stations with lockout gym invite.`,
    there: (name: string) => `${name} was there already; its database is up to date.`,
    invited: (name: string, hours: number) =>
      `For one station of ${name}, within ${whole(hours)} hours. Paste it in Settings, Gym, or after lockout gym join:`,
    removed: (name: string) => `${name} has no access any more. What it brought stays.`,
    states: { invited: 'invited', joined: 'joined', removed: 'removed' },
  },
};
