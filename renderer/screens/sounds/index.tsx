import type { SoundName } from '../../../src/contract/cue.ts';
import { words } from '../../../src/words/index.ts';
import { usePage, useSettings } from '../../page/use-page.ts';
import { lengthOf, notesOf } from '../../sound/cues.ts';
import { useVoice } from '../../sound/use-voice.ts';
import { say } from '../../sound/voice.ts';
import { useObservable } from '../../state/observable.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import css from './sounds.module.css';

const SOUND_NAMES = Object.keys(words.soundNames) as SoundName[];
/** Between two sounds played in a row, s. */
const PAUSE_S = 0.7;
/** A rep with a hold of one second, as it sounds: moments in s. */
const HOLD_TICKS = [0.25, 0.5, 0.75];

/** Every sound, to be heard before one has to act on it. */
export default function Sounds() {
  const { sound, saveSettings } = usePage();
  const settings = useSettings();
  const status = useObservable(sound.status);
  const voice = useVoice();
  const latency_ms = status === 'on' ? sound.latencyMs() : null;

  const playAll = (): void => {
    let at_s = 0;
    for (const event of SOUND_NAMES) {
      sound.preview(event, at_s);
      at_s += lengthOf(notesOf(event)) + PAUSE_S;
    }
  };
  const playHold = (): void => {
    sound.preview('lockout');
    for (const at_s of HOLD_TICKS) sound.preview('tick', at_s, at_s);
    sound.preview('met', 1);
  };

  return (
    <div className={css.screen}>
      <header className={css.head}>
        <h1>{words.sounds.title}</h1>
        <p>{words.sounds.intro}</p>
      </header>
      <div className={css.actions}>
        <Button kind="primary" onClick={playAll}>
          {words.sounds.playAll}
        </Button>
        <Button onClick={playHold}>{words.sounds.playSet}</Button>
        {settings && (
          <label className={css.volume}>
            {words.sounds.volume}
            <input
              type="range"
              min="0"
              max="1"
              step="0.05"
              value={settings.volume}
              onChange={(event) => saveSettings({ volume: Number(event.target.value) })}
            />
          </label>
        )}
        {latency_ms !== null && <span className="label">{words.sounds.latency(latency_ms)}</span>}
      </div>
      <ul className={css.list}>
        {SOUND_NAMES.map((event) => (
          <li key={event}>
            <Card className={css.sound}>
              <Button
                aria-label={`${words.sounds.play}: ${words.soundNames[event]}`}
                onClick={() => sound.preview(event, 0, 0.5)}
              >
                {words.sounds.play}
              </Button>
              <div>
                <h2>
                  {words.soundNames[event]}
                  {settings && !settings.sounds[event] && (
                    <span className={css.off}>{words.sounds.switchedOff}</span>
                  )}
                </h2>
                <p>{words.soundHints[event]}</p>
              </div>
            </Card>
          </li>
        ))}
        <li>
          <Card className={css.sound}>
            <Button
              disabled={!voice}
              aria-label={`${words.sounds.play}: ${words.sounds.voice}`}
              onClick={() => say(words.sounds.voiceSample, settings?.volume ?? 1)}
            >
              {words.sounds.play}
            </Button>
            <div>
              <h2>{words.sounds.voice}</h2>
              <p>{voice ? voice.name : words.sounds.noVoice}</p>
            </div>
          </Card>
        </li>
      </ul>
    </div>
  );
}
