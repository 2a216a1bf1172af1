import { Fragment } from 'react';
import { words } from '../../src/words/index.ts';
import { ACTIONS, KEYMAP, type KeyGroup } from '../keys/keys.ts';
import { useSettings } from '../page/use-page.ts';
import { Kbd } from './kbd.tsx';
import css from './key-map.module.css';

const COLUMNS: readonly (readonly KeyGroup[])[] = [['setup', 'view'], ['set'], ['go']];

/** The whole keyboard map, from the map itself. */
export function KeyMap() {
  const two = useSettings()?.bars === 2;
  return (
    <div className={css.groups}>
      {COLUMNS.map((groups) => (
        <div key={groups[0]} className={css.column}>
          {groups.map((group) => (
            <section key={group}>
              <h3 className="label">{words.keyGroups[group]}</h3>
              <dl className={css.keys}>
                {ACTIONS.filter(
                  (action) => KEYMAP[action].group === group && (two || action !== 'otherBar'),
                ).map((action) => (
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
      ))}
    </div>
  );
}
