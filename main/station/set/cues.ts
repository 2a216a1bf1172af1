import type { Cue, CueName } from '../../../src/contract/cue.ts';
import type { StationEvent } from '../../../src/contract/station.ts';
import type { StationClock } from '../clock.ts';

/** Sounds on their way to the page; those that lie ahead can be taken back. */
export interface CueBoard {
  /** Now unless `at_epoch_ms` says later; gives the id it can be cancelled by. */
  sound(
    cue: CueName,
    sample_s: number,
    more?: {
      readonly at_epoch_ms?: number | null;
      /** Later than now by this, so that it does not cover another. */
      readonly in_ms?: number;
      readonly text?: string;
      readonly progress?: number;
    },
  ): number;
  /** Takes back those of `ids` that have not sounded yet. */
  cancel(ids: readonly number[]): void;
}

export function createCueBoard(clock: StationClock, emit: (event: StationEvent) => void): CueBoard {
  let lastId = 0;
  const ahead = new Map<number, number>();
  return {
    sound(name, sample_s, more = {}) {
      const now_ms = clock.now_steady_ms();
      const at_epoch_ms = Math.max(now_ms, more.at_epoch_ms ?? now_ms + (more.in_ms ?? 0));
      for (const [id, at] of ahead) if (at <= now_ms) ahead.delete(id);
      const id = ++lastId;
      ahead.set(id, at_epoch_ms);
      const cue: Cue = {
        cue: name,
        id,
        at_epoch_ms,
        text: more.text ?? null,
        progress: more.progress ?? null,
        sample_s,
      };
      emit({ kind: 'cue', cue });
      return id;
    },
    cancel(ids) {
      const now_ms = clock.now_steady_ms();
      for (const id of ids) {
        const at = ahead.get(id);
        ahead.delete(id);
        if (at !== undefined && at > now_ms) emit({ kind: 'cue-cancelled', id });
      }
    },
  };
}
