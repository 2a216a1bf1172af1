import { say } from './voice.ts';

/** What is said of one lifter gives way to what is newer of the same one; what is said of another is let finish. */
export interface Speakers {
  say(text: string, volume: number, of: string): void;
}

export function createSpeakers(): Speakers {
  let speaking: { readonly of: string } | null = null;
  const waiting = new Map<string, () => void>();

  const speak = (text: string, volume: number, of: string): void => {
    const mine = { of };
    speaking = mine;
    say(text, volume, () => {
      // cut off by what is newer of the same one
      if (speaking !== mine) return;
      speaking = null;
      const [next] = waiting;
      if (!next) return;
      waiting.delete(next[0]);
      next[1]();
    });
  };
  return {
    say(text, volume, of) {
      const start = (): void => speak(text, volume, of);
      if (speaking === null || speaking.of === of) start();
      else waiting.set(of, start);
    },
  };
}
