import type { Command } from './command.ts';

const text = { type: 'string' } as const;
export const dataWords = 'data folder; default: LOCKOUT_DATA, otherwise your user folder';

/** Who trains here, and what was deleted. */
export const peopleCommands: Readonly<Record<'athletes' | 'bin', Command>> = {
  athletes: {
    usage: 'athletes [--data FOLDER] | athletes archive|unarchive|delete NUMBER [--data FOLDER]',
    what: 'List the athletes, take one out of every list that somebody is chosen from, or move one to the bin.',
    options: { data: text },
    words: { data: dataWords },
    run: async (values, positionals) => (await import('./athletes.ts')).athletesCommand(values, positionals),
  },
  bin: {
    usage:
      'bin [--data FOLDER]\n' +
      'lockout bin restore athlete|set NUMBER [--data FOLDER]\n' +
      'lockout bin delete athlete|set NUMBER [--name NAME] [--data FOLDER]',
    what: 'List deleted athletes and sets, which stay for 30 days; bring one back, or delete it for good.',
    options: { name: text, data: text },
    words: { name: 'of an athlete who is to be deleted for good, exactly', data: dataWords },
    run: async (values, positionals) => (await import('./bin.ts')).binCommand(values, positionals),
  },
};
