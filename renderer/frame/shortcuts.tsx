import { Fragment, useState } from 'react';
import { ACTIONS, KEYMAP, type KeyGroup } from '../keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { usePage } from '../use-page.ts';
import { words } from '../words.ts';
import css from './shortcuts.module.css';
import { rememberSingleKeys } from './single-keys.ts';

const COLUMNS: readonly (readonly KeyGroup[])[] = [['setup', 'view'], ['set'], ['go']];

/** The whole keyboard map, from the map itself. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { keyboard } = usePage();
  const [enabled, setEnabled] = useState(keyboard.enabled);
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} wide>
      <div className={css.groups}>
        {COLUMNS.map((groups) => (
          <div key={groups[0]} className={css.column}>
            {groups.map((group) => (
              <section key={group}>
                <h3 className="label">{words.keyGroups[group]}</h3>
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
        ))}
      </div>
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => {
            keyboard.enabled = event.target.checked;
            rememberSingleKeys(event.target.checked);
            setEnabled(event.target.checked);
          }}
        />
        {words.shortcuts.singleKeys}
      </label>
    </Dialog>
  );
}
