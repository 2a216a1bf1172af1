import type { Import } from './imports.ts';

/** Files that import one another round a circle, types included. */
export const fileCircles = (imports: readonly Import[]): string[][] =>
  circles(imports.map(({ file, from }) => [file, from]));

/**
 * Rooms that know one another round a circle, folder by folder: in each, every file that lies there is one
 * thing and every folder with all that is in it another. So what stands above the rooms (`station.ts`) and
 * what stands below them (`clock.ts`) may lie beside them.
 */
export function roomCircles(imports: readonly Import[]): string[][] {
  const inside = new Map<string, [string, string][]>();
  for (const { file, from } of imports) {
    const a = file.split('/');
    const b = from.split('/');
    let depth = 0;
    while (depth < a.length && a[depth] === b[depth]) depth++;
    // a package, or a file that imports itself
    if (depth === a.length || (depth === 0 && b.length === 1)) continue;
    const folder = a.slice(0, depth).join('/');
    const edge: [string, string] = [a.slice(0, depth + 1).join('/'), b.slice(0, depth + 1).join('/')];
    inside.set(folder, [...(inside.get(folder) ?? []), edge]);
  }
  return [...inside.values()].flatMap(circles);
}

/** The circles of a graph given by its arrows, each sorted: Tarjan's strongly connected components. */
function circles(arrows: readonly (readonly [string, string])[]): string[][] {
  const graph = new Map<string, Set<string>>();
  for (const [a, b] of arrows) graph.set(a, (graph.get(a) ?? new Set()).add(b));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) as number);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
    }
    if (low.get(node) !== order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1 || graph.get(node)?.has(node)) found.push(circle.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}
