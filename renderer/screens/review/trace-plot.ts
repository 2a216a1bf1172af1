import uPlot from 'uplot';
import type { Rep } from '../../../src/contract/live-set.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { formatTick } from '../../format/format.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';
import { type Phase, phasesOf, spanOf, stretchOf } from './phases.ts';

/** Grey with a breath of colour: shading is paper, not a verdict. */
export const PHASE_SHADES: Readonly<Record<Phase, string>> = {
  concentric: '#1b2c3d',
  lockout: '#1c362e',
  eccentric: '#242a31',
  bottom: '#11161b',
};

export interface PlotRep {
  /** null: a failed attempt, nothing to select. */
  readonly id: number | null;
  readonly rep: Rep;
  readonly deleted: boolean;
  readonly mark: Mark;
}

export interface PlotState {
  readonly reps: readonly PlotRep[];
  readonly selected: number | null;
}

interface PlotOptions {
  readonly detail: SetDetail;
  readonly element: HTMLElement;
  readonly state: () => PlotState;
  readonly onHover: (
    at: { readonly t_s: number; readonly height_m: number; readonly velocity_mps: number } | null,
  ) => void;
  readonly onPick: (id: number) => void;
}

/** The set on paper: height and velocity over time, phases shaded, reps numbered. */
export function createTracePlot({ detail, element, state, onHover, onPick }: PlotOptions): uPlot {
  const { trace, reps, failed } = detail;
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const small_px = Math.max(11, window.innerHeight * 0.0155);
  const font = `500 ${small_px}px ${token('--font')}`;
  const axis = {
    stroke: token('--text-3'),
    font,
    labelFont: font,
    grid: { show: false },
    ticks: { show: false },
  };
  const repAt = (t_s: number): PlotRep | undefined =>
    state().reps.find(({ rep, id }) => {
      const { start_s, end_s } = spanOf(rep);
      return id !== null && t_s >= start_s && t_s <= end_s;
    });
  const [from_s, to_s] = stretchOf([...reps.map(({ rep }) => rep), ...failed], trace.t_s.at(-1) ?? 1);

  // Heights count from the lowest point on show: where the sensor's own zero is tells nobody anything.
  const shown = trace.height_m.filter((_, i) => (trace.t_s[i] ?? 0) >= from_s && (trace.t_s[i] ?? 0) <= to_s);
  const floor_m = shown.reduce((low, m) => Math.min(low, m), Number.POSITIVE_INFINITY);
  const heights_m = trace.height_m.map((m) => m - floor_m);

  return new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      padding: [small_px * 1.9, null, null, null],
      legend: { show: false },
      scales: { x: { time: false, range: [from_s, to_s] }, height: {}, velocity: {} },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: small_px * 0.7 } },
      axes: [
        {
          ...axis,
          space: small_px * 6,
          size: small_px * 2.4,
          values: (_, ticks) => ticks.map((tick) => `${formatTick(tick)} ${words.units.s}`),
        },
        {
          ...axis,
          scale: 'height',
          space: small_px * 3,
          size: small_px * 3.6,
          grid: { stroke: token('--line'), width: 1 },
          values: (_, ticks) => ticks.map(String),
        },
        { ...axis, scale: 'velocity', side: 1, space: small_px * 3, size: small_px * 3.6 },
      ],
      series: [
        {},
        {
          scale: 'height',
          stroke: token('--accent'),
          width: Math.max(2, small_px / 5),
          points: { show: false },
        },
        {
          scale: 'velocity',
          stroke: token('--text-2'),
          width: Math.max(1, small_px / 10),
          points: { show: false },
        },
      ],
      hooks: {
        drawClear: [(u) => shade(u, state(), small_px, token)],
        draw: [(u) => label(u, state(), small_px, token)],
        setCursor: [
          (u) => {
            const at = u.cursor.idx;
            const t_s = at == null ? undefined : trace.t_s[at];
            onHover(
              at == null || t_s === undefined
                ? null
                : { t_s, height_m: heights_m[at] ?? 0, velocity_mps: trace.velocity_mps[at] ?? 0 },
            );
          },
        ],
        ready: [
          (u) =>
            u.over.addEventListener('click', () => {
              const t_s = trace.t_s[u.cursor.idx ?? -1];
              const hit = t_s === undefined ? undefined : repAt(t_s);
              if (hit?.id != null) onPick(hit.id);
            }),
        ],
      },
    },
    [trace.t_s as number[], heights_m.map((m) => m * 100), trace.velocity_mps as number[]],
    element,
  );
}

type Token = (name: string) => string;

function shade(u: uPlot, { reps, selected }: PlotState, small_px: number, token: Token): void {
  const { ctx, bbox } = u;
  const x = (t_s: number): number => u.valToPos(t_s, 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, 0, bbox.width, bbox.top + bbox.height);
  ctx.clip();
  for (const { rep, id, deleted } of reps) {
    ctx.globalAlpha = deleted ? 0.35 : 1;
    for (const { phase, start_s, end_s } of phasesOf(rep)) {
      ctx.fillStyle = PHASE_SHADES[phase];
      ctx.fillRect(x(start_s), bbox.top, x(end_s) - x(start_s), bbox.height);
    }
    if (id === null || id !== selected) continue;
    const { start_s, end_s } = spanOf(rep);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = token('--accent');
    ctx.lineWidth = Math.max(2, small_px / 6) * devicePixelRatio;
    ctx.strokeRect(x(start_s), bbox.top, x(end_s) - x(start_s), bbox.height);
  }
  ctx.restore();
}

/** Rep numbers above the paper in the colour of their range; the chosen rep's phases in words. */
function label(u: uPlot, { reps, selected }: PlotState, small_px: number, token: Token): void {
  const { ctx, bbox } = u;
  const px = small_px * devicePixelRatio;
  const x = (t_s: number): number => u.valToPos(t_s, 'x', true);
  ctx.save();
  ctx.textAlign = 'center';
  for (const { rep, id, deleted, mark } of reps) {
    const { start_s, end_s } = spanOf(rep);
    const chosen = id !== null && id === selected;
    ctx.font = `${chosen ? 700 : 600} ${px * 1.15}px ${token('--font')}`;
    ctx.fillStyle = deleted ? token('--text-3') : token(MARK_TOKENS[mark] ?? '--text-2');
    ctx.fillText(
      id === null ? '\u00d7' : String(rep.index),
      (x(start_s) + x(end_s)) / 2,
      bbox.top - px * 0.5,
    );
    if (!chosen) continue;
    ctx.font = `500 ${px}px ${token('--font')}`;
    ctx.fillStyle = token('--text-2');
    for (const { phase, start_s: from, end_s: to } of phasesOf(rep)) {
      const word = words.review.phases[phase];
      if (phase !== 'bottom' && ctx.measureText(word).width < x(to) - x(from))
        ctx.fillText(word, (x(from) + x(to)) / 2, bbox.top + bbox.height - px * 0.6);
    }
  }
  ctx.restore();
}

const MARK_TOKENS: Partial<Record<Mark, string>> = {
  full: '--full',
  short: '--short',
  partial: '--partial',
  unsure: '--unsure',
  failed: '--dropped',
};
