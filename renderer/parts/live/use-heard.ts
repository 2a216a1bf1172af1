import { usePage } from '../../page/use-page.ts';
import { useObservable } from '../../state/observable.ts';

/** Is the station heard? A hold nobody hears of any more may long be over. */
export const useHeard = (): boolean => useObservable(usePage().connection) === 'open';
