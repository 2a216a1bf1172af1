import { parseSync } from 'vite';

export interface FunctionLength {
  readonly name: string;
  readonly lines: number;
}

/** The functions of a file that are longer than `most` lines. A method has the name of its key, an arrow that of its variable. */
export function longFunctions(file: string, text: string, most: number): FunctionLength[] {
  const long: FunctionLength[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const visit = (node: unknown, around: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each, around);
      return;
    }
    const { type, start, end, id, key, body } = node as Partial<Node>;
    const name = id?.name ?? key?.name ?? around;
    if (type !== undefined && start !== undefined && end !== undefined && FUNCTION.test(type) && body) {
      const lines = lineAt(end) - lineAt(start) + 1;
      if (lines > most) long.push({ name, lines });
    }
    for (const child of Object.values(node)) visit(child, name);
  };
  visit(parseSync(file, text).program, file);
  return long;
}

const FUNCTION = /^(Function|ArrowFunction)/;

/** As much of a node of the syntax tree (ESTree) as is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id: { readonly name?: string } | null;
  readonly key: { readonly name?: string };
  readonly body: unknown;
}
