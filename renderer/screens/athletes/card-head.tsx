import type { ReactNode } from 'react';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import css from './athletes.module.css';

interface CardHeadProps {
  readonly athlete: Athlete;
  /** Lifts at the station now. */
  readonly here: boolean;
  readonly state: StationState;
  readonly onUse: () => void;
  readonly onEdit: () => void;
  readonly onArchive: (archived: boolean) => void;
}

/** Who it is, and what can be done with them at once. */
export function CardHead({ athlete, here, state, onUse, onEdit, onArchive }: CardHeadProps) {
  const { ask } = usePage();
  const { id, name, simulated, archived } = athlete;
  const text = words.athletes;
  const tonight = state.tonight.map((entry) => entry.athlete.id);
  const trains = tonight.includes(id);
  const turns = trains ? tonight.filter((each) => each !== id) : [...tonight, id];
  return (
    <header className={css.head}>
      <Avatar athlete={athlete} />
      <h2>{name}</h2>
      {simulated && <Badge>{text.simulated}</Badge>}
      {archived && <Badge>{text.archived}</Badge>}
      <span className={css.grow} />
      {archived ? (
        <Button kind="primary" onClick={() => onArchive(false)}>
          {text.unarchive}
        </Button>
      ) : (
        <>
          <Button kind="primary" onClick={onUse}>
            {here ? words.history.toStation : text.choose}
          </Button>
          <Button onClick={() => ask('tonight:put', { athlete_ids: turns })}>
            {trains ? text.tonightRemove : text.tonightAdd}
          </Button>
        </>
      )}
      <Button onClick={onEdit}>{text.edit}</Button>
    </header>
  );
}

const Badge = ({ children }: { readonly children: ReactNode }) => <span className="badge">{children}</span>;
