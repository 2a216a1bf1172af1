import type { ImportRecord } from '../../../src/contract/imports.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime } from '../../format/moments.ts';
import { useAnswer } from '../../page/use-answer.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSure } from '../../ui/use-sure.ts';
import css from './import.module.css';

/** What came in before, each with the way back. */
export function ImportsCard() {
  const list = useAnswer('import:list', {}).value;
  const text = words.importing;
  return (
    <Card title={text.list} className={css.card}>
      {list === null || list.length === 0 ? (
        <p className={css.hint}>{text.none}</p>
      ) : (
        <ul className={css.list}>
          {list.map((record) => (
            <Line key={record.id} record={record} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Asked twice: sets go with it. */
function Line({ record }: { readonly record: ImportRecord }) {
  const { ask, notices } = usePage();
  const text = words.importing;
  const undo = async (): Promise<void> => {
    const undone = await ask('import:undo', { id: record.id });
    if (undone) notices.show({ tone: 'info', text: text.undone(undone.file) });
  };
  const { asked, press } = useSure(undo);
  return (
    <li>
      <span className={css.file}>{[record.tool, record.file].filter(Boolean).join(', ')}</span>
      <span className={css.hint}>
        {formatDayTime(record.made_epoch_ms)}, {text.stored(record)}
      </span>
      <Button
        kind={asked ? 'danger' : 'quiet'}
        aria-label={`${asked ? text.undoSure : text.undo}: ${record.file}`}
        onClick={press}
      >
        {asked ? text.undoSure : text.undo}
      </Button>
    </li>
  );
}
