import { notesOf } from '../../renderer/sound/cues.ts';
import type { Cue, SoundName } from '../../src/contract/cue.ts';
import type { StationEvent } from '../../src/contract/station.ts';

/** An oscillator the page told to start. */
export interface Tone {
  readonly wave: string;
  readonly hz: number;
  /** When it leaves the loudspeaker, on this computer's clock. */
  readonly heard_epoch_ms: number;
  /** Stopped before its time because its cue was taken back. */
  takenBack: boolean;
}

/** What came to the page, what it made of it for the ear, and what it announced to a screen reader. */
export interface Heard {
  readonly cues: Cue[];
  /** How long after its moment each of them came, ms: on a busy computer the page leaves a late tick out. */
  readonly cues_late_ms: number[];
  readonly cancelled: number[];
  readonly tones: Tone[];
  readonly announced: string[];
}

declare global {
  interface Window {
    scene: Heard;
  }
}

/** Runs in the page before its own code, and changes nothing of what that code does. */
export function listenIn(): void {
  const scene: Heard = { cues: [], cues_late_ms: [], cancelled: [], tones: [], announced: [] };
  window.scene = scene;

  const { createOscillator } = BaseAudioContext.prototype;
  const { start, stop } = OscillatorNode.prototype;
  const { setValueAtTime } = AudioParam.prototype;
  const pitch = new WeakMap<AudioParam, number>();
  const made = new WeakMap<OscillatorNode, Tone>();
  const own = new WeakSet<OscillatorNode>();
  AudioParam.prototype.setValueAtTime = function (value, at) {
    if (!pitch.has(this)) pitch.set(this, value);
    return setValueAtTime.call(this, value, at);
  };
  AudioContext.prototype.createOscillator = function () {
    const oscillator = createOscillator.call(this);
    own.add(oscillator);
    return oscillator;
  };
  OscillatorNode.prototype.start = function (when = 0) {
    start.call(this, when);
    if (!own.has(this)) return;
    const { contextTime = 0, performanceTime = 0 } = (this.context as AudioContext).getOutputTimestamp();
    const ahead_ms = (when - contextTime) * 1000 - (performance.now() - performanceTime);
    const tone: Tone = {
      wave: this.type,
      hz: pitch.get(this.frequency) ?? 0,
      heard_epoch_ms: Date.now() + ahead_ms,
      takenBack: false,
    };
    made.set(this, tone);
    scene.tones.push(tone);
  };
  // a note ends at a moment it is given; one that is taken back ends without any
  OscillatorNode.prototype.stop = function (when?: number) {
    const tone = made.get(this);
    if (tone && when === undefined) tone.takenBack = true;
    stop.call(this, when);
  };

  // the page's own event stream, not a second one
  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(...given: ConstructorParameters<typeof EventSource>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const event = JSON.parse(data) as StationEvent;
        if (event.kind === 'cue') {
          scene.cues.push(event.cue);
          scene.cues_late_ms.push(Date.now() - event.cue.at_epoch_ms);
        }
        if (event.kind === 'cue-cancelled') scene.cancelled.push(event.id);
      });
    }
  };

  new MutationObserver(() => {
    for (const status of document.querySelectorAll('[role=status]')) {
      const text = status.textContent?.trim() ?? '';
      if (text !== '' && scene.announced.at(-1) !== text) scene.announced.push(text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** A cue that comes later than this after its moment, ms, tells that the computer is busy with other things. */
const PROMPT_MS = 300;

/** Whether everything came to the page as it happened: a busy one leaves out what is over, or rings before it hears why not. */
export const cameInTime = ({ cues_late_ms }: Heard, within_ms = PROMPT_MS): boolean =>
  cues_late_ms.every((late_ms) => late_ms < within_ms);

/** Cues of this name that were not taken back. */
export const said = (heard: Heard, name: Cue['cue']): Cue[] =>
  heard.cues.filter((cue) => cue.cue === name && !heard.cancelled.includes(cue.id));

/** How often this cue was put on the loudspeaker: by its first note, which no other cue has. */
export function sounded(heard: Heard, name: Exclude<SoundName, 'tick'>): number {
  const notes = notesOf(name);
  const alike = (wave: string, hz: number): boolean =>
    wave === notes[0]?.wave && Math.abs(hz - (notes[0]?.from_hz ?? 0)) < 1;
  const each = notes.filter((note) => alike(note.wave, note.from_hz)).length;
  return heard.tones.filter((tone) => !tone.takenBack && alike(tone.wave, tone.hz)).length / each;
}

/** Every cue that has a tone of its own; ticks are many and all alike. */
export const TONES = [
  'lockout',
  'met',
  'higher',
  'partial',
  'missed',
  'dropped',
  'velocity-loss',
  'failed',
  'last-rep',
  'goal',
  'set-start',
  'set-end',
  'not-counted',
] as const;
