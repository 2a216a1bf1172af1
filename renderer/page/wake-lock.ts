import type { StationState } from '../../src/contract/station.ts';
import type { Observable } from '../state/observable.ts';

/**
 * Keeps the display awake while the station asks for it, in a browser; the shell has its own blocker.
 * A browser drops the lock when the tab is hidden, so it is asked for again when it comes back.
 */
export function keepDisplayAwake(station: Observable<StationState | null>): () => void {
  let lock: WakeLockSentinel | null = null;
  let asking = false;

  const follow = async (): Promise<void> => {
    const wanted = (station.get()?.keep_awake ?? false) && document.visibilityState === 'visible';
    if (!wanted) {
      lock?.release().catch(() => undefined);
      lock = null;
      return;
    }
    if (asking || (lock && !lock.released)) return;
    asking = true;
    // Refused on an empty battery, and unknown to some browsers: the set goes on all the same.
    lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
    asking = false;
  };

  const run = (): void => void follow();
  const stop = station.subscribe(run);
  document.addEventListener('visibilitychange', run);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', run);
    lock?.release().catch(() => undefined);
  };
}
