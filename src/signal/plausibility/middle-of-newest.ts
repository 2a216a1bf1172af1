/** The newest of many numbers, and which of them is the middle one: known at any moment without sorting them again. */
export interface MiddleOfNewest {
  readonly count: number;
  /** Once it is full, `at` says which one gives way, counted round and round. */
  keep(value: number, at: number): void;
  /** NaN while there is none. */
  readonly middle: number;
}

class SortedNewest implements MiddleOfNewest {
  count = 0;
  private readonly values: Float64Array;
  /** The same from the least to the largest. */
  private readonly sorted: Float64Array;

  constructor(most: number) {
    this.values = new Float64Array(most);
    this.sorted = new Float64Array(most);
  }

  get middle(): number {
    return this.count === 0 ? Number.NaN : (this.sorted[this.count >> 1] as number);
  }

  keep(value: number, at: number): void {
    const { values, sorted } = this;
    // what is no number would have no place among the others
    const kept = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    let place = this.count;
    if (place === values.length) {
      place = at % values.length;
      const gone = this.placeOf(values[place] as number);
      sorted.copyWithin(gone, gone + 1);
      this.count -= 1;
    }
    values[place] = kept;
    const to = this.placeOf(kept);
    sorted.copyWithin(to + 1, to, this.count);
    sorted[to] = kept;
    this.count += 1;
  }

  /** Place of the first that is not less. */
  private placeOf(value: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const between = (low + high) >> 1;
      if ((this.sorted[between] as number) < value) low = between + 1;
      else high = between;
    }
    return low;
  }
}

export function createMiddleOfNewest(most: number): MiddleOfNewest {
  return new SortedNewest(most);
}
