import { useState } from 'react';
import type { Units } from '../../../src/contract/setup.ts';
import type { Team, TeamRow } from '../../../src/contract/team.ts';
import { words } from '../../../src/words/index.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useStation } from '../../page/use-page.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './team.module.css';
import { TeamTable } from './team-table.tsx';

/** Who of the group needs a look, and why; the others below. */
export default function TeamScreen() {
  const state = useStation();
  const answer = useAnswer('team:get', {}).value;
  if (!state || !answer) return <p className={css.loading}>{words.connection.connecting}</p>;
  return <Shown answer={answer} units={state.units} />;
}

function Shown({ answer, units }: { readonly answer: Team; readonly units: Units }) {
  const text = words.team;
  const [group, setGroup] = useState<string | null>(null);
  const groups = [...new Set(answer.rows.map((row) => row.group))].sort();
  const rows = answer.rows.filter((row) => group === null || row.group === group);
  const slipped = (row: TeamRow): boolean => row.flags.length > 0;
  const [look, fine] = [rows.filter(slipped), rows.filter((row) => !slipped(row))];
  return (
    <Screen
      title={text.title}
      sub={text.sub}
      head={
        groups.length > 1 && (
          <fieldset className={css.groups} aria-label={text.groupLabel}>
            <Chip on={group === null} onClick={() => setGroup(null)}>
              {text.everybody}
            </Chip>
            {groups.map((each) => (
              <Chip key={each} on={group === each} onClick={() => setGroup(each)}>
                {each || text.noGroup}
              </Chip>
            ))}
          </fieldset>
        )
      }
    >
      {answer.rows.length === 0 ? (
        <Empty title={text.empty} text={text.emptyText} />
      ) : (
        <>
          <Card className={css.card} aria-label={text.look(look.length)}>
            <h2>{text.look(look.length)}</h2>
            {look.length > 0 && <TeamTable rows={look} units={units} />}
          </Card>
          <Card className={css.card} aria-label={text.fine(fine.length)}>
            <h2>{text.fine(fine.length)}</h2>
            {fine.length > 0 && <TeamTable rows={fine} units={units} />}
          </Card>
        </>
      )}
      {answer.idle > 0 && <p className={css.quiet}>{text.idle(answer.idle)}</p>}
    </Screen>
  );
}
