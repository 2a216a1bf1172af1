import { fold } from '../../src/words/fold.ts';

export interface Option<T> {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  /** A sentence that is read below the list while the option is the one Enter takes; not searched. */
  readonly note?: string;
  readonly value: T;
}

/** Those that contain every typed word; where the label begins with it first. */
export function matchingOptions<T>(options: readonly Option<T>[], typed: string): readonly Option<T>[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return options;
  const found = options.filter((option) => {
    const text = fold(`${option.label} ${option.detail ?? ''}`);
    return parts.every((part) => text.includes(part));
  });
  const begins = (option: Option<T>): number => (fold(option.label).startsWith(parts[0] as string) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}
