/** The station's steady clock as this page can tell it: moments of cues and holds are compared with it, never with the wall clock. */
export interface StationTime {
  /** A message came that the station sent at this moment, ms. */
  observe(sent_ms: number): void;
  /** ms; before the first message the page's own idea of it. */
  now_ms(): number;
}

/** The quickest message of this long is believed, ms; chosen here above any stall of a busy page. */
const WINDOW_MS = 10_000;

/** `page_ms`: a clock of the page that nobody sets. */
export function createStationTime(
  page_ms: () => number = () => performance.now(),
  origin_ms = performance.timeOrigin,
): StationTime {
  // the page's clock less the station's, by the quickest message of this window and of the one before
  let current = Number.POSITIVE_INFINITY;
  let previous = Number.POSITIVE_INFINITY;
  let since_ms = Number.NEGATIVE_INFINITY;
  return {
    observe(sent_ms) {
      const now_ms = page_ms();
      if (now_ms - since_ms > WINDOW_MS) {
        previous = current;
        current = Number.POSITIVE_INFINITY;
        since_ms = now_ms;
      }
      current = Math.min(current, now_ms - sent_ms);
    },
    now_ms() {
      const ahead_ms = Math.min(current, previous);
      return page_ms() - (Number.isFinite(ahead_ms) ? ahead_ms : -origin_ms);
    },
  };
}
