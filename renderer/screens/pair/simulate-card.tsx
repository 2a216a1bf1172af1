import { useState } from 'react';
import type { Argument } from '../../../src/contract/requests.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import css from './cards.module.css';

type Scenario = keyof typeof words.pair.simulate.scenarios;

const SCENARIOS = Object.keys(words.pair.simulate.scenarios) as Scenario[];
/** As a person lifts, and faster to see more of it. */
export const SPEEDS = [1, 2, 5, 10, 20, 50, 100];
const MAX_REPS = 50;

/** The simulated lifter, labelled as such. */
export function SimulateCard({ title }: { readonly title: string }) {
  const { ask } = usePage();
  const [wish, setWish] = useState({ scenario: 'good' as Scenario, reps: '8', speed: 1 });
  const reps = Number(wish.reps);
  const valid = Number.isInteger(reps) && reps >= 1 && reps <= MAX_REPS;
  const start = (): void => {
    const argument: Argument<'pair:simulate'> = { scenario: wish.scenario, reps, speed: wish.speed };
    void ask('pair:simulate', argument);
  };
  return (
    <Card className={css.made} aria-label={title}>
      <h3 className={css.madeHead}>
        {title}
        <span className="badge">{words.badges.simulated}</span>
      </h3>
      <p>{words.pair.simulate.text}</p>
      <div className={css.fields}>
        <SelectField
          label={words.pair.simulate.scenario}
          value={wish.scenario}
          onChange={(event) => setWish({ ...wish, scenario: event.target.value as Scenario })}
        >
          {SCENARIOS.map((scenario) => (
            <option key={scenario} value={scenario}>
              {words.pair.simulate.scenarios[scenario]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.pair.simulate.reps}
          inputMode="numeric"
          value={wish.reps}
          aria-invalid={!valid}
          onChange={(event) => setWish({ ...wish, reps: event.target.value.replace(/\D/g, '') })}
        />
        <SpeedField speed={wish.speed} onChange={(speed) => setWish({ ...wish, speed })} />
      </div>
      <div className={css.actions}>
        <Button kind="primary" disabled={!valid} onClick={start}>
          {words.pair.simulate.start}
        </Button>
      </div>
    </Card>
  );
}

export function SpeedField({
  speed,
  onChange,
}: {
  readonly speed: number;
  readonly onChange: (speed: number) => void;
}) {
  return (
    <SelectField
      label={words.pair.simulate.speed}
      value={speed}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {SPEEDS.map((times) => (
        <option key={times} value={times}>
          {words.pair.speedOf(times)}
        </option>
      ))}
    </SelectField>
  );
}
