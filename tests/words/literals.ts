import { childrenOf, type Node, type Source } from './source.ts';

export interface Literal {
  readonly at: string;
  readonly text: string;
  /** Where it stands: the names of the attribute, the function or the class it is given to, innermost last. */
  readonly within: readonly string[];
}

/** Every piece of text written in a source: strings, the fixed parts of templates, text between tags. */
export function literalsIn({ file, program, lineOf }: Source): Literal[] {
  const found: Literal[] = [];
  const visit = (node: Node, within: readonly string[]): void => {
    if (/^(Import|Export(All|Named))Declaration$/.test(node.type) && node.source) return;
    if (/^TS(TypeAlias|Interface)Declaration$|^TSTypeAnnotation$|^TSAs/.test(node.type) && !node.expression)
      return;
    const text = textOf(node);
    if (text !== null) found.push({ at: `${file}:${lineOf(node)}`, text, within });
    const name = nameOf(node);
    for (const child of childrenOf(node)) visit(child, name === null ? within : [...within, name]);
  };
  visit(program, []);
  return found;
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'JSXText') return node.value as string;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

function nameOf(node: Node): string | null {
  const name = (of: unknown): string => String((of as { name?: unknown }).name ?? '');
  switch (node.type) {
    case 'JSXAttribute':
      return `@${name(node.name)}`;
    case 'JSXElement':
      return '<>';
    case 'NewExpression':
      return `new ${name(node.callee)}`;
    case 'CallExpression': {
      const callee = node.callee as Node;
      return `${name(callee.type === 'MemberExpression' ? callee.property : callee)}()`;
    }
    case 'BinaryExpression':
      return 'comparison';
    case 'Property':
      return `${name(node.key)}:`;
    default:
      return null;
  }
}
