import { useEffect, useState } from 'react';
import type { ImportProgress } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import css from './import.module.css';

/** How often the station is asked how far it is, ms: as often as a reader notices. */
const EVERY_MS = 300;

/** How far the station is with what was handed over. `quiet`: nothing is said of what takes but a moment. */
export function LookProgress({ quiet = false }: { readonly quiet?: boolean }) {
  const { bridge } = usePage();
  const [progress, setProgress] = useState<ImportProgress | null>(quiet ? null : { done: 0, of: 0 });
  useEffect(() => {
    const timer = setInterval(() => {
      void bridge.request('import:progress', {}).then((reply) => reply.ok && setProgress(reply.value));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [bridge]);
  if (progress === null) return null;
  const { done, of } = progress;
  const said = of === 0 ? words.importing.looking : words.importing.analysing(done, of);
  return (
    <>
      <p role="status">{said}</p>
      <progress className={css.progress} aria-label={said} {...(of > 1 ? { value: done / of } : {})} />
    </>
  );
}
