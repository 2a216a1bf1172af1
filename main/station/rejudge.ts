import type { Setup } from '../../src/contract/station.ts';
import type { Rep } from '../../src/reps/rep.ts';
import { judge } from '../../src/reps/verdicts.ts';

/**
 * A live rep judged again after athlete, lift or targets were corrected while its set runs. What needs the
 * samples (steadiness, the bottom it came from) keeps its earlier word; the end of the set looks again.
 */
export function rejudge(rep: Rep, { targets, reference }: Setup): Rep {
  const { flags } = rep.verdict;
  const verdict = judge(
    {
      rom_m: rep.rom_m,
      rom_sigma_m: rep.rom_sigma_m,
      hold_s: rep.lockout.hold_s,
      hold_sigma_s: rep.lockout.hold_sigma_s,
      eccentric_s: rep.eccentric?.duration_s ?? null,
      eccentric_peak_mps: rep.eccentric?.peak_mps ?? null,
      floor_contact: rep.bottom.floor_contact,
      known_bottom: false,
      tilt_deg: null,
      sway_m: null,
      failed: flags.includes('failed'),
    },
    targets,
    reference,
  );
  const kept = flags.filter((flag) => flag === 'over-extended' || flag === 'unsteady');
  return { ...rep, verdict: { ...verdict, flags: [...verdict.flags, ...kept] } };
}
