import type { RepMotion } from '../../definition/lay-out.ts';
import type { MotionTrace } from '../../definition/trace.ts';
import type { SensorVector, Turn } from '../../measure/turning.ts';
import type { HistoryWindow } from '../motion/motion-history.ts';

/** How the sensor turned in one rep, as the causal attitude has it. */
export function turnInRep({ up }: HistoryWindow, rep: RepMotion): Turn {
  const at = (sample: number): SensorVector => [
    up[3 * sample] as number,
    up[3 * sample + 1] as number,
    up[3 * sample + 2] as number,
  ];
  return { rise_m: rep.rom_m, start: at(rep.concentric.start.sample), top: at(rep.top.sample) };
}

/** The motion of the place that the sensor sits off by a lever (sensor axes, m): lower by the lever's part along up. */
export function movedBy(trace: MotionTrace, { up }: HistoryWindow, [x, y, z]: SensorVector): MotionTrace {
  const { t_s } = trace;
  const last = t_s.length - 1;
  const higher = t_s.map(
    (_, i) => x * (up[3 * i] as number) + y * (up[3 * i + 1] as number) + z * (up[3 * i + 2] as number),
  );
  const faster = (i: number): number => {
    const a = Math.max(0, i - 1);
    const b = Math.min(last, i + 1);
    return ((higher[b] as number) - (higher[a] as number)) / ((t_s[b] as number) - (t_s[a] as number));
  };
  return {
    ...trace,
    height_m: trace.height_m.map((height, i) => height - (higher[i] as number)),
    velocity_mps: trace.velocity_mps.map((velocity, i) => velocity - faster(i)),
  };
}
