type Timed = Pick<AudioContext, 'currentTime' | 'outputLatency' | 'getOutputTimestamp'>;
interface Clocks {
  /** The station's steady clock, ms. */
  readonly station_ms: number;
  /** performance.now(), ms. */
  readonly performance_ms: number;
}

/**
 * The audio clock's time at which a sound has to be put so that it leaves the loudspeaker at a moment of
 * the station's clock. The output timestamp says which frame is heard now (Web Audio, getOutputTimestamp), so
 * the computer's own output delay is made up for; a loudspeaker's is not known to it and comes on top.
 */
export function audioTimeOf(
  at_epoch_ms: number,
  context: Timed,
  now: Clocks,
  speaker_delay_ms: number,
): number {
  const ahead_ms = at_epoch_ms - now.station_ms - speaker_delay_ms;
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  // Before the first frame was heard there is no such timestamp.
  const heard_s =
    performanceTime > 0
      ? contextTime + (now.performance_ms - performanceTime) / 1000
      : context.currentTime - (context.outputLatency || 0);
  return Math.max(context.currentTime, heard_s + ahead_ms / 1000);
}
