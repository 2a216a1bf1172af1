import type { Growing } from './growing.ts';

/** A device clock that steps back more than this was restarted, s; less are rows that changed places. */
const CLOCK_RESTART_S = 1;
/** More rows out of place than this share (and this number) are no mishap: nobody wrote them in the order of time. */
const MOST_SWAPPED = { share: 0.05, rows: 100 };

export type Placed = 'kept' | 'doubled' | 'restart' | 'disorder';

/** Puts the row that was written last where its time belongs. */
export interface TimeOrder {
  /** `arrival` times only ever rise: a step back is the clock's and not the rows'. */
  settle(arrival: boolean): Placed;
  readonly doubled: number;
  readonly swapped: number;
}

export function createTimeOrder(t: Growing, vectors: readonly Growing[]): TimeOrder {
  let doubled = 0;
  let swapped = 0;

  const isSame = (a: number, b: number): boolean =>
    t.at(a) === t.at(b) &&
    vectors.every((vector) => [0, 1, 2].every((axis) => vector.at(3 * a + axis) === vector.at(3 * b + axis)));

  function takeOff(): 'doubled' {
    doubled++;
    t.drop(1);
    for (const vector of vectors) vector.drop(3);
    return 'doubled';
  }

  return {
    settle(arrival) {
      const last = t.length - 1;
      if (last < 1) return 'kept';
      const now = t.at(last);
      const before = t.at(last - 1);
      if (now > before) return 'kept';
      if (before - now > CLOCK_RESTART_S) return 'restart';
      if (arrival) {
        t.drop(1);
        t.push(before);
        return 'kept';
      }
      let place = last;
      while (place > 0 && t.at(place - 1) > now) place--;
      for (let same = place - 1; same >= 0 && t.at(same) === now; same--)
        if (isSame(same, last)) return takeOff();
      if (place === last) return 'kept';
      swapped++;
      if (swapped > MOST_SWAPPED.rows && swapped > MOST_SWAPPED.share * t.length) return 'disorder';
      t.moveLast(1, place);
      for (const vector of vectors) vector.moveLast(3, 3 * place);
      return 'kept';
    },
    get doubled() {
      return doubled;
    },
    get swapped() {
      return swapped;
    },
  };
}
