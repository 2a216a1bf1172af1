import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../src/contract/importing.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime } from '../../format/moments.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ColumnMapper } from './column-mapper.tsx';
import { HistoryForm } from './history-form.tsx';
import css from './import.module.css';
import { LookProgress } from './look-progress.tsx';
import { RecordingForm } from './recording-form.tsx';
import type { ImportFlow } from './use-import.ts';

interface PreviewCardProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly flow: ImportFlow;
}

/** What the files are and what would become of them. */
export function PreviewCard({ preview, busy, flow }: PreviewCardProps) {
  const text = words.importing;
  const { title, body, ready } = partsOf(preview, flow);
  return (
    <Card title={title} className={css.card} aria-busy={busy}>
      <p className={css.files}>{preview.files.join(' + ')}</p>
      {preview.before && (
        <p className={css.warning} role="status">
          {text.before(preview.before.file, formatDayTime(preview.before.made_epoch_ms))}
        </p>
      )}
      {preview.remarks.length > 0 && (
        <ul className={css.remarks}>
          {preview.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {body}
      {busy && <LookProgress quiet />}
      <div className={css.row}>
        {ready !== null && (
          <Button kind="primary" disabled={busy || !ready} onClick={() => void flow.store()}>
            {text.store}
          </Button>
        )}
        <Button onClick={flow.reset}>{text.cancel}</Button>
      </div>
    </Card>
  );
}

/** `ready` null: there is nothing to store; false: something has to be said first. */
function partsOf(
  preview: ImportPreview,
  flow: ImportFlow,
): { readonly title: string; readonly body: ReactNode; readonly ready: boolean | null } {
  const text = words.importing;
  switch (preview.kind) {
    case 'history':
      return {
        title: text.history.title(preview.tool),
        body: <HistoryForm preview={preview} flow={flow} />,
        ready: preview.question === null && preview.fresh > 0,
      };
    case 'day-order':
      return {
        title: text.when,
        body: (
          <>
            <p>{preview.question}</p>
            <div className={css.row}>
              <Button onClick={() => void flow.choose({ dates: 'day-first' })}>
                {text.history.dayFirst}
              </Button>
              <Button onClick={() => void flow.choose({ dates: 'month-first' })}>
                {text.history.monthFirst}
              </Button>
            </div>
          </>
        ),
        ready: null,
      };
    case 'recording':
      return {
        title: text.recording.title,
        body: <RecordingForm preview={preview} flow={flow} />,
        ready: preview.parts.some(({ reps }) => reps.length > 0),
      };
    case 'columns':
      return {
        title: text.columns.title,
        body: <ColumnMapper preview={preview} onMap={(columns) => void flow.choose({ columns })} />,
        ready: null,
      };
    case 'roster':
      return {
        title: text.roster.title,
        body: (
          <>
            <p>{text.roster.counts(preview.added.length, preview.known.length)}</p>
            <ul className={css.names}>
              {preview.added.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        ),
        ready: preview.added.length > 0,
      };
    case 'everything':
      return { title: text.everything.title, body: <p>{text.everything.text}</p>, ready: true };
    case 'refused':
      return {
        title: text.refused.title,
        body: <p className={css.warning}>{preview.message}</p>,
        ready: null,
      };
  }
}
