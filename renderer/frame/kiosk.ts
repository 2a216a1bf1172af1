import { useEffect, useState } from 'react';
import { useActions, useSettings } from '../page/use-page.ts';

/** Full screen with nothing but the station: by key, or from the start when Settings say so. */
export function useKiosk(): boolean {
  const startsSo = useSettings()?.kiosk ?? false;
  const [kiosk, setKiosk] = useState<boolean | null>(null);
  const on = kiosk ?? startsSo;

  useEffect(() => {
    // Escape leaves full screen in every browser; the chrome comes back with it.
    const follow = (): void => {
      if (!document.fullscreenElement) setKiosk(false);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);

  useActions({
    kiosk: () => {
      setKiosk(!on);
      // Refused without a key press or where the window may not: the view without chrome still holds.
      if (!on) document.documentElement.requestFullscreen?.().catch(() => undefined);
      else if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    },
  });
  return on;
}
