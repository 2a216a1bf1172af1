/** What stands for what was taken out. */
const OUT = '…';

/** Texts that tell of people, and what stands for each. */
export type Private = readonly (readonly [text: string, instead: string])[];

/** Whatever stands in quotes was typed by somebody, or is a name. */
const QUOTED = /"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|`[^`\n]*`|'[^'\n]*'/g;
const ADDRESSES: readonly RegExp[] = [
  /\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/gi, // of a radio
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, // what macOS gives instead of one
  /\b[0-9a-f]{12}\b/gi, // as noble writes it
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}\b/gi, // IPv6
  /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi,
];
/** What the network could not find, by its name. */
const HOST_NOT_FOUND = /\b(ENOTFOUND|EAI_AGAIN) \S+/g;
/** A name this short is part of many words, and taken out only where it stands by itself; chosen here. */
const SHORT = 3;

/**
 * A line of the log without what tells who trains here: names that are stored, whole and in parts; everything in quotes; the
 * addresses of radios, computers and people; whose folder it is.
 */
export function scrub(line: string, secrets: Private): string {
  let text = line;
  for (const [secret, instead] of secrets) text = text.replace(patternOf(secret), instead);
  text = text.replace(QUOTED, `"${OUT}"`).replace(HOST_NOT_FOUND, `$1 ${OUT}`);
  for (const address of ADDRESSES) text = text.replace(address, OUT);
  return text;
}

/** Longest first: a whole name before its parts. */
export const namesToHide = (names: readonly string[]): Private =>
  [...new Set(names.flatMap((name) => [name, ...name.split(/[\s,;/_-]+/)]))]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => [name, OUT] as const);

function patternOf(secret: string): RegExp {
  const plain = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(secret.length > SHORT ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu');
}
