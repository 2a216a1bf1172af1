import type { Settings } from '../../../src/contract/settings.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { Card } from '../../ui/card.tsx';
import { Check } from '../../ui/field.tsx';
import { NumberSetting } from './number-setting.tsx';
import css from './settings.module.css';

export function SetsCard({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const text = words.settings;
  return (
    <Card title={text.set} className={css.card}>
      <NumberSetting
        label={text.setEnd}
        hint={text.setEndHint}
        value={settings.set_end_s}
        least={3}
        most={60}
        onSave={(set_end_s) => saveSettings({ set_end_s })}
      />
      <div>
        <Check checked={settings.loss_grace} onChange={(loss_grace) => saveSettings({ loss_grace })}>
          {text.lossGrace}
        </Check>
        <p className={css.hint}>{text.lossGraceHint}</p>
      </div>
      <div>
        <Check checked={settings.bars === 2} onChange={(two) => saveSettings({ bars: two ? 2 : 1 })}>
          {words.bars.setting}
        </Check>
        <p className={css.hint}>{words.bars.settingHint}</p>
      </div>
      <div>
        <Check checked={settings.kiosk} onChange={(kiosk) => saveSettings({ kiosk })}>
          {text.kiosk}
        </Check>
        <p className={css.hint}>{text.kioskHint}</p>
      </div>
    </Card>
  );
}
