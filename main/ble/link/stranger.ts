import { words } from '../../../src/words/index.ts';
import type { LinkPhase, LinkSnapshot, SensorSource } from '../types.ts';
import { createLinkStatistics } from './statistics.ts';

/** The source of a sensor no driver is known for: it says so and ends. */
export function strangerSource(id: string): SensorSource {
  let phase: LinkPhase = 'idle';
  const link = (): LinkSnapshot => ({
    id,
    phase,
    reason: phase === 'failed' ? words.link.stranger : null,
    warnings: [],
    asked_rate_hz: 0,
    battery_percent: null,
    rssi_dbm: null,
    attempts: 0,
    statistics: createLinkStatistics().value(),
  });
  return {
    kind: 'sensor',
    id,
    family: 'unknown',
    driver: null,
    name: id,
    link,
    start(sink) {
      phase = 'failed';
      sink.event({ kind: 'failed', message: words.link.stranger });
    },
    async stop() {
      phase = 'ended';
    },
  };
}
