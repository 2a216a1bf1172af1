import { useState } from 'react';
import type { GoalPatch } from '../../../src/contract/goal-patch.ts';
import type { GoalPreset, Setup } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type GoalFields, goalFields, patchOf } from './goal-fields.ts';
import css from './pickers.module.css';

interface PickGoalProps {
  readonly setup: Setup;
  readonly onApply: (patch: GoalPatch) => void;
  readonly onClose: () => void;
  /** Why the goal was refused. */
  readonly problem?: string | null;
}

const PRESETS: readonly GoalPreset[] = ['strength', 'hypertrophy', 'light', 'power'];
const NUMBERS: readonly { readonly name: Exclude<keyof GoalFields, 'tension'>; readonly label: string }[] = [
  { name: 'reps', label: words.goal.reps },
  { name: 'hold', label: words.goal.hold },
  { name: 'loss', label: words.goal.velocityLoss },
  { name: 'eccentric', label: words.goal.lowering },
  { name: 'velocity', label: words.goal.velocity },
  { name: 'power', label: words.goal.power },
];

/** A preset is one press; below it every number of it, to be changed. */
export function PickGoal({ setup, onApply, onClose, problem }: PickGoalProps) {
  const [fields, setFields] = useState(() => goalFields(setup));
  const patch = patchOf(setup, fields);
  return (
    <Dialog title={words.goal.title} onClose={onClose} wide problem={problem}>
      <fieldset className={css.presets}>
        <legend className="visually-hidden">{words.goal.preset}</legend>
        {PRESETS.map((preset, i) => (
          <button
            key={preset}
            type="button"
            {...(preset === setup.goal.preset || (setup.goal.preset === 'custom' && i === 0)
              ? { 'data-autofocus': true }
              : {})}
            aria-pressed={preset === setup.goal.preset}
            className={css.preset}
            onClick={() => onApply({ preset })}
          >
            <strong>{words.presets[preset]}</strong>
            <span>{words.presetHints[preset]}</span>
          </button>
        ))}
      </fieldset>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (patch) onApply(patch);
        }}
      >
        <div className={css.numbers}>
          {NUMBERS.map(({ name, label }) => (
            <label key={name} className={css.field}>
              <span className="label">{label}</span>
              <input
                className={css.input}
                inputMode="decimal"
                autoComplete="off"
                value={fields[name]}
                onChange={(event) =>
                  setFields({ ...fields, [name]: event.target.value.replace(/[^\d.,]/g, '') })
                }
              />
            </label>
          ))}
        </div>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={fields.tension}
            onChange={(event) => setFields({ ...fields, tension: event.target.checked })}
          />
          {words.goal.tension}
        </label>
        <p className="label">{words.goal.empty}</p>
        <div className={css.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" kind="primary" disabled={patch === null}>
            {words.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
