import { agreementOf } from './agreement.ts';
import type { EncoderPair } from './compare.ts';

const WIDTH = 720;
const HEIGHT = 400;
const EDGE = { left: 64, right: 16, top: 40, bottom: 48 };
const COLOURS: Readonly<Record<string, string>> = {
  row: '#0072b2',
  'bench-press': '#d55e00',
  'romanian-deadlift': '#cc79a7',
  squat: '#009e73',
  deadlift: '#e69f00',
};

export interface Quantity {
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  /** Ours and the encoder's, in `unit`. */
  of(pair: EncoderPair): readonly [number, number];
  /** Half the height of the picture, in `unit`. */
  readonly most: number;
}

/** A Bland-Altman picture as SVG: difference over mean, one colour a lift, bias and limits of agreement as lines. */
export function blandAltman(
  pairs: readonly EncoderPair[],
  { title, unit, digits, of, most }: Quantity,
): string {
  const points = pairs.map((pair) => {
    const [ours, theirs] = of(pair);
    return { x: (ours + theirs) / 2, y: ours - theirs, lift: pair.set.lift, place: pair.set.place };
  });
  const agreement = agreementOf(
    pairs.map((pair) => of(pair)[0]),
    pairs.map((pair) => of(pair)[1]),
  );
  const right = Math.max(...points.map((point) => point.x)) * 1.05;
  const px = (x: number): number => EDGE.left + (x / right) * (WIDTH - EDGE.left - EDGE.right);
  const py = (y: number): number => EDGE.top + ((most - y) / (2 * most)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const text = (x: number, y: number, said: string, extra = ''): string =>
    `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" ${extra}>${said}</text>`;
  const line = (y: number, said: string, dashes: string): string =>
    `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${py(y).toFixed(1)}" y2="${py(y).toFixed(1)}" stroke="#555" stroke-dasharray="${dashes}"/>` +
    text(WIDTH - EDGE.right, py(y) - 4, `${said} ${y.toFixed(digits)}`, 'text-anchor="end"');
  const lifts = [...new Set(points.map((point) => point.lift))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}: ours less the encoder, over the mean of both, ${unit}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(EDGE.left, 20, `${title}: ours less the encoder, over the mean of both, ${unit}`, 'font-size="14"'),
    ...[-1, -0.5, 0, 0.5, 1].map((share) =>
      text(EDGE.left - 8, py(share * most) + 4, (share * most).toFixed(digits), 'text-anchor="end"'),
    ),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) =>
      text(
        px(share * right),
        HEIGHT - EDGE.bottom + 18,
        (share * right).toFixed(digits),
        'text-anchor="middle"',
      ),
    ),
    `<rect x="${EDGE.left}" y="${EDGE.top}" width="${WIDTH - EDGE.left - EDGE.right}" height="${HEIGHT - EDGE.top - EDGE.bottom}" fill="none" stroke="#999"/>`,
    ...points.map(({ x, y, lift, place }) => {
      const colour = COLOURS[lift] ?? '#000';
      const fill = place === 'sleeve' ? 'none' : colour;
      return `<circle cx="${px(x).toFixed(1)}" cy="${py(Math.max(-most, Math.min(most, y))).toFixed(1)}" r="3" fill="${fill}" fill-opacity="0.6" stroke="${colour}"/>`;
    }),
    ...(agreement === null
      ? []
      : [
          line(agreement.bias, 'bias', ''),
          line(agreement.upper, '+1.96 SD', '4 3'),
          line(agreement.lower, '-1.96 SD', '4 3'),
        ]),
    ...lifts.map((lift, i) =>
      text(EDGE.left + 120 * i, HEIGHT - 8, lift, `fill="${COLOURS[lift] ?? '#000'}" font-weight="bold"`),
    ),
    text(WIDTH - EDGE.right, HEIGHT - 8, 'rings: sensor on the sleeve', 'text-anchor="end"'),
    '</svg>',
    '',
  ].join('\n');
}
