/** A rep of the last session, drawn behind the one in its place. */
export interface GhostRep {
  readonly rom_m: number | null;
  readonly mcv_mps: number | null;
}

/** The last session before this one, of the same athlete, lift, variation and side. Warm-ups are left out. */
export interface LastTime {
  readonly at_epoch_ms: number;
  /** Its heaviest load; null: none was told. */
  readonly load_kg: number | null;
  /** Sets and mean velocity at that load. */
  readonly sets: number;
  readonly mean_mcv_mps: number | null;
  /** Of all its sets; null where nothing was judged. */
  readonly holds_met_pct: number | null;
  readonly full_pct: number | null;
  /** The same set of the last session with the load of now, rep by rep; empty: there is none. */
  readonly ghosts: readonly GhostRep[];
}
