import type { Settings, SpokenPart } from '../../../src/contract/settings.ts';
import { words } from '../../../src/words/index.ts';
import { usePage } from '../../page/use-page.ts';
import { useVoice } from '../../sound/use-voice.ts';
import { say } from '../../sound/voice.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Check } from '../../ui/field.tsx';
import css from './settings.module.css';

const PARTS = Object.keys(words.settings.speak) as SpokenPart[];

/** What is spoken, and honestly whether this computer can speak at all. */
export function SpeechCard({ settings }: { readonly settings: Settings }) {
  const { saveSettings } = usePage();
  const voice = useVoice();
  const text = words.settings;
  return (
    <Card title={text.speech} className={css.card}>
      <div>
        {PARTS.map((part) => (
          <Check
            key={part}
            checked={settings.speak[part]}
            onChange={(on) => saveSettings({ speak: { ...settings.speak, [part]: on } })}
          >
            {text.speak[part]}
          </Check>
        ))}
      </div>
      {voice ? (
        <div className={css.row}>
          <span className={css.hint}>{text.voice(voice.name)}</span>
          <Button kind="quiet" onClick={() => say(words.sounds.voiceSample, settings.volume)}>
            {text.preview}
          </Button>
        </div>
      ) : (
        <p className={css.hint}>{text.noVoice}</p>
      )}
    </Card>
  );
}
