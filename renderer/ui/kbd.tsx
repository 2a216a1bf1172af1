import { words } from '../../src/words/index.ts';

/** A key as printed on the keyboard: `name` as in the keyboard map ('a', 'Shift+a', 'Space'). */
export function Kbd({ name }: { readonly name: string }) {
  return <kbd>{keyCap(name)}</kbd>;
}

export function keyCap(name: string): string {
  return name
    .split('+')
    .map((part) => words.keyCaps[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
