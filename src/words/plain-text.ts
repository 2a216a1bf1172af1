// What people type and sensors send is shown in lists, in the terminal and in tables of other programs: nothing in it may
// move a cursor, turn the direction of what follows, or be there without being seen.

/** Line breaks, tabs and every other control character. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * Halves of surrogate pairs, and what Unicode calls ignorable: marks of direction, spaces without width, fillers. Not the
 * joiners, and not the choice between a character and its picture: scripts and emoji need them.
 */
const UNSEEN = /\p{Cs}|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}/gu;
/** These where they do nothing: behind nothing, before nothing, in scripts that do not join. */
const IDLE =
  /(?<=^|[\s\p{P}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])(?:\u200c|\u200d|\ufe0e|\ufe0f)+|(?:\u200c|\u200d)+(?=\s|$)/gu;

/** One line, as it is read: without what is not seen, single spaces, composed letters. */
export const plainLine = (text: string): string =>
  text
    .replace(CONTROLS, ' ')
    .replace(UNSEEN, '')
    .replace(IDLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');

/** The same for a note, whose line breaks are meant. */
export const plainLines = (text: string): string =>
  text
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map(plainLine)
    .join('\n')
    .trim();

/** For a terminal: lines and columns stay, what would move its cursor or turn a text goes. */
export const printable = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, '').replace(UNSEEN, '');

/** How a text is quoted in a sentence: in one line, and no longer than this; chosen here to leave the sentence readable. */
const QUOTED = 60;

export function quoted(text: string): string {
  const line = plainLine(text);
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED).replace(/\p{Cs}$/u, '')}…`;
}
