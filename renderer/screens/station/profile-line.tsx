import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad } from '../../format/format.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage } from '../../page/use-page.ts';
import { addressOf } from '../../parts/subject-address.ts';
import { Button } from '../../ui/button.tsx';
import css from './profile-line.module.css';

/** While a profile is being measured: how far it is, and one press for the next load. */
export function ProfileLine({ state }: { readonly state: StationState }) {
  const { ask } = usePage();
  const text = words.measure;
  const { setup, units } = state;
  const { lift, variation, side } = setup;
  const subject = { athlete_id: setup.athlete.id, lift, variation, side };
  const open = useAnswer('profiles:open', subject).value?.open;
  if (!open) return null;
  const { steps, next_kg } = open;
  const done = steps.filter(({ point }) => point !== null).length;
  return (
    <p className={css.line}>
      <a href={`#/measure/${addressOf(subject)}`}>
        {next_kg === null ? text.stationAll : text.stationLine(done, steps.length)}
      </a>
      {next_kg !== null && next_kg !== setup.load_kg && (
        <Button onClick={() => ask('station:load', { load_kg: next_kg, load_unit: units })}>
          {text.stationNext(formatLoad(units, next_kg))}
        </Button>
      )}
    </p>
  );
}
