import { useEffect, useRef } from 'react';
import { words } from '../../../src/words/index.ts';
import { formatWhole } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { useObservable } from '../../state/observable.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './import.module.css';
import { ImportsCard } from './imports-card.tsx';
import { LookProgress } from './look-progress.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ResultCard } from './result-card.tsx';
import { useImport } from './use-import.ts';

/** What is read (docs/command-line.md). */
const ACCEPTED = '.csv,.txt,.tsv,.json,.lockout,.zip,.gz';

/** Files of other tools come in here: dropped or chosen, looked at, stored, and taken back. */
export default function Import() {
  const { dropped } = usePage();
  const flow = useImport();
  const files = useObservable(dropped);
  const { take } = flow;
  useEffect(() => {
    if (files.length === 0) return;
    dropped.set([]);
    void take(files);
  }, [files, dropped, take]);
  const { stage } = flow;
  return (
    <Screen title={words.importing.title}>
      <div className={css.columns}>
        <div className={css.column}>
          {stage.kind === 'empty' && <ChooseCard onFiles={(chosen) => void take(chosen)} />}
          {stage.kind === 'sending' && <SendingCard share={stage.share} onCancel={flow.reset} />}
          {stage.kind === 'reading' && <ReadingCard onCancel={flow.reset} />}
          {stage.kind === 'looking' && <PreviewCard preview={stage.preview} busy={stage.busy} flow={flow} />}
          {stage.kind === 'done' && <ResultCard result={stage.result} onAnother={flow.reset} />}
        </div>
        <div className={css.column}>
          <ImportsCard />
          <Card title={words.importing.accepted} className={css.card}>
            <ul className={css.accepted}>
              {words.importing.acceptedList.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </Screen>
  );
}

function ChooseCard({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const text = words.importing;
  return (
    <Card className={css.drop} aria-label={text.choose}>
      <p className={css.dropTitle}>{text.drop}</p>
      <p>{text.dropText}</p>
      <Button kind="primary" onClick={() => picker.current?.click()}>
        {text.choose}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        aria-label={text.choose}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </Card>
  );
}

/** They are here, and are being looked at: of a long recording how many sets are measured. */
function ReadingCard({ onCancel }: { readonly onCancel: () => void }) {
  const text = words.importing;
  return (
    <Card className={css.card} aria-label={text.title}>
      <LookProgress />
      <div className={css.row}>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </Card>
  );
}

function SendingCard({ share, onCancel }: { readonly share: number; readonly onCancel: () => void }) {
  const text = words.importing;
  const percent = text.sending(formatWhole(share * 100));
  return (
    <Card className={css.card} aria-label={text.title}>
      <p role="status">{percent}</p>
      <progress className={css.progress} value={share} aria-label={percent} />
      <div className={css.row}>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </Card>
  );
}
