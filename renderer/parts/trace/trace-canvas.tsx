import { useEffect, useRef } from 'react';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { onEveryPicture } from '../../state/every-picture.ts';
import { createLockouts } from './lockouts.ts';
import css from './trace-canvas.module.css';
import { createTracePainter } from './trace-painter.ts';

/** The bar's height, live: painted once per screen refresh, straight from the ring. */
export function TraceCanvas() {
  const { trace, station, time } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    const painter = createTracePainter(element, context);
    const lockouts = createLockouts(trace);
    const stopStation = station.subscribe(() => lockouts.follow(station.get()));
    lockouts.follow(station.get());
    const paint = (): void => {
      painter.paint({
        trace,
        lockouts: lockouts.list(),
        reference_m: station.get()?.setup.reference?.rom_m ?? null,
        now_epoch_ms: time.now_ms(),
        calm: calm.matches,
      });
    };
    const size = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      element.width = Math.round(width * devicePixelRatio);
      element.height = Math.round(height * devicePixelRatio);
      // another size empties it, and the next picture may be one that is left out
      paint();
    });
    size.observe(element);
    paint();
    const stopPainting = onEveryPicture(paint);
    return () => {
      stopPainting();
      size.disconnect();
      stopStation();
    };
  }, [trace, station, time]);
  return <canvas ref={canvas} className={css.trace} role="img" aria-label={words.station.trace} />;
}
