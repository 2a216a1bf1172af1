import { useState } from 'react';
import { useLocation } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useActions, useStation } from '../../page/use-page.ts';
import { PickAthlete } from '../../parts/pickers/pick-athlete.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './profile.module.css';
import { RangesTable } from './ranges-table.tsx';
import { SidesCard } from './sides-card.tsx';

/** What is known of one athlete: their full ranges, and how left compares with right. */
export default function Profile() {
  const state = useStation();
  return state ? <Shown state={state} /> : <p className={css.loading}>{words.connection.connecting}</p>;
}

function Shown({ state }: { readonly state: StationState }) {
  const [, go] = useLocation();
  const [athlete, setAthlete] = useState(state.setup.athlete);
  const [picking, setPicking] = useState(false);
  const athletes = useAnswer('athletes:list', {}).value;
  const ranges = useAnswer('athletes:references', { id: athlete.id }).value;
  useActions({ athlete: () => setPicking(true), calibrate: () => go('/calibrate') });
  const text = words.profile;
  return (
    <Screen
      title={text.title(athlete.name)}
      head={
        <Button kind="quiet" hint={KEYMAP.athlete.keys[0]} onClick={() => setPicking(true)}>
          {words.history.changeAthlete}
        </Button>
      }
    >
      {ranges && ranges.length === 0 && (
        <Empty title={text.emptyTitle} text={text.emptyText}>
          <Button kind="primary" large onClick={() => go('/calibrate')}>
            {text.calibrate}
          </Button>
        </Empty>
      )}
      {ranges && ranges.length > 0 && (
        <Card className={css.card} aria-label={text.ranges}>
          <h2>{text.ranges}</h2>
          <p>{text.rangesText}</p>
          <RangesTable ranges={ranges} athlete={athlete} />
        </Card>
      )}
      <SidesCard athlete={athlete} units={state.units} />
      {picking && (
        <PickAthlete
          current={athlete}
          onPick={(id) => {
            const picked = athletes?.find((each) => each.id === id);
            if (picked) setAthlete(picked);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Screen>
  );
}
