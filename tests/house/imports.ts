import path from 'node:path';

/** One import as it stands in a file: of a file of the house (its path) or of a package (its name). */
export interface Import {
  readonly file: string;
  readonly from: string;
  /** `type` is gone when the program runs; `lazy` is reached when its line is, if ever. */
  readonly kind: 'value' | 'type' | 'lazy';
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const CALLED = /(typeof )?\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, type imports and `import()` included. */
export function importsOf(file: string, text: string): Import[] {
  const source = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const from = (name: string): string =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  return [
    ...[...source.matchAll(STATIC)].map(
      ([, type, name]): Import => ({ file, from: from(name as string), kind: type ? 'type' : 'value' }),
    ),
    ...[...source.matchAll(CALLED)].map(
      ([, type, name]): Import => ({ file, from: from(name as string), kind: type ? 'type' : 'lazy' }),
    ),
  ];
}
