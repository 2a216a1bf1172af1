import { createContext, useContext, useEffect, useRef } from 'react';
import type { PairingState } from '../../src/contract/pairing.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { StationState } from '../../src/contract/station.ts';
import type { ActionHandlers } from '../keys/keyboard.ts';
import type { Action } from '../keys/keys.ts';
import { useObservable } from '../state/observable.ts';
import type { Page } from './page.ts';

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage outside of the page');
  return page;
}

export const useStation = (): StationState | null => useObservable(usePage().station);
export const usePairing = (): PairingState | null => useObservable(usePage().pairing);
export const useSettings = (): Settings | null => useObservable(usePage().settings);
/** Changes whenever stored data changed; a dependency for effects that load lists. */
export const useStored = (): number => useObservable(usePage().stored);

/** Handle these actions of the keyboard map while the component is there. */
export function useActions(handlers: ActionHandlers): void {
  const { keyboard } = usePage();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers)
    .filter((name) => handlers[name as Action])
    .join(' ');
  useEffect(() => {
    const stable: ActionHandlers = {};
    for (const name of names.split(' ').filter(Boolean) as Action[]) {
      stable[name] = () => latest.current[name]?.();
    }
    return keyboard.register(stable);
  }, [keyboard, names]);
}
