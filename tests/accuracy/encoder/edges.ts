import { agreementOf } from './agreement.ts';
import type { ComparedSet, EncoderPair } from './compare.ts';

/**
 * No encoder's maker publishes where its concentric begins and ends. Here ours is cut at other velocities, to see whether
 * one of them explains what is left: last moment before the peak at or below `start_mps`, first after it at or below `end_mps`.
 */
const EDGES: readonly (readonly [start_mps: number, end_mps: number])[] = [
  [0, 0],
  [0.01, 0.01],
  [0.02, 0.02],
  [0.03, 0.03],
  [0.05, 0.05],
  [0.1, 0.1],
];

/** Mean velocity between the moments at which the bar passes two velocities on both sides of its peak, m/s. */
function meanBetween({ ours, trace }: EncoderPair, start_mps: number, end_mps: number): number {
  const { t_s, height_m, velocity_mps: v } = trace;
  const at = (list: Float64Array, i: number): number => list[i] as number;
  let peak = t_s.findIndex((t) => t >= ours.concentric.start_s);
  for (let i = peak; i < t_s.length && at(t_s, i) <= ours.concentric.end_s; i++)
    if (at(v, i) > at(v, peak)) peak = i;
  let from = peak;
  while (from > 0 && at(v, from - 1) > start_mps) from--;
  let to = peak;
  while (to < t_s.length - 1 && at(v, to + 1) > end_mps) to++;
  return (at(height_m, to) - at(height_m, from)) / Math.max(1e-3, at(t_s, to) - at(t_s, from));
}

/** Markdown: bias and scatter by lift for each pair of edges; the trace has the final result only. */
export function edgesTable(compared: readonly ComparedSet[]): string {
  const named = new Map<string, EncoderPair[]>();
  for (const { set, pairs } of compared) {
    const name = `${set.lift}, ${set.place}`;
    named.set(name, [...(named.get(name) ?? []), ...pairs]);
  }
  const cell = (pairs: readonly EncoderPair[], start: number, end: number): string => {
    const found = agreementOf(
      pairs.map((pair) => meanBetween(pair, start, end)),
      pairs.map((pair) => pair.theirs.mcv_mps),
    );
    return found === null ? '-' : `${found.bias.toFixed(3)} (${found.sd.toFixed(3)})`;
  };
  return [
    `| from, to m/s | ${EDGES.map(([start, end]) => `${start}, ${end}`).join(' | ')} |`,
    `|---|${EDGES.map(() => '---|').join('')}`,
    ...[...named].map(
      ([name, pairs]) => `| ${name} | ${EDGES.map(([start, end]) => cell(pairs, start, end)).join(' | ')} |`,
    ),
  ].join('\n');
}
