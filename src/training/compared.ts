/** One set's numbers, over its reps that can be compared: half the way is another movement. null: not told. */
export interface SetFigures {
  /** Of the fastest rep. */
  readonly best_mcv_mps: number | null;
  readonly hold_s: number | null;
  readonly rom_m: number | null;
  readonly power_w: number | null;
  readonly reps: number;
}

export const FIGURES = ['best_mcv_mps', 'hold_s', 'rom_m', 'power_w', 'reps'] as const;
export type FigureName = (typeof FIGURES)[number];

/** A work set among those of one athlete, lift, variation, side and load. */
export interface SetAtLoad extends SetFigures {
  readonly set_id: number;
  readonly session_id: number;
  readonly at_epoch_ms: number;
  readonly peak_power_w: number | null;
}

/** A finished set beside what came before it at the same load. */
export interface ComparedSet {
  readonly figures: SetFigures;
  readonly peak_power_w: number | null;
  /** The set in the same place of the last session; null: there was none at this load. */
  readonly last: (SetFigures & { readonly at_epoch_ms: number }) | null;
  /** The best of each number in any earlier set; null: this is the first. */
  readonly best: SetFigures | null;
}

/** `sets` in the order they were lifted; null when the set is not among them: a warm-up, or taken away. */
export function comparedSet(set_id: number, sets: readonly SetAtLoad[]): ComparedSet | null {
  const at = sets.findIndex((set) => set.set_id === set_id);
  const set = sets[at];
  if (set === undefined) return null;
  const before = sets.slice(0, at);
  const place = before.filter(({ session_id }) => session_id === set.session_id).length;
  const earlier = before.filter(({ session_id }) => session_id !== set.session_id);
  const session = earlier.filter(({ session_id }) => session_id === earlier.at(-1)?.session_id);
  const last = session[Math.min(place, session.length - 1)];
  return {
    figures: figuresOf(set),
    peak_power_w: set.peak_power_w,
    last: last === undefined ? null : { ...figuresOf(last), at_epoch_ms: last.at_epoch_ms },
    best: before.length === 0 ? null : bestOf(before),
  };
}

const figuresOf = ({ best_mcv_mps, hold_s, rom_m, power_w, reps }: SetFigures): SetFigures => ({
  ...{ best_mcv_mps, hold_s, rom_m, power_w, reps },
});

function bestOf(sets: readonly SetAtLoad[]): SetFigures {
  const most = (name: FigureName): number | null => {
    const told = sets.flatMap((set) => set[name] ?? []);
    return told.length === 0 ? null : Math.max(...told);
  };
  return {
    best_mcv_mps: most('best_mcv_mps'),
    hold_s: most('hold_s'),
    rom_m: most('rom_m'),
    power_w: most('power_w'),
    reps: most('reps') ?? 0,
  };
}
