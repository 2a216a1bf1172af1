import { useEffect } from 'react';
import { usePage } from '../page/use-page.ts';

/**
 * A file dropped anywhere leads to the Import screen; without this the browser would leave the station for it. So does one
 * that the system was asked to open.
 */
export function useFileDrop(go: (path: string) => void): void {
  const { bridge, dropped } = usePage();
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      dropped.set(files);
      go('/import');
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    const stop = bridge.opened?.(({ name, bytes }) => {
      dropped.set([new File([bytes], name)]);
      go('/import');
    });
    return () => {
      stop?.();
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [bridge, dropped, go]);
}
