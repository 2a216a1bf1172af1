import { useEffect } from 'react';
import { usePage } from './use-page.ts';

/** Makes this window sound: hears the station's cues, and unlocks with the first key or click. */
export function useSound(silent: boolean): void {
  const { sound, cues, cancelledCues, connection } = usePage();
  useEffect(() => {
    if (silent) return;
    const unlock = (): void => sound.unlock();
    const stopCues = cues.on((cue) => sound.play(cue));
    const stopCancelled = cancelledCues.on((id) => sound.cancel(id));
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
      stopCues();
      stopCancelled();
      stopConnection();
      window.removeEventListener('keydown', unlock, true);
      window.removeEventListener('pointerup', unlock, true);
    };
  }, [silent, sound, cues, cancelledCues, connection]);
}
