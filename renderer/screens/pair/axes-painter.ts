import { words } from '../../../src/words/index.ts';
import { formatReading } from '../../format/format.ts';
import { AXES_WINDOW_S, type AxesReading, type AxesRing } from './axes-ring.ts';

/** x, y, z: three lightnesses of the live signal's colour, and a letter at each line's end. */
const LINES = ['#59b8ff', '#d3eaff', '#2d86c9'] as const;
const NAMES = ['x', 'y', 'z'] as const;
/** Without movement the paper shows at least this much: noise must not look like a lift. */
const LEAST = { accel_g: 1.2, gyro_dps: 30 };
/** Full scale shrinks no faster than this share of the difference per frame. */
const FOLLOW = 0.08;
/** A pause longer than this breaks the line, ms. */
const PAUSE_MS = 700;

interface Band {
  readonly title: string;
  readonly of: (reading: AxesReading) => readonly number[] | null;
  readonly format: (value: number) => string;
  readonly least: number;
  full: number;
}

/** Draws acceleration above and rotation below, newest at the right. Sizes follow the canvas. */
export function createAxesPainter(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
  const style = getComputedStyle(canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const [ground, text, font] = [token('--line'), token('--text-3'), token('--font')];
  const bands: readonly Band[] = [
    {
      title: words.pair.accel,
      of: (reading) => reading.accel_g,
      format: formatReading(2),
      least: LEAST.accel_g,
      full: LEAST.accel_g,
    },
    {
      title: words.pair.gyro,
      of: (reading) => reading.gyro_dps,
      format: formatReading(0),
      least: LEAST.gyro_dps,
      full: LEAST.gyro_dps,
    },
  ];

  return {
    paint(ring: AxesRing, now_ms: number): void {
      const { width, height } = canvas;
      context.clearRect(0, 0, width, height);
      const size = Math.max(11 * devicePixelRatio, height / 22);
      const right = size * 5.2;
      const from_ms = now_ms - AXES_WINDOW_S * 1000;
      const readings = ring.since(from_ms);
      bands.forEach((band, index) => {
        const top = (height / 2) * index;
        drawBand(band, readings, { top, tall: height / 2, wide: width - right, size, from_ms });
      });
    },
  };

  function drawBand(
    band: Band,
    readings: readonly AxesReading[],
    box: { top: number; tall: number; wide: number; size: number; from_ms: number },
  ): void {
    const { top, tall, wide, size, from_ms } = box;
    let peak = band.least;
    for (const reading of readings)
      for (const value of band.of(reading) ?? []) peak = Math.max(peak, Math.abs(value));
    band.full = peak > band.full ? peak : band.full + (peak - band.full) * FOLLOW;
    const middle = top + size * 1.6 + (tall - size * 2.2) / 2;
    const half = (tall - size * 2.2) / 2;
    const y = (value: number): number => middle - (value / band.full) * half;
    const x = (at_ms: number): number => ((at_ms - from_ms) / (AXES_WINDOW_S * 1000)) * wide;

    context.font = `500 ${size}px ${font}`;
    context.textBaseline = 'alphabetic';
    context.fillStyle = text;
    const last = readings.at(-1);
    const none = last !== undefined && band.of(last) === null;
    context.fillText(none ? words.pair.gyroNone : band.title, 0, top + size);
    context.strokeStyle = ground;
    context.lineWidth = devicePixelRatio;
    context.beginPath();
    context.moveTo(0, middle);
    context.lineTo(wide, middle);
    context.stroke();
    if (!last || none) return;

    context.lineWidth = Math.max(2 * devicePixelRatio, size / 6);
    context.lineJoin = 'round';
    LINES.forEach((colour, axis) => {
      context.strokeStyle = colour;
      context.beginPath();
      let before_ms = Number.NEGATIVE_INFINITY;
      for (const reading of readings) {
        const value = band.of(reading)?.[axis];
        if (value === undefined) continue;
        if (reading.at_ms - before_ms > PAUSE_MS) context.moveTo(x(reading.at_ms), y(value));
        else context.lineTo(x(reading.at_ms), y(value));
        before_ms = reading.at_ms;
      }
      context.stroke();
      // numbers in three fixed places: labels at the lines' ends would run into one another
      context.fillStyle = colour;
      const value = band.of(last)?.[axis] ?? 0;
      context.fillText(
        `${NAMES[axis]} ${band.format(value)}`,
        wide + size * 0.6,
        middle + (axis - 1) * size * 1.35 + size * 0.35,
      );
    });
  }
}
