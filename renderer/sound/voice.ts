import { words } from '../../src/words/index.ts';

/** A little faster than talk: the next rep is coming. */
const RATE = 1.15;

/** The voice of this computer, null when it has none of its own: nothing is asked of a network. */
export function findVoice(): SpeechSynthesisVoice | null {
  const voices = window.speechSynthesis?.getVoices().filter((voice) => voice.localService) ?? [];
  return voices.find((voice) => voice.lang.startsWith(words.locale)) ?? null;
}

/** Says it now; what was still being said is older and gives way. `over`: it is said, or was cut off. */
export function say(text: string, volume: number, over?: () => void): void {
  const voice = findVoice();
  if (!voice) {
    over?.();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATE;
  utterance.volume = volume;
  if (over) {
    utterance.onend = over;
    utterance.onerror = over;
  }
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(utterance);
}
