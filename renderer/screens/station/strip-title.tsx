import { useLocation } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import { formatCentimetres } from '../../format/format.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { Button } from '../../ui/button.tsx';
import css from './strip-title.module.css';

/** What the strip's heights stand for; without a reference, the way to get one. */
export function StripTitle({ state }: { readonly state: StationState }) {
  const [, go] = useLocation();
  const reference = (state.set?.setup ?? state.setup).reference;
  return (
    <div className={css.title}>
      <span className="label">
        {reference
          ? words.station.stripTitle(formatCentimetres(reference.rom_m))
          : words.station.stripNoReference}
      </span>
      <Button
        kind={reference ? 'quiet' : 'plain'}
        className={css.button}
        hint={KEYMAP.calibrate.keys[0]}
        onClick={() => go('/calibrate')}
      >
        {words.station.calibrate}
      </Button>
    </div>
  );
}
