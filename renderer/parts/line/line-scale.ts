import type { LineReport, TrainingProfile } from '../../../src/training/profile.ts';
import type { Area } from '../plot/area.ts';

export interface LineScale {
  readonly from_kg: number;
  readonly to_kg: number;
  readonly slow_mps: number;
  readonly fast_mps: number;
  x(load_kg: number): number;
  y(mcv_mps: number): number;
}

/** All points, the bands and the interval of the 1RM are within; speed begins at 0, where nothing moves. */
export function lineScale(report: LineReport, { points, older }: TrainingProfile, area: Area): LineScale {
  const loads = [
    ...[...points, ...older].map(({ load_kg }) => load_kg),
    ...report.bands.map(({ load_kg }) => load_kg),
  ];
  const speeds = [
    ...[...points, ...older].map(({ mcv_mps }) => mcv_mps),
    ...report.bands.map(({ mcv_mps, day_mps }) => mcv_mps + day_mps),
  ];
  const room = 0.03 * (Math.max(...loads) - Math.min(...loads));
  const [from_kg, to_kg] = [Math.max(0, Math.min(...loads) - room), Math.max(...loads) + room];
  const [slow_mps, fast_mps] = [0, Math.max(...speeds) * 1.04];
  return {
    from_kg,
    to_kg,
    slow_mps,
    fast_mps,
    x: (kg) => area.left + ((kg - from_kg) / (to_kg - from_kg)) * (area.right - area.left),
    y: (mps) => area.bottom - ((mps - slow_mps) / (fast_mps - slow_mps)) * (area.bottom - area.top),
  };
}

/** Outline of a band: along its upper edge and back along the lower one. */
export function bandOutline(
  { bands }: LineReport,
  scale: LineScale,
  width: (place: LineReport['bands'][number]) => number,
): string {
  const edge = (sign: number) =>
    bands.map(
      (place) => `${scale.x(place.load_kg)},${scale.y(Math.max(0, place.mcv_mps + sign * width(place)))}`,
    );
  return [...edge(1), ...edge(-1).reverse()].join(' ');
}
