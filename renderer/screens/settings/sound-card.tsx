import { Link } from 'wouter';
import type { SoundName } from '../../../src/contract/cue.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { words } from '../../../src/words/index.ts';
import { formatPercent } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Check, RangeField } from '../../ui/field.tsx';
import { NumberSetting } from './number-setting.tsx';
import css from './settings.module.css';

const SOUND_NAMES = Object.keys(words.soundNames) as SoundName[];
const MOST_DELAY_MS = 1000;
/** A tick half-way through the hold stands for all of them. */
const HALF_WAY = 0.5;

export function SoundCard({ settings }: { readonly settings: Settings }) {
  const { saveSettings, sound } = usePage();
  const text = words.settings;
  return (
    <Card title={text.sound} className={css.card}>
      <RangeField
        label={`${text.volume} ${formatPercent(settings.volume * 100)}`}
        value={settings.volume}
        step={0.05}
        onChange={(volume) => saveSettings({ volume })}
      />
      <NumberSetting
        label={text.delay}
        hint={text.delayHint}
        value={settings.speaker_delay_ms}
        least={0}
        most={MOST_DELAY_MS}
        onSave={(speaker_delay_ms) => saveSettings({ speaker_delay_ms })}
      />
      <fieldset className={css.events} aria-label={text.events}>
        <span className="label">{text.events}</span>
        {SOUND_NAMES.map((event) => (
          <div key={event} className={css.event}>
            <Check
              checked={settings.sounds[event]}
              onChange={(on) => saveSettings({ sounds: { ...settings.sounds, [event]: on } })}
            >
              {words.soundNames[event]}
            </Check>
            <Button
              kind="quiet"
              aria-label={text.previewOf(words.soundNames[event])}
              onClick={() => sound.preview(event, 0, HALF_WAY)}
            >
              {text.preview}
            </Button>
          </div>
        ))}
      </fieldset>
      <Link href="/sounds">{text.allSounds}</Link>
    </Card>
  );
}
