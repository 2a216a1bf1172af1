import type { ImportedPart } from '../../../src/contract/importing.ts';
import type { Recording } from '../../../src/recording/samples.ts';
import type { RecordedSet } from './analyze-parts.ts';

/** Points a picture of this width can show. */
const POINTS = 480;

/** The length of the acceleration, g: of each stretch the point that is furthest from rest, so that no knock is lost. */
export function forceOf({ t_s, accel_g }: Recording): { readonly t_s: number[]; readonly g: number[] } {
  const picked: { readonly t_s: number[]; readonly g: number[] } = { t_s: [], g: [] };
  const step = Math.max(1, Math.ceil(t_s.length / POINTS));
  for (let from = 0; from < t_s.length; from += step) {
    let furthest = 1;
    for (let i = from; i < Math.min(from + step, t_s.length); i++) {
      const [x = 0, y = 0, z = 0] = accel_g.subarray(3 * i, 3 * i + 3);
      const g = Math.hypot(x, y, z);
      if (i === from || Math.abs(g - 1) > Math.abs(furthest - 1)) furthest = g;
    }
    picked.t_s.push(t_s[from] ?? 0);
    picked.g.push(furthest);
  }
  return picked;
}

export const partOf = ({ start_s, analysis }: RecordedSet): ImportedPart => ({
  start_s,
  reps: analysis.reps.map(({ mcv_mps, rom_m }) => ({ mcv_mps, rom_m })),
  quality: analysis.recording.quality,
  reasons: analysis.recording.reasons,
});
