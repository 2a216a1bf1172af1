import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldFolder } from '../field.ts';
import { blandAltman, type Quantity } from './bland-altman.ts';
import { compareWithEncoder, type Path } from './compare.ts';
import { edgesTable } from './edges.ts';
import { encoderTables } from './table.ts';

const PICTURES: readonly (Quantity & { readonly file: string })[] = [
  {
    file: 'bland-altman-velocity.svg',
    title: 'Mean concentric velocity',
    unit: 'm/s',
    digits: 2,
    most: 0.15,
    of: ({ ours, theirs }) => [ours.mcv_mps, theirs.mcv_mps],
  },
  {
    file: 'bland-altman-range.svg',
    title: 'Range of motion',
    unit: 'cm',
    digits: 0,
    most: 16,
    of: ({ ours, theirs }) => [100 * ours.rom_m, 100 * theirs.rom_m],
  },
];

/** Prints how we agree with a linear encoder and leaves the pictures in `out`; false without the recordings. */
export function showEncoder(out: string): boolean {
  const folder = fieldFolder();
  const of = (path: Path) => (folder === null ? null : compareWithEncoder(folder, path));
  const final = of('final');
  const live = of('live');
  if (final === null || live === null) return false;
  console.log(
    [
      '# Against a linear encoder',
      '## End of the set',
      encoderTables(final),
      'Mean velocity of ours cut at other velocities, bias (SD) against the encoder, m/s:',
      edgesTable(final),
      '## Live',
      encoderTables(live),
    ].join('\n\n'),
  );
  mkdirSync(out, { recursive: true });
  const pairs = final.flatMap((set) => set.pairs);
  for (const picture of PICTURES) writeFileSync(join(out, picture.file), blandAltman(pairs, picture));
  return true;
}
