import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { words } from '../../../src/words/index.ts';
import { useNextSensor } from '../../page/use-next-sensor.ts';
import { useActions, usePage, usePairing, useStation } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { AdapterProblem, AdapterStateCard } from './adapter-card.tsx';
import { ClipCard } from './clip-card.tsx';
import css from './pair.module.css';
import { ReplayCard } from './replay-card.tsx';
import { SensorCards } from './sensor-cards.tsx';
import { SimulateCard } from './simulate-card.tsx';
import { SourcePanel } from './source-panel.tsx';
import { WithoutRepsCard } from './without-reps-card.tsx';

/** Sensors: what is in range, what is connected and how well it works, and ways to go without one. */
export default function Pair() {
  const { ask } = usePage();
  const [, go] = useLocation();
  const pairing = usePairing();
  const state = useStation();
  const [shownId, setShownId] = useState<string | null>(null);
  const nextSensor = useNextSensor();
  useActions({ nextSensor });

  useEffect(() => {
    void ask('pair:scan', { on: true });
    return () => void ask('pair:scan', { on: false });
  }, [ask]);

  if (!pairing || !state) return <p className={css.loading}>{words.connection.connecting}</p>;
  const { sources, source } = state;
  const shown = sources.find(({ id }) => id === shownId) ?? source ?? sources[0];
  return (
    <Screen
      title={words.pair.title}
      head={
        <>
          <AdapterStateCard adapter={pairing.adapter} />
          <span className={css.grow} />
          {pairing.adapter.status === 'ready' && (
            <Button onClick={() => ask('pair:scan', { on: !pairing.scanning })}>
              {pairing.scanning ? words.pair.stopScan : words.pair.scan}
            </Button>
          )}
          {source && (
            <Button kind="primary" onClick={() => go('/')}>
              {words.pair.gotoStation}
            </Button>
          )}
        </>
      }
    >
      <AdapterProblem adapter={pairing.adapter} />
      <div className={css.columns}>
        <div className={css.column}>
          <h2 className={css.title}>{words.pair.inRange}</h2>
          <SensorCards pairing={pairing} />
          <h2 className={css.title}>{words.pair.withoutSensor}</h2>
          <SimulateCard title={words.pair.simulate.title} />
          <ReplayCard />
          <WithoutRepsCard state={state} />
        </div>
        <div className={css.column}>
          {shown ? (
            <SourcePanel state={state} shown={shown} onShow={setShownId} onNextFeeds={nextSensor} />
          ) : (
            <ClipCard />
          )}
        </div>
      </div>
    </Screen>
  );
}
