import { words } from '../../src/words/index.ts';
import { useBars } from '../page/use-bars.ts';
import { useObservable } from '../state/observable.ts';
import { Chip } from '../ui/chip.tsx';
import css from './bar-switch.module.css';

/** Which of two bars the screen below is about. */
export function BarSwitch() {
  const { bar, choose, pages } = useBars();
  const stations = [useObservable(pages.first.station), useObservable(pages.second.station)];
  return (
    <fieldset className={css.switch} aria-label={words.bars.title}>
      {([1, 2] as const).map((each) => (
        <Chip key={each} on={each === bar} onClick={() => choose(each)}>
          {words.bars.of(each, stations[each - 1]?.setup.athlete.name ?? '')}
        </Chip>
      ))}
    </fieldset>
  );
}
