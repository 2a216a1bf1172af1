import type { Rep } from '../../../src/contract/live-set.ts';

/** The shape of a rep from its own times and range: up, hold, down. Seconds from its first movement, m. */
export interface RepOutline {
  readonly points: readonly { readonly t_s: number; readonly h_m: number }[];
  readonly duration_s: number;
  /** Middle of the lockout. */
  readonly top_s: number;
  readonly rom_m: number;
  readonly hold_s: number | null;
}

/** Steps a rise or a fall is drawn in: smooth at any size it is shown. */
const STEPS = 16;

/** Rises and falls are drawn as half a cosine: a bar starts and stops softly. */
function ease(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}

/** A rep as it is asked for, for the illustration: slow, held, slow. */
export const IDEAL: RepOutline = outline({ rom_m: 0.3, up_s: 1.2, hold_s: 1, down_s: 1.6 });

export const repOutline = (rep: Rep): RepOutline =>
  outline({
    rom_m: rep.rom_m ?? 0,
    up_s: rep.concentric.duration_s,
    hold_s: rep.lockout.hold_s,
    down_s: rep.eccentric?.duration_s ?? 0,
  });

interface Phases {
  readonly rom_m: number;
  readonly up_s: number;
  readonly hold_s: number | null;
  readonly down_s: number;
}

function outline({ rom_m, up_s, hold_s, down_s }: Phases): RepOutline {
  const held_s = hold_s ?? 0;
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
  return {
    points: [
      ...steps.map((share) => ({ t_s: share * up_s, h_m: ease(share) * rom_m })),
      ...(down_s > 0
        ? steps.map((share) => ({ t_s: up_s + held_s + share * down_s, h_m: (1 - ease(share)) * rom_m }))
        : [{ t_s: up_s + held_s, h_m: rom_m }]),
    ],
    duration_s: up_s + held_s + down_s,
    top_s: up_s + held_s / 2,
    rom_m,
    hold_s,
  };
}
