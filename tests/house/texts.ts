import path from 'node:path';

/** Clock, timers, dice and what belongs to Node or the page: the core has none of its own. */
const IMPURE =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|process\.|globalThis)/;

export const isPure = (text: string): boolean => !IMPURE.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) +([\w$]+)/gm;

/** Names a file declares and exports; what it only hands on is declared elsewhere. */
export const exportedNames = (text: string): Set<string> =>
  new Set([...text.matchAll(DECLARED)].map((match) => match[1] as string));

/** Names that mean two things: declared and exported in two files. "name: file, file" */
export function namesTwice(texts: ReadonlyMap<string, string>): string[] {
  const places = new Map<string, string[]>();
  for (const [file, text] of texts)
    for (const name of exportedNames(text)) places.set(name, [...(places.get(name) ?? []), file]);
  return [...places].filter(([, at]) => at.length > 1).map(([name, at]) => `${name}: ${at.join(', ')}`);
}

/** `signal-notes 1.9` is a document too. */
const DOCUMENT = /[\w./-]*[\w-]\.md\b|\b[a-z]+-notes\b(?!\.md)/g;
const LINK = /https?:\/\/\S+/g;

/** Documents a file speaks of that are not in the repository: "file <- document". */
export function missingDocuments(file: string, text: string, all: ReadonlySet<string>): string[] {
  const named = text.replace(LINK, '').match(DOCUMENT) ?? [];
  const names = new Set([...all].map((each) => path.posix.basename(each)));
  const isThere = (document: string): boolean =>
    all.has(path.posix.normalize(document)) ||
    all.has(path.posix.join(path.posix.dirname(file), document)) ||
    (!document.includes('/') && names.has(document));
  return [...new Set(named)].filter((each) => !isThere(each)).map((each) => `${file} <- ${each}`);
}
