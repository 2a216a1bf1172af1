import { useState } from 'react';
import { useActions } from '../page/use-page.ts';

/** The view for whoever lies under the bar, by key, on the station and on the second display. */
export function useUnderBar(path: string): boolean {
  const [on, setOn] = useState(false);
  useActions({ underBar: () => setOn(!on) });
  return on && (path === '/' || path.startsWith('/display'));
}
