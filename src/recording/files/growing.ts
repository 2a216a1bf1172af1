/** Where a column begins, numbers: a short set without growing. */
const FIRST = 12_288;

/** A typed array that grows by doubling. */
export interface Growing {
  readonly length: number;
  at(index: number): number;
  push(value: number): void;
  /** Moves `width` numbers from the end to `index`, and what stood there behind them. */
  moveLast(width: number, index: number): void;
  /** Takes the last `width` numbers off. */
  drop(width: number): void;
  /** The numbers; a view of what is kept, not a copy. */
  values(): Float64Array;
}

export function createGrowing(): Growing {
  let kept = new Float64Array(FIRST);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => kept[index] ?? Number.NaN,
    push(value) {
      if (length === kept.length) {
        const larger = new Float64Array(2 * length);
        larger.set(kept);
        kept = larger;
      }
      kept[length++] = value;
    },
    moveLast(width, index) {
      const moved = kept.slice(length - width, length);
      kept.copyWithin(index + width, index, length - width);
      kept.set(moved, index);
    },
    drop(width) {
      length -= width;
    },
    values: () => kept.subarray(0, length),
  };
}
