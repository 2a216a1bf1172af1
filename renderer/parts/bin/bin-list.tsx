import { useState } from 'react';
import type { BinEntry } from '../../../src/contract/bin.ts';
import type { Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatLift, loadAsTyped } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { useToldApart } from '../use-told-apart.ts';
import css from './bin.module.css';
import { RemoveForm } from './remove-form.tsx';

/** What was deleted lately: until when it can be had back, and one press that does. */
export function BinList() {
  const entries = useAnswer('bin:list', {}).value;
  const units = useStation()?.units ?? 'kg';
  const toldApart = useToldApart();
  const [done, setDone] = useState('');
  const text = words.bin;
  return (
    <div className={css.bin}>
      <p className={css.hint}>{text.hint}</p>
      <p role="status">{done}</p>
      {entries?.length === 0 && <p className={css.hint}>{text.empty}</p>}
      <ul className={css.list} aria-label={text.title}>
        {entries?.map((entry) => (
          <Entry key={`${entry.kind} ${entry.id}`} {...{ entry, units, toldApart }} onDone={setDone} />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  readonly entry: BinEntry;
  readonly units: Units;
  readonly toldApart: (id: number) => string;
  /** What was done, in words. */
  readonly onDone: (text: string) => void;
}

function Entry({ entry, units, toldApart, onDone }: EntryProps) {
  const { bridge } = usePage();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const text = words.bin;
  const what = inWords(entry, units, toldApart);
  const restore = async (): Promise<void> => {
    const reply = await bridge.request('bin:restore', { kind: entry.kind, id: entry.id });
    if (reply.ok) onDone(text.restored(what));
    else setProblem(reply.error.message);
  };
  return (
    <li className={css.entry}>
      <div className={css.line}>
        <span className={css.what}>
          {what}
          <span className={css.goes}>{text.goes(formatDayTime(entry.goes_epoch_ms))}</span>
        </span>
        <Button aria-label={text.restoreThat(what)} onClick={restore}>
          {text.restore}
        </Button>
        <Button
          kind="quiet"
          aria-label={text.removeThat(what)}
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          {text.remove}
        </Button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      {asked && (
        <RemoveForm
          entry={entry}
          what={what}
          onDone={() => onDone(text.removed(what))}
          onClose={() => setAsked(false)}
        />
      )}
    </li>
  );
}

function inWords(entry: BinEntry, units: Units, toldApart: (id: number) => string): string {
  if (entry.kind === 'athlete') return words.bin.athlete(entry.name, entry.sets);
  const { athlete_id, athlete_name, lift, variation, load_kg, started_epoch_ms } = entry.row;
  return words.bin.set(
    fullName(athlete_name, toldApart(athlete_id)),
    formatLift(lift, variation),
    load_kg === null ? '' : loadAsTyped(units, entry.row),
    formatDayTime(started_epoch_ms),
  );
}
