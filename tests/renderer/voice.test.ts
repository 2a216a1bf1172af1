import { afterEach, expect, test, vi } from 'vitest';
import { createSpeakers } from '../../renderer/sound/speakers.ts';
import { findVoice, say } from '../../renderer/sound/voice.ts';

/** A computer's voices, as a browser offers them, and what was said or cut off. */
function speaking(...voices: readonly { readonly lang: string; readonly localService: boolean }[]): string[] {
  const heard: string[] = [];
  vi.stubGlobal('SpeechSynthesisUtterance', function utterance(this: { text: string }, text: string) {
    this.text = text;
  });
  vi.stubGlobal('window', {
    speechSynthesis: {
      getVoices: () => voices,
      cancel: () => heard.push('(cut off)'),
      speak: ({ text, lang, volume }: SpeechSynthesisUtterance) => heard.push(`${lang} ${volume}: ${text}`),
    },
  });
  return heard;
}
afterEach(() => vi.unstubAllGlobals());

test('what is said last cuts off what is still being said, in a voice of this computer', () => {
  const heard = speaking(
    { lang: 'en-US', localService: false },
    { lang: 'de-DE', localService: true },
    { lang: 'en-GB', localService: true },
  );
  say('Rep 3, half rep, 5 to go', 0.6);
  say('Last rep', 0.6);
  expect(heard).toEqual([
    ...['(cut off)', 'en-GB 0.6: Rep 3, half rep, 5 to go'],
    ...['(cut off)', 'en-GB 0.6: Last rep'],
  ]);
});

test('a voice from the network, or of another language, says nothing', () => {
  const heard = speaking({ lang: 'en-US', localService: false }, { lang: 'fr-FR', localService: true });
  expect(findVoice()).toBeNull();
  say('Rep 1', 1);
  expect(heard).toEqual([]);
});

test('without any speech nothing breaks', () => {
  vi.stubGlobal('window', {});
  expect(() => say('Rep 1', 1)).not.toThrow();
});

test('of two lifters each is let finish; of one, what is newer is said instead', () => {
  const said: string[] = [];
  let ends: (() => void)[] = [];
  vi.stubGlobal('SpeechSynthesisUtterance', function utterance(this: { text: string }, text: string) {
    this.text = text;
  });
  vi.stubGlobal('window', {
    speechSynthesis: {
      getVoices: () => [{ lang: 'en-GB', localService: true }],
      cancel: () => undefined,
      speak(utterance: SpeechSynthesisUtterance) {
        said.push(utterance.text);
        ends = [() => utterance.onend?.({} as SpeechSynthesisEvent)];
      },
    },
  });
  const finish = (): void => ends.shift()?.();
  const speakers = createSpeakers();
  speakers.say('Anna: 1', 1, '1');
  speakers.say('Berta: 1', 1, '2');
  speakers.say('Berta: 2', 1, '2');
  expect(said).toEqual(['Anna: 1']);
  finish();
  expect(said).toEqual(['Anna: 1', 'Berta: 2']);
  speakers.say('Berta: 3', 1, '2');
  expect(said.at(-1)).toBe('Berta: 3');
  finish();
  speakers.say('Anna: 2', 1, '1');
  expect(said.at(-1)).toBe('Anna: 2');
});
