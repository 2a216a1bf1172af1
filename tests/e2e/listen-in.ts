import type { StationEvent } from '../../src/contract/station.ts';

/** An oscillator that was told to start: when it is heard, on this computer's clock. */
export interface Started {
  readonly wave: string;
  readonly hz: number;
  readonly heard_epoch_ms: number;
}
export interface Heard {
  readonly started: Started[];
  readonly events: StationEvent[];
  /** How late the cues among `events` came in, ms after their moment, in order. */
  readonly cues_late_ms: number[];
}
declare global {
  interface Window {
    heard: Heard;
  }
}

/** Runs in the page before its own code: listens in on oscillators and on the station's events. */
export function listenIn(): void {
  const heard: Heard = { started: [], events: [], cues_late_ms: [] };
  window.heard = heard;
  const { start } = OscillatorNode.prototype;
  const { setValueAtTime } = AudioParam.prototype;
  const pitch = new WeakMap<AudioParam, number>();
  AudioParam.prototype.setValueAtTime = function (value, at) {
    if (!pitch.has(this)) pitch.set(this, value);
    return setValueAtTime.call(this, value, at);
  };
  OscillatorNode.prototype.start = function (when = 0) {
    const context = this.context as AudioContext;
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    const ahead_ms = (when - contextTime) * 1000 - (performance.now() - performanceTime);
    heard.started.push({
      wave: this.type,
      hz: pitch.get(this.frequency) ?? 0,
      heard_epoch_ms: Date.now() + ahead_ms,
    });
    start.call(this, when);
  };
  new EventSource('/bridge/events').onmessage = ({ data }) => {
    const event = JSON.parse(data) as StationEvent;
    if (event.kind === 'cue' || event.kind === 'cue-cancelled') heard.events.push(event);
    if (event.kind === 'cue') heard.cues_late_ms.push(Date.now() - event.cue.at_epoch_ms);
  };
}
