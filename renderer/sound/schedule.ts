import type { Note } from './cues.ts';

/** Longer would soften the attack a lifter reacts to; shorter clicks. */
const ATTACK_S = 0.004;
/** Of a note, but never longer than this: its end must not click either. */
const RELEASE_S = 0.06;

/**
 * Puts the notes of one cue on the audio clock, its moment at `at_s`. Works on a live and on an offline
 * context alike. Returns the function that takes them back.
 */
export function scheduleNotes(
  context: BaseAudioContext,
  out: AudioNode,
  notes: readonly Note[],
  at_s: number,
): () => void {
  const oscillators = notes.map((note) => {
    const start_s = at_s + note.at_s;
    const end_s = start_s + note.for_s;
    const gain = context.createGain();
    const release_s = Math.min(RELEASE_S, note.for_s / 2);
    gain.gain.setValueAtTime(0, start_s);
    gain.gain.linearRampToValueAtTime(note.gain, start_s + Math.min(ATTACK_S, note.for_s / 4));
    gain.gain.setValueAtTime(note.gain, end_s - release_s);
    gain.gain.linearRampToValueAtTime(0, end_s);
    const oscillator = context.createOscillator();
    oscillator.type = note.wave;
    oscillator.frequency.setValueAtTime(note.from_hz, start_s);
    if (note.to_hz !== note.from_hz) oscillator.frequency.exponentialRampToValueAtTime(note.to_hz, end_s);
    oscillator.connect(gain).connect(out);
    oscillator.start(start_s);
    oscillator.stop(end_s);
    return { oscillator, gain };
  });
  return () => {
    for (const { oscillator, gain } of oscillators) {
      oscillator.stop();
      gain.disconnect();
    }
  };
}
