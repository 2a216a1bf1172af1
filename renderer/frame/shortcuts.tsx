import { useState } from 'react';
import { words } from '../../src/words/index.ts';
import { usePage } from '../page/use-page.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyMap } from '../ui/key-map.tsx';
import css from './shortcuts.module.css';
import { rememberSingleKeys } from './single-keys.ts';

/** The keyboard map, and the switch that turns single keys off. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { keyboard } = usePage();
  const [enabled, setEnabled] = useState(keyboard.enabled);
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} wide>
      <KeyMap />
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
