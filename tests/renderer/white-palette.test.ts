import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string =>
  readFileSync(new URL(`../../renderer/${file}`, import.meta.url), 'utf8');

/** Colours set within the first block that has any, by name. */
function palette(css: string): Record<string, string> {
  const found = css.matchAll(/^\s*(--[\w-]+): (#[0-9a-f]+);/gm);
  return Object.fromEntries([...found].map(([, name = '', colour = '']) => [name, colour]));
}

test('what is seen of the paper page is what comes out of the printer: the same colours', () => {
  const printed = palette(read('ui/print.css'));
  const shown = palette(read('screens/paper/paper.module.css'));
  expect(Object.keys(shown).length).toBeGreaterThan(10);
  for (const [name, colour] of Object.entries(shown)) expect(printed[name], name).toBe(colour);
});
