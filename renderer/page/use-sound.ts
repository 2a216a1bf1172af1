import { useEffect } from 'react';
import type { StationState } from '../../src/contract/station.ts';
import { useBars } from './use-bars.ts';

/** Makes this window sound: hears the station's cues, and unlocks with the first key or click. */
export function useSound(silent: boolean): void {
  const { pages, two } = useBars();
  useEffect(() => {
    if (silent) return;
    const { sound } = pages.first;
    const unlock = (): void => sound.unlock();
    const stops = (two ? [pages.first, pages.second] : [pages.first]).flatMap(
      ({ bar, cues, cancelledCues, station }) => [
        cues.on((cue) => sound.play(cue, two ? { bar, lifter: lifterOf(station.get()) } : undefined)),
        cancelledCues.on((id) => sound.cancel(id, two ? bar : undefined)),
      ],
    );
    const { connection } = pages.first;
    const stopConnection = connection.subscribe(() => {
      if (connection.get() !== 'open') sound.silence();
    });
    // In the shell sound is allowed from the start; a browser wants a key or a click.
    if (window.lockout) unlock();
    // Always, not once: a system may put the sound to sleep again.
    window.addEventListener('keydown', unlock, true);
    // When it is let go: the hint above the screen goes with it, and what is pressed must not move away under the press.
    window.addEventListener('pointerup', unlock, true);
    return () => {
      for (const stop of stops) stop();
      stopConnection();
      window.removeEventListener('keydown', unlock, true);
      window.removeEventListener('pointerup', unlock, true);
    };
  }, [silent, pages, two]);
}

const lifterOf = (state: StationState | null): string =>
  (state?.set?.setup ?? state?.setup)?.athlete.name ?? '';
