import { childrenOf, type Node, type Source } from './source.ts';

/** What of the catalogue a source reads: `station.lost`; `lifts`, all of them, where one is picked by its id. */
export function usesIn({ program }: Source): Set<string> {
  const uses = new Set<string>();
  /** Names in this file that stand for a part of the catalogue: `words` itself, `const text = words.pair`. */
  const names = new Map<string, readonly string[]>([['words', []]]);

  const visit = (node: Node): void => {
    const part = partOf(node);
    if (part !== null) {
      if (part.path.length > 0) uses.add(part.path.join('.'));
      visitPicks(node);
    } else if (node.type === 'VariableDeclarator' && isNode(node.init)) {
      const given = partOf(node.init);
      if (given && !given.whole) name(node.id as Node, given.path);
      else visit(node.init);
    } else if (node.type === 'Property') {
      if (node.computed) visit(node.key as Node);
      visit(node.value as Node);
    } else if (node.type === 'MemberExpression') {
      visit(node.object as Node);
      if (node.computed) visit(node.property as Node);
    } else if (node.type !== 'ImportDeclaration') {
      for (const child of childrenOf(node)) visit(child);
    }
  };

  /** What is within the brackets of `words.lifts[...]`. */
  const visitPicks = (node: Node): void => {
    if (node.type !== 'MemberExpression') return;
    visitPicks(node.object as Node);
    if (node.computed) visit(node.property as Node);
  };

  const name = (target: Node, path: readonly string[]): void => {
    if (target.type === 'Identifier') names.set(target.name as string, path);
    if (target.type !== 'ObjectPattern') return;
    for (const { key, value } of target.properties as { key: Node; value: Node }[])
      name(value, [...path, key.name as string]);
  };

  /** `whole`: one of the part's entries is picked by an id, so all of them count. */
  const partOf = (node: Node): { path: readonly string[]; whole: boolean } | null => {
    if (node.type === 'Identifier') {
      const path = names.get(node.name as string);
      return path ? { path, whole: false } : null;
    }
    if (node.type !== 'MemberExpression') return null;
    const object = partOf(node.object as Node);
    if (object === null || object.whole) return object;
    const property = node.property as Node;
    if (!node.computed) return { path: [...object.path, property.name as string], whole: false };
    return typeof property.value === 'string'
      ? { path: [...object.path, property.value], whole: false }
      : { path: object.path, whole: true };
  };

  // twice: functions use names that are given below them
  visit(program);
  visit(program);
  return uses;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
