import { LIFT_IDS } from '../../../src/lifts/lift.ts';
import type { Command } from '../command.ts';
import { dataWords } from '../people-commands.ts';

const text = { type: 'string' } as const;

export const reportCommand: Command = {
  usage:
    'report --athlete NAME --pdf FILE [--of session|weeks] [--lift ID] [--variation ID] [--side left|right] [--chromium PATH] [--data FOLDER]',
  what:
    'Print the page an athlete is handed as PDF: their last session or their last twelve weeks of one lift. ' +
    'It is made by a Chromium, Chrome or Edge of this computer.',
  options: {
    athlete: text,
    pdf: text,
    of: text,
    lift: text,
    variation: text,
    side: text,
    chromium: text,
    data: text,
  },
  words: {
    athlete: 'whose page',
    pdf: 'where it is put; a file that is there is replaced',
    of: 'session (default) or weeks',
    lift: `${LIFT_IDS.join(', ')}; default: what they lifted last`,
    variation: 'variation of the lift; default: its first',
    side: 'left or right, of a lift on one side',
    chromium: 'the program that prints; default: the first that is found on the PATH or in the usual places',
    data: dataWords,
  },
  run: async (values) => (await import('./report.ts')).report(values),
};
