import { Fragment } from 'react';
import { ACTIONS, KEYMAP, type KeyGroup } from '../../keys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { words } from '../../words.ts';
import css from './help.module.css';

const GROUPS: readonly KeyGroup[] = ['setup', 'set', 'go', 'view'];

/** The whole keyboard map, from the map itself. */
export function KeysCard() {
  return (
    <>
      <p className={css.quiet}>{words.help.keys.text}</p>
      <div className={css.groups}>
        {GROUPS.map((group) => (
          <section key={group} aria-label={words.keyGroups[group]}>
            <h3>{words.keyGroups[group]}</h3>
            <dl className={css.keys}>
              {ACTIONS.filter((action) => KEYMAP[action].group === group).map((action) => (
                <Fragment key={action}>
                  <dt>
                    {KEYMAP[action].keys.map((key) => (
                      <Kbd key={key} name={key} />
                    ))}
                  </dt>
                  <dd>{words.actionNames[action]}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
