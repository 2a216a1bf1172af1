import { useLocation } from 'wouter';
import type { OpenProfile } from '../../../src/contract/dated-profiles.ts';
import type { Units } from '../../../src/contract/setup.ts';
import type { ProfileStep } from '../../../src/training/line/profile-steps.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatVelocity } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import type { SubjectOf } from '../../parts/subject-address.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './measure.module.css';

interface StepsProps {
  readonly open: OpenProfile;
  readonly subject: SubjectOf;
  readonly units: Units;
}

/** Loads below which there is no line to keep. */
const FEWEST = 2;

/** What is lifted and what comes next; a step is ticked off by the set itself. */
export function StepsCard({ open, subject, units }: StepsProps) {
  const { ask } = usePage();
  const [, go] = useLocation();
  const text = words.measure;
  const { steps, next_kg, begun_epoch_ms } = open;
  const { athlete_id, lift, variation, side } = subject;
  const done = steps.filter(({ point }) => point !== null).length;
  const atStation = async (load_kg: number): Promise<void> => {
    await ask('station:athlete', { athlete_id });
    await ask('station:lift', { lift, variation });
    if (side) await ask('station:side', { side });
    await ask('station:load', { load_kg, load_unit: units });
    go('/');
  };
  const keep = async (): Promise<void> => {
    if (await ask('profiles:keep', subject)) go('/profile');
  };
  return (
    <Card title={text.steps} className={css.card}>
      <p role="status">{text.lifted(done, steps.length)}</p>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li
            key={step.load_kg}
            className={classNames(step.point && css.done, step.load_kg === next_kg && css.next)}
          >
            <strong className="num">{formatLoad(units, step.load_kg)}</strong>
            <StepState step={step} next={step.load_kg === next_kg} />
          </li>
        ))}
      </ol>
      <p className={css.row}>
        {next_kg !== null && (
          <Button kind="primary" onClick={() => atStation(next_kg)}>
            {text.lift(formatLoad(units, next_kg))}
          </Button>
        )}
        <Button kind={next_kg === null ? 'primary' : 'plain'} disabled={done < FEWEST} onClick={keep}>
          {text.keep}
        </Button>
        <Button kind="danger" onClick={() => ask('profiles:remove', { athlete_id, begun_epoch_ms })}>
          {text.stop}
        </Button>
      </p>
      <p>{text.resumes}</p>
    </Card>
  );
}

function StepState({ step, next }: { readonly step: ProfileStep; readonly next: boolean }) {
  const text = words.measure;
  if (step.point)
    return (
      <a href={`#/review/${step.set_id}`} className="num">
        {text.done(formatVelocity(step.point.mcv_mps))}
      </a>
    );
  if (step.in_vain) return <span>{text.inVain}</span>;
  return <span>{next ? text.next : text.later}</span>;
}
