import type { StationEvent } from '../../src/contract/station.ts';

/** What a page noted while the bar moved. Times in ms since epoch unless they are intervals. */
export interface Watched {
  /** Between one animation frame and the next, ms. */
  readonly intervals_ms: number[];
  /** From a trace frame being sent in main to its message being handled in the page, ms. */
  readonly carried_ms: number[];
  /** Newest point of the trace (sample clock, s) in a picture; when it was drawn, and when it was shown. */
  readonly shown: {
    readonly t_s: number;
    readonly drawn_epoch_ms: number;
    readonly shown_epoch_ms: number;
  }[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/**
 * Runs in the page before its own code. A canvas does not say when it is seen; a piece of text does
 * (Element Timing, `renderTime`: when its picture was presented). Every few pictures one new letter goes
 * with the newest point of the trace, and its time is the time of that picture.
 */
export function watchPaint(): void {
  const LETTER_EVERY_FRAMES = 6;
  const watched: Watched = { intervals_ms: [], carried_ms: [], shown: [] };
  window.watched = watched;
  /** The page's monotonic clock against the wall clock that stamps the frames. */
  const epoch = (page_ms: number): number => page_ms + (Date.now() - performance.now());
  let newest_s: number | null = null;
  let written_s: number | null = null;
  let frame = 0;
  let before_ms = 0;

  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(...given: ConstructorParameters<typeof EventSource>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const event = JSON.parse(data) as StationEvent;
        if (event.kind !== 'trace') return;
        newest_s = event.frame.t_s.at(-1) ?? newest_s;
        watched.carried_ms.push(Date.now() - event.frame.sent_epoch_ms);
      });
    }
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      identifier: string;
      renderTime: number;
    })[]) {
      const [t_s = Number.NaN, drawn_ms = Number.NaN] = entry.identifier.split(' ').map(Number);
      watched.shown.push({
        t_s,
        drawn_epoch_ms: epoch(drawn_ms),
        shown_epoch_ms: epoch(entry.renderTime),
      });
    }
  }).observe({ type: 'element', buffered: true });

  const run = (now_ms: number): void => {
    requestAnimationFrame(run);
    if (before_ms > 0) watched.intervals_ms.push(now_ms - before_ms);
    before_ms = now_ms;
    // events are not handled between the callbacks of one frame: the page draws this very point
    if (frame++ % LETTER_EVERY_FRAMES !== 0 || newest_s === null || newest_s === written_s) return;
    written_s = newest_s;
    document.getElementById('paint-watch')?.remove();
    const letter = document.createElement('p');
    letter.id = 'paint-watch';
    letter.setAttribute('elementtiming', `${newest_s} ${performance.now()}`);
    letter.style.cssText = 'position:fixed;left:0;bottom:0;margin:0;font-size:12px;color:#888';
    letter.textContent = '.';
    document.body.append(letter);
  };
  requestAnimationFrame(run);
}
