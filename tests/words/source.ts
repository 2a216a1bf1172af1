import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** A node of the syntax tree, as far as these tests look at it. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Source {
  readonly file: string;
  readonly program: Node;
  /** 1-based. */
  readonly lineOf: (node: Node) => number;
}

/** Every source of these folders but the catalogue itself, parsed. */
export function sourcesOf(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/words/'))
      .map((file) => {
        const text = readFileSync(path.join(root, file), 'utf8');
        return {
          file,
          program: parseSync(file, text).program as unknown as Node,
          lineOf: (node) => text.slice(0, node.start as number).split('\n').length,
        };
      }),
  );
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** Depth first; `enter` answers whether to look inside. */
export function walk(node: Node, enter: (node: Node) => boolean): void {
  if (enter(node)) for (const child of childrenOf(node)) walk(child, enter);
}
