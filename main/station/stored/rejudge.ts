import type { Setup } from '../../../src/contract/setup.ts';
import { hasLockoutZone } from '../../../src/reps/measure/lockout-zone.ts';
import { judge } from '../../../src/reps/measure/verdicts.ts';
import type { Rep } from '../../../src/reps/rep.ts';

/**
 * A live rep judged again after athlete, lift or targets were corrected while its set runs: the causal path goes on
 * judging by what it was armed with. The end of the set looks again, with the samples.
 */
export function rejudge(rep: Rep, { lift, targets, reference }: Setup): Rep {
  const { flags } = rep.verdict;
  const verdict = judge(
    {
      rom_m: rep.rom_m,
      rom_sigma_m: rep.rom_repeat_sigma_m,
      hold_s: rep.lockout.hold_s,
      hold_sigma_s: rep.lockout.hold_sigma_s,
      eccentric_s: rep.eccentric?.duration_s ?? null,
      eccentric_peak_mps: rep.eccentric?.peak_mps ?? null,
      floor_contact: rep.bottom.floor_contact,
      // only a rep that began at a known bottom was called over-extended; of the others nobody knows any more
      known_bottom: flags.includes('over-extended'),
      // needs the whole set (src/reps/steadiness/steadiness.ts)
      tilt_deg: null,
      sway_m: null,
      pulsed: flags.includes('pulsed'),
      failed: flags.includes('failed'),
      has_lockout_zone: hasLockoutZone(lift, targets),
    },
    targets,
    reference,
  );
  return { ...rep, verdict };
}
