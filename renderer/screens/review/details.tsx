import { useState } from 'react';
import type { SetPatch } from '../../../src/contract/requests.ts';
import type { SetDetail } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { reasonsInWords } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { ExportButton } from '../../parts/export-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './review.module.css';

export function NoteCard({
  detail,
  onSave,
}: {
  readonly detail: SetDetail;
  readonly onSave: (patch: SetPatch) => void;
}) {
  const [note, setNote] = useState(detail.row.note);
  return (
    <Card title={words.review.note}>
      <form
        className={css.note}
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ note });
        }}
      >
        <textarea
          className={css.noteText}
          aria-label={words.review.note}
          placeholder={words.review.noteHint}
          maxLength={2000}
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" disabled={note === detail.row.note}>
          {words.review.saveNote}
        </Button>
      </form>
    </Card>
  );
}

interface MeasuredCardProps {
  readonly detail: SetDetail;
  readonly onReanalyse: () => void;
  readonly onReplay: () => void;
  readonly onDelete: () => void;
}

/** Where the numbers come from, and what can be done with the set as a whole. */
export function MeasuredCard({ detail, onReanalyse, onReplay, onDelete }: MeasuredCardProps) {
  const { recording, algorithm, outdated, sensor_name } = detail;
  const text = words.review;
  return (
    <Card title={text.facts}>
      <dl className={css.facts}>
        <dt>{text.sensor}</dt>
        <dd>{sensor_name}</dd>
        <dt>{text.algorithm}</dt>
        <dd>{algorithm}</dd>
        <dt>{text.quality}</dt>
        <dd>
          {[text.qualityWords[recording.quality], reasonsInWords(recording.reasons)]
            .filter(Boolean)
            .join(', ')}
        </dd>
      </dl>
      {outdated && (
        <p className={`${css.outdated} ${toneClass('warning')}`}>
          <VerdictMark mark="warning" /> {text.outdated}
        </p>
      )}
      <div className={css.buttons}>
        <Button kind={outdated ? 'primary' : 'plain'} onClick={onReanalyse}>
          {outdated ? text.reanalyse : text.sameAlgorithm}
        </Button>
        <Button onClick={onReplay}>{text.replay}</Button>
        <ExportButton choices={{ format: 'recording', set_id: detail.row.id }}>
          {words.exporting.signal}
        </ExportButton>
        <Button kind="danger" onClick={onDelete}>
          {text.deleteSet}
        </Button>
      </div>
    </Card>
  );
}

/** Everything a person changed, newest first: nothing is rewritten in silence. */
export function ChangesCard({ detail }: { readonly detail: SetDetail }) {
  const edits = detail.edits.toSorted((a, b) => b.at_epoch_ms - a.at_epoch_ms);
  return (
    <Card title={words.review.audit}>
      {edits.length === 0 ? (
        <p className={css.quiet}>{words.review.auditNone}</p>
      ) : (
        <ul className={css.edits}>
          {edits.map((edit) => (
            <li key={`${edit.at_epoch_ms} ${edit.what}`}>
              <span className="label">{formatDayTime(edit.at_epoch_ms)}</span> {edit.what}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
