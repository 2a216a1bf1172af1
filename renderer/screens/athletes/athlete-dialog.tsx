import { useState } from 'react';
import type { Athlete, AthleteFields, Units } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { formatTyped, loadIn, loadToKg } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './athletes.module.css';

/** As the contract has it, kg. */
const MASS_KG = { least: 20, most: 400 };
/** As the contract has it. */
const BORN = { earliest: 1900, latest: 2200 };

interface AthleteDialogProps {
  /** null: a new one. */
  readonly athlete: Athlete | null;
  readonly units: Units;
  /** Keeps what was typed of one who is there; null: done, else why not. */
  readonly onSave?: (fields: AthleteFields) => Promise<string | null>;
  readonly onDone: (athlete: Athlete) => void;
  readonly onClose: () => void;
}

export function AthleteDialog({ athlete, units, onSave, onDone, onClose }: AthleteDialogProps) {
  const { bridge, notices } = usePage();
  const [problem, setProblem] = useState<string | null>(null);
  const before_kg = athlete?.body_mass_kg ?? null;
  const [name, setName] = useState(athlete?.name ?? '');
  const [mass, setMass] = useState(before_kg === null ? '' : formatTyped(loadIn(units, before_kg)));
  const typed_kg = mass.trim() === '' ? null : loadToKg(units, Number(mass.replace(',', '.')));
  const fits = typed_kg === null || (typed_kg >= MASS_KG.least && typed_kg <= MASS_KG.most);
  const [group, setGroup] = useState(athlete?.group ?? '');
  const [born, setBorn] = useState(athlete?.birth_year?.toString() ?? '');
  const [note, setNote] = useState(athlete?.note ?? '');
  const bornFits = born === '' || (Number(born) >= BORN.earliest && Number(born) <= BORN.latest);
  const allFits = fits && bornFits && name.trim() !== '';
  const text = words.athletes;

  const create = async (fields: AthleteFields): Promise<string | null> => {
    const reply = await bridge.request('athletes:create', fields);
    if (!reply.ok) return reply.error.message;
    notices.show({ tone: 'info', text: text.added(reply.value.name) });
    onDone(reply.value);
    return null;
  };
  const save = async (): Promise<void> => {
    const fields = {
      name: name.trim(),
      body_mass_kg: typed_kg,
      group: group.trim(),
      birth_year: born === '' ? null : Number(born),
      note: note.trim(),
    };
    const problem = onSave ? await onSave(fields) : await create(fields);
    // where it was caused: a notice would lie behind the dialog
    if (problem !== null) return setProblem(problem);
    if (athlete) onDone(athlete);
  };
  return (
    <Dialog title={athlete?.name ?? text.create} onClose={onClose} problem={problem}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (allFits) void save();
        }}
      >
        <TextField
          label={text.name}
          data-autofocus
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text.bodyMass(words.units[units])}
          inputMode="decimal"
          aria-invalid={!fits}
          hint={fits ? undefined : text.massWrong}
          value={mass}
          onChange={(event) => setMass(event.target.value.replace(/[^\d.,]/g, ''))}
        />
        <TextField
          label={text.group}
          maxLength={60}
          value={group}
          onChange={(event) => setGroup(event.target.value)}
        />
        <TextField
          label={text.birthYear}
          inputMode="numeric"
          maxLength={4}
          aria-invalid={!bornFits}
          hint={bornFits ? undefined : text.yearWrong}
          value={born}
          onChange={(event) => setBorn(event.target.value.replace(/\D/g, ''))}
        />
        <TextField
          label={text.note}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className={css.formButtons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" disabled={!allFits}>
            {athlete ? text.save : text.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
