import type { SoundName } from '../../../src/contract/cue.ts';
import { SESSION_GAP_MS } from '../../../src/training/session.ts';
import { SLEPT_MS, type StationClock } from '../clock.ts';

/** The rest is nearly over this long before its end, s: time to lie down under the bar. */
const SOON_S = 10;

/** A rest since the end of an athlete's last set, on the steady clock. */
export interface AthleteRest {
  readonly since_epoch_ms: number;
  /** null: as long as they like. */
  readonly target_s: number | null;
}

/** Who rests how long; each athlete's own, so that a rotation does not mix them up. */
export interface Rests {
  began(athlete_id: number, rest: AthleteRest): void;
  /** null: no set of this visit yet. */
  of(athlete_id: number): AthleteRest | null;
  /** Of whoever lifted last. */
  readonly latest_epoch_ms: number | null;
  close(): void;
}

interface RestsDeps {
  readonly clock: StationClock;
  /** Heard where this athlete is waited for, and nowhere else. */
  readonly sound: (athlete_id: number, cue: SoundName) => void;
}

export function createRests({ clock, sound }: RestsDeps): Rests {
  const rests = new Map<number, AthleteRest>();
  const timers = new Map<number, readonly (() => void)[]>();
  let latest_epoch_ms: number | null = null;

  const tellAt = (athlete_id: number, at_ms: number, cue: SoundName): (() => void) =>
    clock.after(at_ms - clock.now_steady_ms(), () => {
      // what was slept through is dropped
      if (clock.now_steady_ms() - at_ms < SLEPT_MS) sound(athlete_id, cue);
    });
  const forget = (athlete_id: number): void => {
    for (const stop of timers.get(athlete_id) ?? []) stop();
    timers.delete(athlete_id);
  };

  return {
    began(athlete_id, rest) {
      forget(athlete_id);
      rests.set(athlete_id, rest);
      latest_epoch_ms = rest.since_epoch_ms;
      if (rest.target_s === null) return;
      const over_ms = rest.since_epoch_ms + rest.target_s * 1000;
      timers.set(athlete_id, [
        tellAt(athlete_id, over_ms - SOON_S * 1000, 'rest-soon'),
        tellAt(athlete_id, over_ms, 'rest-over'),
      ]);
    },
    of(athlete_id) {
      const rest = rests.get(athlete_id);
      return rest && clock.now_steady_ms() - rest.since_epoch_ms < SESSION_GAP_MS ? rest : null;
    },
    get latest_epoch_ms() {
      return latest_epoch_ms;
    },
    close() {
      for (const id of [...timers.keys()]) forget(id);
    },
  };
}
