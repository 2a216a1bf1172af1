import type { ScoredSet } from './totals.ts';

/** The sets a developer should look at first: wrong counts, then the largest velocity errors. */
export function worstSets(sets: readonly ScoredSet[], count: number): string[] {
  const lines: { badness: number; line: string }[] = [];
  for (const { final, live } of sets) {
    if (final === null) continue;
    const worst = Math.max(0, ...final.errors.map((e) => Math.abs(e.mcv_mps ?? 0)));
    const rom = Math.max(0, ...final.errors.map((e) => Math.abs(e.rom_m ?? 0)));
    const hold = Math.max(0, ...final.errors.map((e) => Math.abs(e.hold_s ?? 0)));
    const wrong = final.missed + final.phantom;
    const liveWrong = live === null ? 0 : live.missed + live.phantom + live.falseHoldStarts;
    lines.push({
      badness: 1000 * wrong + 10 * worst + rom + hold + 0.5 * liveWrong,
      line: `seed ${final.seed}: missed ${final.missed}, phantom ${final.phantom}, worst MCV ${worst.toFixed(3)} m/s, ROM ${(100 * rom).toFixed(1)} cm, hold ${(1000 * hold).toFixed(0)} ms${live === null ? '' : `; live missed ${live.missed}, phantom ${live.phantom}, false holds ${live.falseHoldStarts}`}`,
    });
  }
  return lines
    .sort((a, b) => b.badness - a.badness)
    .slice(0, count)
    .map(({ line }) => line);
}
