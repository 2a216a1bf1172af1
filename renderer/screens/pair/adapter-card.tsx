import type { PairingState } from '../../../src/contract/pairing.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './adapter.module.css';

type Adapter = PairingState['adapter'];

const PENDING: readonly Adapter['status'][] = ['idle', 'starting', 'building'];

/** In the head of the screen: that Bluetooth works, by which engine and why, or that it does not. */
export function AdapterStateCard({ adapter }: { readonly adapter: Adapter }) {
  const ready = adapter.status === 'ready';
  const pending = PENDING.includes(adapter.status);
  return (
    <span className={css.state} role="status">
      <span
        className={`${css.dot} ${ready ? css.ready : pending ? css.pending : css.broken}`}
        aria-hidden="true"
      />
      {words.pair.adapter[adapter.status]}
      {ready && <span className="label">{adapter.message}</span>}
    </span>
  );
}

/** What is wrong, in words, and the way out: sentences as they are, commands ready to be copied. */
export function AdapterProblem({ adapter }: { readonly adapter: Adapter }) {
  if (adapter.status === 'ready' || PENDING.includes(adapter.status)) return null;
  return (
    <Card className={css.problem} aria-label={words.pair.adapter[adapter.status]}>
      <p className={`${css.message} ${toneClass('warning')}`}>
        <VerdictMark mark="warning" className={css.mark ?? ''} />
        <span className={css.text}>{adapter.message}</span>
      </p>
      {adapter.way_out.length > 0 && (
        <ul className={css.ways} aria-label={words.pair.wayOut}>
          {adapter.way_out.map((way) => (
            <li key={way}>{isCommand(way) ? <Command text={way} /> : way}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Sentences begin with a capital letter, commands with the name of a program. */
const isCommand = (way: string): boolean => /^[a-z]/.test(way);

function Command({ text }: { readonly text: string }) {
  const { notices } = usePage();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    notices.show({ tone: 'info', text: words.pair.copied });
  };
  return (
    <span className={css.command}>
      <code>{text}</code>
      <Button kind="quiet" onClick={copy} aria-label={`${words.pair.copy}: ${text}`}>
        {words.pair.copy}
      </Button>
    </span>
  );
}
