import { words } from '../../src/words/index.ts';
import { usePage } from './use-page.ts';

/** One key changes which of the connected sources feeds the station. */
export function useNextSensor(): () => void {
  const { ask, notices, station } = usePage();
  return () => {
    const { sources = [], source = null } = station.get() ?? {};
    const next = sources[(sources.findIndex(({ id }) => id === source?.id) + 1) % sources.length];
    if (!next || next.id === source?.id) {
      notices.show({ tone: 'info', text: words.station.onlyOneSensor });
      return;
    }
    ask('pair:feed', { id: next.id }).then(
      (done) => done && notices.show({ tone: 'info', text: words.station.feeds(next.name) }),
    );
  };
}
