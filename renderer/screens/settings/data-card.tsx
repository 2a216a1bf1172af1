import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DataInfo } from '../../../src/contract/replies.ts';
import { words } from '../../../src/words/index.ts';
import { formatSeconds } from '../../format/format.ts';
import { formatDayTime } from '../../format/moments.ts';
import { useDataInfo } from '../../page/use-data-info.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSure } from '../../ui/use-sure.ts';
import css from './settings.module.css';

/** The newest; all of them stand in the folder. */
const SHOWN_BACKUPS = 8;
const BYTES_PER_MB = 1_000_000;
const megabytes = (bytes: number): string => words.settings.sizeOf(formatSeconds(bytes / BYTES_PER_MB));

/** Where the data lives, how much there is, and copies of it. */
export function DataCard() {
  const { ask, notices } = usePage();
  const [info, reload] = useDataInfo();
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const text = words.settings;
  const restore = async (name: string): Promise<void> => {
    setBusy(true);
    const done = await ask('data:restore', { backup: name });
    setBusy(false);
    if (done) notices.show({ tone: 'info', text: text.restored(done.kept) });
    reload();
  };
  const backup = async (): Promise<void> => {
    setBusy(true);
    const made = await ask('data:backup', {});
    setBusy(false);
    if (made) notices.show({ tone: 'info', text: text.backupMade(made.path) });
    reload();
  };
  return (
    <Card title={text.data} className={css.card}>
      {info && (
        <>
          <dl className={css.facts}>
            <dt>{text.folder}</dt>
            <dd className={css.path}>{info.folder}</dd>
            <dt>{text.stored}</dt>
            <dd>{text.storedOf(words.sets(info.sets), words.reps(info.reps))}</dd>
            <dt>{text.size}</dt>
            <dd>{megabytes(info.database_bytes)}</dd>
          </dl>
          <div className={css.row}>
            <Button kind="primary" disabled={busy} onClick={backup}>
              {text.backup}
            </Button>
            <Button onClick={() => go('/import')}>{text.import}</Button>
          </div>
          <div>
            <h3 className="label">{text.backups}</h3>
            <p className={css.hint}>{dailyText(info.daily)}</p>
            {info.backups.length === 0 ? (
              <p className={css.hint}>{text.noBackups}</p>
            ) : (
              <ul className={css.backups}>
                {info.backups.slice(0, SHOWN_BACKUPS).map((file) => (
                  <BackupLine key={file.name} file={file} busy={busy} onRestore={() => restore(file.name)} />
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

function dailyText({ last_epoch_ms, problem }: DataInfo['daily']): string {
  const text = words.settings;
  if (problem !== null) return text.dailyFailed(problem);
  return last_epoch_ms === null ? text.dailyNone : text.daily(formatDayTime(last_epoch_ms));
}

interface BackupLineProps {
  readonly file: DataInfo['backups'][number];
  readonly busy: boolean;
  readonly onRestore: () => void;
}

/** Asked twice: it changes everything on the screen. */
function BackupLine({ file, busy, onRestore }: BackupLineProps) {
  const { asked, press } = useSure(onRestore);
  const text = words.settings;
  const day = formatDayTime(file.at_epoch_ms);
  return (
    <li>
      <span title={file.name}>{day}</span>
      <span>{asked ? text.restoreHint : megabytes(file.bytes)}</span>
      <Button
        kind={asked ? 'danger' : 'quiet'}
        disabled={busy}
        aria-label={asked ? undefined : text.restoreOf(day)}
        onClick={press}
      >
        {asked ? text.restoreSure : text.restore}
      </Button>
    </li>
  );
}
