import { useState } from 'react';
import type { GymStatus } from '../../../src/contract/gym.ts';
import { words } from '../../../src/words/index.ts';
import { formatDayTime } from '../../format/moments.ts';
import { usePage } from '../../page/use-page.ts';
import { useStatus } from '../../page/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSure } from '../../ui/use-sure.ts';
import css from './settings.module.css';

/** What waits becomes less without any event, ms. */
const LOOK_EVERY_MS = 2000;

/** The gym this station belongs to, how the line to it is, and the way in and out. */
export function GymCard() {
  const [status, setStatus] = useStatus('gym:status', LOOK_EVERY_MS, ({ gym }) => gym !== null);
  if (status === null) return null;
  return (
    <Card title={words.gym.title} className={css.card}>
      {status.gym !== null ? (
        <OwnGym status={status} onDone={setStatus} />
      ) : status.was_member ? (
        <FormerGym onDone={setStatus} />
      ) : (
        <JoinGym onDone={setStatus} />
      )}
    </Card>
  );
}

interface DoneProps {
  readonly onDone: (status: GymStatus) => void;
}

function JoinGym({ onDone }: DoneProps) {
  const { ask, notices } = usePage();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const text = words.gym;
  const join = async (): Promise<void> => {
    setBusy(true);
    const joined = await ask('gym:join', { code });
    setBusy(false);
    if (joined === null) return;
    onDone(joined);
    notices.show({ tone: 'info', text: text.joined(joined.gym ?? '') });
  };
  return (
    <form
      className={css.card}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <p className={css.hint}>{text.aloneHint}</p>
      <TextField
        label={text.code}
        hint={text.joinHint}
        value={code}
        spellCheck={false}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className={css.row}>
        <Button type="submit" disabled={busy || code.trim() === ''}>
          {text.join}
        </Button>
      </div>
    </form>
  );
}

/** After a backup was restored that is from before this station joined. */
function FormerGym({ onDone }: DoneProps) {
  const { ask } = usePage();
  const choose = async (what: 'gym:go-on' | 'gym:leave'): Promise<void> => {
    const status = await ask(what, {});
    if (status) onDone(status);
  };
  return (
    <>
      <p role="status">{words.gym.wasMember}</p>
      <div className={css.row}>
        <Button onClick={() => void choose('gym:go-on')}>{words.gym.goOn}</Button>
        <Button kind="quiet" onClick={() => void choose('gym:leave')}>
          {words.gym.leave}
        </Button>
      </div>
    </>
  );
}

function OwnGym({ status, onDone }: DoneProps & { readonly status: GymStatus }) {
  const { ask } = usePage();
  const text = words.gym;
  const leave = async (): Promise<void> => {
    const left = await ask('gym:leave', {});
    if (left) onDone(left);
  };
  const { asked, press } = useSure(leave);
  return (
    <>
      <p>{text.memberOf(status.gym ?? '')}</p>
      <div role="status" className={css.hint}>
        {lines(status).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={css.row}>
        <Button kind={asked ? 'danger' : 'quiet'} onClick={press}>
          {asked ? text.leaveSure : text.leave}
        </Button>
        {asked && <span className={css.hint}>{text.leaveHint}</span>}
      </div>
    </>
  );
}

/** How the line is, what is wrong, what waits. */
function lines(status: GymStatus): string[] {
  const text = words.gym;
  const { line, waiting_sets: sets, away_since_epoch_ms: since } = status;
  const other = Math.max(0, status.waiting_changes - sets);
  const waits = sets + other > 0;
  const how =
    line === 'away' && since !== null
      ? text.away(formatDayTime(since))
      : line === 'here'
        ? waits
          ? text.telling
          : text.here
        : text.connecting;
  return [
    how,
    ...(status.problem === null ? [] : [status.problem]),
    ...(waits ? [text.waits(sets, other)] : []),
  ];
}
