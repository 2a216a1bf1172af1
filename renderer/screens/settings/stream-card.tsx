import type { Settings } from '../../../src/contract/settings.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { useStatus } from '../../page/use-status.ts';
import { Card } from '../../ui/card.tsx';
import { Check } from '../../ui/field.tsx';
import { NumberSetting } from './number-setting.tsx';
import css from './settings.module.css';

/** Readers come and go without any event, ms. */
const LOOK_EVERY_MS = 3000;

/** What other programs of this computer are told, and by which address. */
export function StreamCard({ settings: { stream } }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const [status] = useStatus('stream:status', LOOK_EVERY_MS, ({ address }) => address !== null);
  const text = words.stream;
  const save = (patch: Partial<Settings['stream']>) => saveSettings({ stream: { ...stream, ...patch } });
  return (
    <Card title={text.title} className={css.card}>
      <div>
        <Check checked={stream.on} onChange={(on) => save({ on })}>
          {text.on}
        </Check>
        <p className={css.hint}>{text.hint}</p>
      </div>
      {stream.on && (
        <NumberSetting
          label={text.port}
          hint={text.portHint}
          value={stream.port}
          least={1024}
          most={65_535}
          onSave={(port) => save({ port })}
        />
      )}
      {stream.on && status !== null && (
        <div role="status">
          {status.problem !== null && <p>{status.problem}</p>}
          {status.address !== null && (
            <>
              <dl className={css.facts}>
                <dt>{text.address}</dt>
                <dd className={css.path}>{status.address}</dd>
              </dl>
              <p className={css.hint}>{text.addressHint}</p>
              <p className={css.hint}>{text.readers(status.readers)}</p>
            </>
          )}
          {status.let_go > 0 && <p className={css.hint}>{text.letGo(status.let_go)}</p>}
        </div>
      )}
    </Card>
  );
}
