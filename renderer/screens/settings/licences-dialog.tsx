import { useEffect, useState } from 'react';
import { words } from '../../../src/words/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import css from './settings.module.css';

/** Beside the page, where the build puts it. */
const NOTICE = '/third-party.txt';

/** Whose work runs in Lockout, with the licences as they were given. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const [notice, setNotice] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = words.settings;
  useEffect(() => {
    fetch(NOTICE)
      .then((reply) => (reply.ok ? reply.text() : Promise.reject(new Error(reply.statusText))))
      .then(setNotice, () => setProblem(words.settings.licencesMissing));
  }, []);
  return (
    <Dialog title={text.licences} wide onClose={onClose} problem={problem}>
      <p className={css.hint}>{text.licencesHint}</p>
      {notice && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={css.licences} aria-label={text.licences} tabIndex={0}>
          {notice}
        </section>
      )}
    </Dialog>
  );
}
