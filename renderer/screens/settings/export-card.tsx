import { useState } from 'react';
import type { ExportChoices, ExportFormat, ExportTable } from '../../../src/contract/exporting.ts';
import { words } from '../../../src/words/index.ts';
import { fromDateField } from '../../format/date-field.ts';
import { fullName, toldApart } from '../../format/told-apart.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { ExportButton } from '../../parts/export-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Check, SelectField } from '../../ui/field.tsx';
import css from './settings.module.css';

const TABLES = Object.keys(words.exporting.tables) as ExportTable[];
const FORMATS = ['csv', 'xlsx', 'parquet', 'everything'] as const satisfies readonly ExportFormat[];

/** Everything stored as a file for other programs: whose, when, and as what. */
export function ExportCard() {
  const athletes = useAnswer('athletes:list', {}).value ?? [];
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('csv');
  const [table, setTable] = useState<ExportTable>('reps');
  const [whose, setWhose] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [decimal_comma, setDecimalComma] = useState(false);
  const [bom, setBom] = useState(false);
  const text = words.exporting;
  const groups = [...new Set(athletes.map(({ group }) => group ?? '').filter(Boolean))].sort();
  const [kind, name] = [whose.slice(0, 1), whose.slice(1)];
  const choices: ExportChoices = {
    format,
    table,
    ...(kind === 'a' ? { athlete_id: Number(name) } : {}),
    ...(kind === 'g' ? { group: name } : {}),
    ...(format === 'everything'
      ? {}
      : {
          since_epoch_ms: fromDateField(from) ?? undefined,
          until_epoch_ms: fromDateField(to, 1) ?? undefined,
        }),
    ...(format === 'csv' ? { bom, decimal_comma } : {}),
  };
  return (
    <Card title={text.title} className={css.card}>
      <SelectField
        label={text.format}
        value={format}
        onChange={(event) => setFormat(FORMATS.find((each) => each === event.target.value) ?? 'csv')}
      >
        {FORMATS.map((each) => (
          <option key={each} value={each}>
            {text.formats[each]}
          </option>
        ))}
      </SelectField>
      {(format === 'csv' || format === 'parquet') && (
        <SelectField
          label={text.table}
          value={table}
          onChange={(event) => setTable(TABLES.find((each) => each === event.target.value) ?? 'reps')}
        >
          {TABLES.map((each) => (
            <option key={each} value={each}>
              {text.tables[each]}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label={text.whose} value={whose} onChange={(event) => setWhose(event.target.value)}>
        <option value="">{text.everybody}</option>
        {groups.map((group) => (
          <option key={`g${group}`} value={`g${group}`}>
            {text.ofGroup(group)}
          </option>
        ))}
        {athletes.map((athlete) => (
          <option key={athlete.id} value={`a${athlete.id}`}>
            {fullName(athlete.name, toldApart(athlete, athletes))}
          </option>
        ))}
      </SelectField>
      {format !== 'everything' && (
        <div className={css.row}>
          <DateField label={text.from} value={from} onChange={setFrom} />
          <DateField label={text.to} value={to} onChange={setTo} />
        </div>
      )}
      {format === 'csv' && (
        <>
          <Check checked={decimal_comma} onChange={setDecimalComma}>
            {text.decimalComma}
          </Check>
          <Check checked={bom} onChange={setBom}>
            {text.bom}
          </Check>
        </>
      )}
      <div className={css.row}>
        <ExportButton choices={choices} primary>
          {text.save}
        </ExportButton>
      </div>
    </Card>
  );
}
