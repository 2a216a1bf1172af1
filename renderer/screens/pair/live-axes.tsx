import { useEffect, useRef } from 'react';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { createAxesPainter } from './axes-painter.ts';
import { createAxesRing } from './axes-ring.ts';
import css from './source.module.css';

/** Reduced motion: the picture is renewed this seldom, ms. */
const CALM_MS = 1000;

/** Raw axes of one source as they arrive; past React, straight onto the canvas. */
export function LiveAxes({ source_id }: { readonly source_id: string }) {
  const { frames, time } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ring = createAxesRing();
    const painter = createAxesPainter(element, context);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    const stop = frames.on((frame) => {
      if (frame.source_id === source_id) ring.push(frame);
    });
    const size = new ResizeObserver(() => {
      element.width = Math.round(element.clientWidth * devicePixelRatio);
      element.height = Math.round(element.clientHeight * devicePixelRatio);
    });
    size.observe(element);
    let frame = 0;
    let painted_ms = 0;
    const paint = (): void => {
      frame = requestAnimationFrame(paint);
      const now_ms = time.now_ms();
      if (calm.matches && now_ms - painted_ms < CALM_MS) return;
      painted_ms = now_ms;
      painter.paint(ring, now_ms);
    };
    paint();
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      stop();
    };
  }, [frames, source_id, time]);
  return <canvas ref={canvas} className={css.axes} role="img" aria-label={words.pair.axesPicture} />;
}
