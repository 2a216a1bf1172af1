import { useState } from 'react';
import type { ImportPreview } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import { momentField } from '../../format/date-field.ts';
import { formatTyped, formatVelocity, loadIn, loadToKg } from '../../format/format.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { useStation } from '../../page/use-page.ts';
import { AthleteChoices } from '../../parts/athlete-choices.tsx';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import { ForcePicture } from './force-picture.tsx';
import css from './import.module.css';
import { LiftSelect } from './lift-select.tsx';
import type { ImportFlow } from './use-import.ts';

interface RecordingFormProps {
  readonly preview: Extract<ImportPreview, { kind: 'recording' }>;
  readonly flow: ImportFlow;
}

/** A recording before it is stored: what is in it, and whose it is. */
export function RecordingForm({ preview, flow }: RecordingFormProps) {
  const athletes = useAnswer('athletes:list', {}).value ?? [];
  const units = useStation()?.units ?? 'kg';
  const { choices, choose } = flow;
  const [load, setLoad] = useState(
    choices.load_kg === undefined || choices.load_kg === null
      ? ''
      : formatTyped(loadIn(units, choices.load_kg)),
  );
  const text = words.importing;
  const lift = { lift: choices.lift ?? 'hip-thrust', variation: choices.variation ?? 'barbell' } as const;
  return (
    <>
      <ForcePicture force={preview.force} />
      {preview.parts.map(({ start_s, reps, quality, reasons }, i) => (
        <section key={start_s} className={css.part}>
          <h3>{text.recording.set(i + 1, reps.length)}</h3>
          <span className="badge">{quality}</span>
          <p className={css.reps}>
            {reps
              .map(({ mcv_mps, rom_m }) => text.recording.rep(formatVelocity(mcv_mps), formatVelocity(rom_m)))
              .join(' · ')}
          </p>
          {reasons.length > 0 && <p className={css.hint}>{reasons.join(' ')}</p>}
        </section>
      ))}
      <div className={css.fields}>
        <SelectField
          label={text.whose}
          value={choices.athlete_id ?? athletes[0]?.id ?? ''}
          onChange={(event) => void choose({ athlete_id: Number(event.target.value) })}
        >
          <AthleteChoices athletes={athletes} />
        </SelectField>
        <LiftSelect label={text.lift} value={lift} onChange={(chosen) => void choose({ ...chosen })} />
        <TextField
          label={text.load(words.units[units])}
          inputMode="decimal"
          value={load}
          onChange={(event) => setLoad(event.target.value.replace(/[^\d.,]/g, ''))}
          onBlur={() => {
            const typed = load.trim() === '' ? null : loadToKg(units, Number(load.replace(',', '.')));
            if (typed === null || (typed >= 0 && typed <= 1000)) void choose({ load_kg: typed });
          }}
        />
        <TextField
          label={text.when}
          type="datetime-local"
          defaultValue={momentField(choices.started_epoch_ms ?? Date.now())}
          onBlur={(event) => {
            const at = new Date(event.target.value).getTime();
            if (!Number.isNaN(at)) void choose({ started_epoch_ms: at });
          }}
        />
      </div>
      <Check checked={choices.accepted ?? false} onChange={(accepted) => void choose({ accepted })}>
        {text.counts}
      </Check>
    </>
  );
}
