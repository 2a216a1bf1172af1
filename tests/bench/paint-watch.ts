import type { StationEvent } from '../../src/contract/station.ts';

/** What a page noted while the bar moved. Times in ms since epoch unless they are intervals. */
export interface Watched {
  /** Between one picture of the trace and the next, ms. */
  readonly intervals_ms: number[];
  /** From a trace frame being sent in main to its message being handled in the page, ms. */
  readonly carried_ms: number[];
  readonly pictures: Picture[];
}

/** One picture: the samples it was the first to show, when it was drawn, and when it was seen. */
export interface Picture {
  /** The end of the trace in the picture before and in this one, sample clock, s. */
  readonly after_s: number;
  readonly to_s: number;
  readonly drawn_epoch_ms: number;
  readonly shown_epoch_ms: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/**
 * Runs in the page before its own code. A canvas does not say when it is seen; a piece of text does
 * (Element Timing, `renderTime`: when its picture was presented). Every few pictures one new letter goes
 * with the newest point of the trace, and its time is the time of that picture. It stands on the canvas:
 * elsewhere it would make the browser put together all that lies between them as well.
 */
export function watchPaint(): void {
  const LETTER_EVERY_FRAMES = 6;
  const watched: Watched = { intervals_ms: [], carried_ms: [], pictures: [] };
  window.watched = watched;
  const epoch = (page_ms: number): number => performance.timeOrigin + page_ms;
  let newest_s: number | null = null;
  let before_s: number | null = null;
  let frame = 0;
  let before_ms = 0;

  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(...given: ConstructorParameters<typeof EventSource>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const event = JSON.parse(data) as StationEvent;
        if (event.kind !== 'trace') return;
        newest_s = event.frame.newest?.t_s ?? newest_s;
        watched.carried_ms.push(epoch(performance.now()) - event.frame.sent_epoch_ms);
      });
    }
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      identifier: string;
      renderTime: number;
    })[]) {
      const [after_s = Number.NaN, to_s = Number.NaN, drawn_ms = Number.NaN] = entry.identifier
        .split(' ')
        .map(Number);
      const shown_epoch_ms = epoch(entry.renderTime);
      watched.pictures.push({ after_s, to_s, drawn_epoch_ms: epoch(drawn_ms), shown_epoch_ms });
    }
  }).observe({ type: 'element', buffered: true });

  const write = (identifier: string): void => {
    document.getElementById('paint-watch')?.remove();
    const { left = 0, top = 0 } = document.querySelector('canvas')?.getBoundingClientRect() ?? {};
    const letter = document.createElement('p');
    letter.id = 'paint-watch';
    letter.setAttribute('elementtiming', identifier);
    letter.style.cssText = `position:fixed;left:${left}px;top:${top}px;margin:0;font-size:12px;color:#888`;
    letter.textContent = '.';
    document.body.append(letter);
  };
  /** Each picture of the trace begins with an empty canvas; a refresh without one shows nothing new. */
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    clear.apply(this, rectangle);
    const now_ms = Number(document.timeline.currentTime);
    if (before_ms > 0) watched.intervals_ms.push(now_ms - before_ms);
    before_ms = now_ms;
    const after_s = before_s;
    before_s = newest_s;
    if (frame++ % LETTER_EVERY_FRAMES !== 0 || after_s === null || newest_s === after_s) return;
    write(`${after_s} ${newest_s} ${performance.now()}`);
  };
}
