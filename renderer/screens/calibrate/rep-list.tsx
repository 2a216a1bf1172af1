import type { CalibrationRep } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatCentimetres, formatSeconds } from '../../format/format.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './calibrate.module.css';

/** Rep by rep: what was measured, and whether it is one of those that make the range. */
export function RepList({ reps }: { readonly reps: readonly CalibrationRep[] }) {
  return (
    <ol className={css.reps} aria-label={words.calibration.reps}>
      {reps.map(({ rep, doubt }, place) => {
        const mark = doubt === null ? 'full' : 'warning';
        const told = [
          words.station.repOf(place + 1),
          formatCentimetres(rep.rom_m),
          rep.lockout.hold_s !== null && words.station.heldFor(formatSeconds(rep.lockout.hold_s)),
          doubt === null ? words.calibration.taken : words.calibration.doubts[doubt],
        ];
        return (
          <li key={rep.index} className={toneClass(mark)}>
            <VerdictMark mark={mark} />
            {told.filter(Boolean).join(', ')}
          </li>
        );
      })}
    </ol>
  );
}
