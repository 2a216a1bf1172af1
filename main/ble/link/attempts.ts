import { words } from '../../../src/words/index.ts';
import { EngineError } from '../engines/engine.ts';
import { pause } from '../queue.ts';
import { SetupFailure } from './connect-sensor.ts';

/** Pauses before the next attempt, s. The last one repeats: a sensor that comes back waits no longer than that. */
const RETRY_PAUSES_S = [0.1, 0.25, 0.5, 1, 1.5] as const;
/** Pause after the sensor itself said what cannot work (charging, full memory), s: chosen here, nothing changes within a second. */
const FAILURE_PAUSE_S = 5;

export interface AttemptsOptions {
  readonly stopping: AbortSignal;
  /** Connects and streams until the connection ends or `end` is aborted, and then rejects. */
  readonly once: (end: AbortController) => Promise<void>;
  /** Whether what ends now had streamed long enough to be no failed attempt. */
  readonly hadLasted: () => boolean;
  readonly failed: (error: unknown) => void;
  /** Whatever came of the attempt; awaited before the next one. */
  readonly over: () => Promise<void>;
}

export interface Attempts {
  /** How many ended, for whatever reason. */
  readonly count: number;
  run(): Promise<void>;
  /** Ends the attempt that is under way. */
  abort(error: unknown): void;
}

/** One attempt at a sensor's link after the other until stopped, with pauses that grow while none succeeds. */
export function createAttempts(options: AttemptsOptions): Attempts {
  const { stopping } = options;
  let current: AbortController | null = null;
  let count = 0;
  let failures = 0;

  const waitAfter_s = (error: unknown): number => {
    if (options.hadLasted()) failures = 0;
    const wait_s = RETRY_PAUSES_S[Math.min(failures, RETRY_PAUSES_S.length - 1)] ?? 1;
    failures += 1;
    return error instanceof SetupFailure ? FAILURE_PAUSE_S : wait_s;
  };

  const attempt = async (): Promise<number> => {
    const end = new AbortController();
    const stop = () => end.abort(stopping.reason);
    stopping.addEventListener('abort', stop);
    current = end;
    try {
      await options.once(end);
      return 0;
    } catch (error) {
      const wait_s = waitAfter_s(error);
      count += 1;
      options.failed(error);
      return wait_s;
    } finally {
      stopping.removeEventListener('abort', stop);
      end.abort(new EngineError('gone', words.link.attemptOver));
      current = null;
    }
  };

  return {
    get count() {
      return count;
    },
    async run() {
      while (!stopping.aborted) {
        const wait_s = await attempt();
        await options.over();
        if (!stopping.aborted) await pause(wait_s * 1000, stopping).catch(() => {});
      }
    },
    abort: (error) => current?.abort(error),
  };
}
