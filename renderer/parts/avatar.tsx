import type { Athlete } from '../../src/contract/setup.ts';
import { athleteColour } from '../format/athlete-colour.ts';
import { initials } from '../format/format.ts';
import css from './avatar.module.css';

/** Initials on a colour of the athlete's own, beside the name that says it in words. */
export function Avatar({ athlete: { id, name } }: { readonly athlete: Athlete }) {
  return (
    <span className={css.avatar} style={{ background: athleteColour(id) }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
