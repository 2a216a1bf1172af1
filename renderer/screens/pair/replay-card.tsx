import { useRef, useState } from 'react';
import type { SetRow } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { isPastField, momentField } from '../../format/date-field.ts';
import { formatLift, formatLoad } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { fullName } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage, useStation } from '../../page/use-page.ts';
import { useToldApart } from '../../parts/use-told-apart.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SelectField } from '../../ui/field.tsx';
import css from './cards.module.css';
import { SpeedField } from './simulate-card.tsx';
import { WhoseFields } from './whose-fields.tsx';

/** What the host lets through, bytes: 60 MB on the way, which is a third longer than the files. */
const MAX_BYTES = 45_000_000;
/** What is read (docs/command-line.md). */
const ACCEPTED = '.csv,.txt,.tsv,.json,.zip,.gz';
const FILE = 'file';
const SETS_OFFERED = 50;
/** Acceleration, gravity and angular rate: no tool writes more files of one recording. */
const MOST_FILES = 3;

/** The files of a recording or a stored set, played back through the same door as a sensor. */
export function ReplayCard() {
  const { ask, notices } = usePage();
  const toldApart = useToldApart();
  const units = useStation()?.units ?? 'kg';
  const sets = useAnswer('sets:list', { limit: SETS_OFFERED }).value;
  const picker = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<string>(FILE);
  const [files, setFiles] = useState<readonly File[]>([]);
  const here = useStation()?.setup.athlete.id;
  const [athlete_id, setAthlete] = useState<number | null>(null);
  const [recorded, setRecorded] = useState('');
  const [speed, setSpeed] = useState(1);
  const text = words.pair.replay;
  const dated = isPastField(recorded);

  const start = async (): Promise<void> => {
    if (source !== FILE) {
      void ask('pair:replay', { set_id: Number(source), speed });
      return;
    }
    if (files.length === 0) return;
    if (files.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES)
      notices.show({ tone: 'warning', text: text.tooBig });
    else
      void ask('pair:replay', {
        files: await Promise.all(files.map(inBase64)),
        name: namesOf(files),
        athlete_id: athlete_id ?? here,
        // the file's own second where nobody changed the minute
        started_epoch_ms:
          recorded === momentOf(files) ? files[0]?.lastModified : new Date(recorded).getTime(),
        speed,
      });
  };

  return (
    <Card className={css.made} aria-label={text.title}>
      <h3 className={css.madeHead}>
        {text.title}
        <span className="badge">{words.badges.replay}</span>
      </h3>
      <p>{text.text}</p>
      <div className={classNames(css.fields, css.two)}>
        <SelectField label={text.source} value={source} onChange={(event) => setSource(event.target.value)}>
          <option value={FILE}>{text.file}</option>
          {sets && sets.length > 0 && (
            <optgroup label={text.set}>
              {sets.map((row) => (
                <option key={row.id} value={row.id}>
                  {setName(row, fullName(row.athlete_name, toldApart(row.athlete_id)), units)}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <SpeedField speed={speed} onChange={setSpeed} />
      </div>
      {source === FILE && (
        <>
          <div className={css.fileRow}>
            <Button onClick={() => picker.current?.click()}>{text.chooseFile}</Button>
            <span className={css.fileName} role="status">
              {files.length > 0 ? namesOf(files) : text.fileNone}
            </span>
            <input
              ref={picker}
              type="file"
              accept={ACCEPTED}
              multiple
              hidden
              aria-label={text.chooseFile}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])].slice(0, MOST_FILES);
                setFiles(chosen);
                setRecorded(momentOf(chosen));
              }}
            />
          </div>
          {files.length > 0 && (
            <WhoseFields
              athlete_id={athlete_id ?? here}
              onAthlete={setAthlete}
              recorded={recorded}
              onRecorded={setRecorded}
            />
          )}
          <p>{text.columns}</p>
        </>
      )}
      <div className={css.actions}>
        <Button disabled={source === FILE && (files.length === 0 || !dated)} onClick={start}>
          {text.start}
        </Button>
      </div>
    </Card>
  );
}

const momentOf = ([first]: readonly File[]): string => (first ? momentField(first.lastModified) : '');

const namesOf = (files: readonly File[]): string => files.map(({ name }) => name).join(' + ');

/** The bytes of a file as they travel to the station. */
const inBase64 = (file: File): Promise<{ name: string; base64: string }> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).split(',')[1] ?? '' });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

const setName = (row: SetRow, name: string, units: 'kg' | 'lb'): string =>
  [
    formatDayTime(row.started_epoch_ms),
    name,
    formatLift(row.lift, row.variation),
    row.load_kg !== null && formatLoad(units, row.load_kg),
  ]
    .filter(Boolean)
    .join(', ');
