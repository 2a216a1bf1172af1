import type { PowerSaveBlocker } from 'electron';

/** Holds the display awake while a set runs and lets it sleep otherwise; tells Electron only of changes. */
export function createKeepAwake(
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>,
): (wanted: boolean) => void {
  let held: number | null = null;
  return (wanted) => {
    if (wanted === (held !== null)) return;
    if (held === null) held = blocker.start('prevent-display-sleep');
    else {
      blocker.stop(held);
      held = null;
    }
  };
}
