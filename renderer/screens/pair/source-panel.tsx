import type { SourceState } from '../../../src/contract/source.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import cards from './cards.module.css';
import { LiveAxes } from './live-axes.tsx';
import { SensorCalibrationPart } from './sensor-calibration.tsx';
import css from './source.module.css';
import { SourceFactsList } from './source-facts.tsx';

interface SourcePanelProps {
  readonly state: StationState;
  readonly shown: SourceState;
  readonly onShow: (id: string) => void;
  readonly onNextFeeds: () => void;
}

/** Everything connected; the one shown in full, and which one feeds the station in any case. */
export function SourcePanel({ state, shown, onShow, onNextFeeds }: SourcePanelProps) {
  const { sources } = state;
  return (
    <Card className={css.panel} aria-label={words.pair.connected}>
      {sources.length > 1 && (
        <div className={css.tabs}>
          {sources.map((source) => (
            <button
              key={source.id}
              type="button"
              aria-pressed={source.id === shown.id}
              className={classNames(css.tab, source.id === shown.id && css.current)}
              onClick={() => onShow(source.id)}
            >
              {source.name}
              {source.feeding && <span className={css.feedBadge}>{words.pair.feeds}</span>}
            </button>
          ))}
          <Button hint={KEYMAP.nextSensor.keys[0]} title={words.pair.nextFeedsHint} onClick={onNextFeeds}>
            {words.pair.nextFeeds}
          </Button>
        </div>
      )}
      <SourceHead source={shown} />
      {shown.problem && (
        <p className={classNames(css.problem, toneClass('warning'))} role="alert">
          <VerdictMark mark="warning" />
          {shown.problem}
        </p>
      )}
      <LiveAxes key={shown.id} source_id={shown.id} />
      <SourceFactsList source={shown} />
      <div className={css.parts}>
        <section className={css.part} aria-label={words.pair.mounting}>
          <h3>{words.pair.mounting}</h3>
          <ul className={css.advice}>
            {[...shown.warnings, ...shown.mounting_advice].map((advice) => (
              <li key={advice} className={toneClass('warning')}>
                <VerdictMark mark="warning" />
                <span>{advice}</span>
              </li>
            ))}
            {shown.warnings.length + shown.mounting_advice.length === 0 && <li>{words.pair.mountingFine}</li>}
          </ul>
        </section>
        <SensorCalibrationPart source={shown} />
      </div>
    </Card>
  );
}

function SourceHead({ source }: { readonly source: SourceState }) {
  const { ask } = usePage();
  return (
    <header className={css.head}>
      <div className={css.who}>
        <h2>{source.name}</h2>
        <p className={css.sub}>
          {source.kind !== 'sensor' && <span className={cards.label}>{words.badges[source.kind]}</span>}
          {source.kind === 'sensor' && <span>{source.family_title}</span>}
          <span>{words.linkPhases[source.phase]}</span>
          {source.feeding && <span className={css.feeding}>{words.pair.feeds}</span>}
        </p>
      </div>
      {!source.feeding && (
        <Button kind="primary" onClick={() => ask('pair:feed', { id: source.id })}>
          {words.pair.feedThis}
        </Button>
      )}
      <Button onClick={() => ask('pair:disconnect', { id: source.id })}>
        {source.kind === 'sensor' ? words.pair.disconnect : words.pair.stop}
      </Button>
    </header>
  );
}
