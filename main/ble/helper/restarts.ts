/** When a process that died is replaced. */
export interface Restarts {
  /** The next one is on its way. */
  readonly due: boolean;
  /** A process runs from now on. */
  started(): void;
  /** It died: how long to wait before the next, s. */
  died(): number;
  after(wait_s: number): void;
  end(): void;
}

/** Pauses before a process that died is replaced, s; the last one repeats. */
const PAUSES_S = [0.2, 1, 2, 5, 10, 30] as const;
/** A process that lived this long, s, died of something new. */
const STABLE_S = 60;

export function createRestarts(start: () => void): Restarts {
  let deaths = 0;
  let startedAt_ms = 0;
  let timer: NodeJS.Timeout | null = null;
  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    get due() {
      return timer !== null;
    },
    started() {
      startedAt_ms = performance.now();
    },
    died() {
      if (performance.now() - startedAt_ms > STABLE_S * 1000) deaths = 0;
      const pause_s = PAUSES_S[Math.min(deaths, PAUSES_S.length - 1)] ?? 1;
      deaths += 1;
      return pause_s;
    },
    after(wait_s) {
      end();
      timer = setTimeout(() => {
        timer = null;
        start();
      }, wait_s * 1000);
    },
    end,
  };
}
