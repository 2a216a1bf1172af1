import type { Targets } from './lift.ts';

/** The boundary between two verdicts on the range that this share of it is nearest to: a rounded share must not cross it. */
export function rangeLimit(
  ratio: number | null,
  { full_ratio, partial_ratio }: Pick<Targets, 'full_ratio' | 'partial_ratio'>,
): number {
  return ratio !== null && ratio < (full_ratio + partial_ratio) / 2 ? partial_ratio : full_ratio;
}
