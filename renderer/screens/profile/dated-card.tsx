import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Units } from '../../../src/contract/setup.ts';
import { type DatedProfile, sinceThen } from '../../../src/training/line/dated-profile.ts';
import type { SpeedLine } from '../../../src/training/line/speed-line.ts';
import { words } from '../../../src/words/index.ts';
import { formatLoad, formatSignedVelocity, formatVelocity } from '../../format/format.ts';
import { formatDay } from '../../format/moments.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage } from '../../page/use-page.ts';
import { addressOf, type SubjectOf } from '../../parts/subject-address.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { doubtInWords } from './doubt-words.ts';
import css from './profile.module.css';

interface DatedProps {
  readonly subject: SubjectOf;
  readonly units: Units;
  /** null: there is none to hold them against. */
  readonly line: SpeedLine | null;
}

/** Profiles as they were measured, each beside the line of now. */
export function DatedCard({ subject, units, line }: DatedProps) {
  const [, go] = useLocation();
  const text = words.measure;
  const kept = useAnswer('profiles:of', subject).value;
  const open = useAnswer('profiles:open', subject).value?.open;
  if (!kept) return null;
  const done = open?.steps.filter(({ point }) => point !== null).length ?? 0;
  return (
    <Card className={css.card} aria-label={text.kept}>
      <h2>{text.kept}</h2>
      {kept.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <div className={css.wide}>
          <table className={css.table} aria-label={text.kept}>
            <thead>
              <tr>
                {Object.entries(text.columns).map(([column, name]) => (
                  <th key={column} scope="col">
                    {name}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {kept.map((profile) => (
                <DatedRow key={profile.begun_epoch_ms} {...{ profile, subject, units, line }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <Button onClick={() => go(`/measure/${addressOf(subject)}`)}>
          {open ? text.goOn(done, open.steps.length) : text.measure}
        </Button>
      </p>
    </Card>
  );
}

function DatedRow({ profile, subject, units, line }: DatedProps & { readonly profile: DatedProfile }) {
  const { ask } = usePage();
  const [asked, setAsked] = useState(false);
  const text = words.measure;
  const { points, max, doubts, begun_epoch_ms } = profile;
  const load = (kg: number | undefined): string =>
    formatLoad(units, kg === undefined ? null : Math.round(kg));
  return (
    <tr>
      <th scope="row">{formatDay(begun_epoch_ms)}</th>
      <td>
        {text.range(
          points.length,
          formatLoad(units, points[0]?.load_kg ?? null),
          formatLoad(units, points.at(-1)?.load_kg ?? null),
        )}
      </td>
      <td>{max ? text.maxRange(load(max.low_kg), load(max.high_kg)) : words.nothing}</td>
      <td>{thenAndNow(profile, line, load(profile.middle_kg))}</td>
      <td>{measuredBy(profile)}</td>
      <td>
        {doubts.length === 0 ? text.believed : doubts.map((doubt) => doubtInWords(doubt, units)).join(' ')}
      </td>
      <td>
        <Button
          kind={asked ? 'danger' : 'quiet'}
          onClick={() =>
            asked
              ? ask('profiles:remove', { athlete_id: subject.athlete_id, begun_epoch_ms })
              : setAsked(true)
          }
        >
          {asked ? text.removeReally : text.remove}
        </Button>
      </td>
    </tr>
  );
}

function thenAndNow(profile: DatedProfile, line: SpeedLine | null, load: string): string {
  const text = words.measure;
  const then = text.atThen(load, formatVelocity(profile.middle_mps));
  if (line === null) return then;
  const { now_mps, change_mps, give_mps } = sinceThen(profile, line);
  const said = Math.abs(change_mps) > give_mps ? text.since : text.sinceChance;
  return `${then} ${said(formatVelocity(now_mps), formatSignedVelocity(change_mps), formatVelocity(give_mps))}`;
}

function measuredBy({ typed, instrument }: DatedProfile): string {
  const text = words.measure;
  if (!typed) return instrument || words.nothing;
  return instrument ? text.typedFrom(instrument) : text.typed;
}
