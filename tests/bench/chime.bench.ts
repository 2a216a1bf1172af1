import { type ChimeScore, scoreChimes } from '../station/chimes.ts';

const SETS = 40;

/** When the "met" chime sounds, against the true moment, through the whole station in virtual time. */
export default async function bench() {
  const rows = [
    row('sensor clock, 8-sample notifications', await scoreChimes(SETS, false)),
    row('arrival times, bursts of 4 to 16', await scoreChimes(SETS, true)),
  ];
  return { title: `Met chime: ${SETS} simulated sets of 6 holds of 0.4 to 1.8 s, target 1 s`, rows };
}

function row(delivery: string, score: ChimeScore): Record<string, string | number> {
  const at = (p: number): string =>
    (score.late_ms[Math.round(p * (score.late_ms.length - 1))] ?? Number.NaN).toFixed(0);
  const within = score.late_ms.filter((ms) => Math.abs(ms) <= 100).length;
  return {
    delivery,
    'holds kept': score.held,
    'chimes heard': score.heard,
    'within 100 ms': within,
    'late p5/p50/p95 ms': `${at(0.05)} / ${at(0.5)} / ${at(0.95)}`,
    'holds too short': score.short,
    'false chimes': score.falseChimes,
    'of those more than 100 ms short': score.false_short_ms.filter((ms) => ms > 100).length,
  };
}
