import { useEffect, useState } from 'react';
import { findVoice } from './voice.ts';

/** The voice of this computer as soon as it is there: voices arrive late in some browsers. */
export function useVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState(findVoice);
  useEffect(() => {
    const synthesis = window.speechSynthesis;
    const look = (): void => setVoice(findVoice());
    synthesis?.addEventListener('voiceschanged', look);
    return () => synthesis?.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
}
