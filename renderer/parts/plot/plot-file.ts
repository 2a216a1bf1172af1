import { saveBlob, saveFile } from '../../page/save-file.ts';

export type PlotKind = 'svg' | 'png';
export const PLOT_KINDS: readonly PlotKind[] = ['svg', 'png'];

/** What a drawing takes from the page's style sheets, which a file does not have. */
const STYLES = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linejoin',
  ],
  ...['opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'color'],
] as const;
/** Pixels of a picture for each of the screen: sharp in print and on a second screen. */
const SHARPNESS = 2;
const SVG = 'http://www.w3.org/2000/svg';

/** Saves a plot as it stands on the screen, with its title and what its axes measure above it. */
export async function savePlot(
  svg: SVGSVGElement,
  title: string,
  detail: string,
  kind: PlotKind,
): Promise<void> {
  const { text, width, height } = plotAsFile(svg, title, detail);
  const name = `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${kind}`;
  if (kind === 'svg') saveFile({ name, type: 'image/svg+xml', text });
  else saveBlob(name, await asPng(text, width, height));
}

function plotAsFile(
  svg: SVGSVGElement,
  title: string,
  detail: string,
): { readonly text: string; readonly width: number; readonly height: number } {
  const { width, height } = svg.viewBox.baseVal;
  const look = getComputedStyle(svg.closest('section') ?? svg);
  const em = Number.parseFloat(look.fontSize);
  const [head, edge] = [3.6 * em, em];
  const file = document.createElementNS(SVG, 'svg');
  const whole = { width: width + 2 * edge, height: height + head + edge };
  setAll(file, { xmlns: SVG, ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` });
  const part = (name: string, attributes: Record<string, string | number>, text = ''): void => {
    const element = document.createElementNS(SVG, name);
    setAll(element, attributes);
    element.textContent = text;
    file.append(element);
  };
  const font = { 'font-family': look.fontFamily, fill: look.color };
  part('title', {}, title);
  part('rect', { ...whole, fill: look.backgroundColor });
  part('text', { ...font, x: edge, y: 1.6 * em, 'font-size': 1.15 * em, 'font-weight': 650 }, title);
  part('text', { ...font, x: edge, y: 2.9 * em, 'font-size': 0.85 * em, opacity: 0.8 }, detail);
  const drawing = svg.cloneNode(true) as SVGSVGElement;
  withStyles(svg, drawing);
  setAll(drawing, { x: edge, y: head, width, height });
  file.append(drawing);
  return { text: new XMLSerializer().serializeToString(file), ...whole };
}

function withStyles(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  for (const name of STYLES) to.setAttribute(name, look.getPropertyValue(name));
  for (const name of ['class', 'tabindex', 'role', 'href', 'aria-label']) to.removeAttribute(name);
  [...from.children].forEach((child, i) => {
    withStyles(child, to.children[i] as Element);
  });
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

async function asPng(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))),
      'image/png',
    );
  });
}
