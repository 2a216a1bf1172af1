import type { SourceState } from '../../../src/contract/source.ts';
import { words } from '../../../src/words/index.ts';
import { formatSeconds } from '../../format/format.ts';
import { usePage } from '../../page/use-page.ts';
import { Button } from '../../ui/button.tsx';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import css from './source.module.css';

/** How well the sensor's own errors are known, and two ways to know them better. */
export function SensorCalibrationPart({ source }: { readonly source: SourceState }) {
  const { ask } = usePage();
  const { status, residual_mg, rests, message } = source.calibration;
  const asked = (action: 'six-position' | 'still' | 'cancel') => () =>
    ask('pair:calibrate', { id: source.id, action });
  const known = [
    residual_mg !== null && words.pair.residual(formatSeconds(residual_mg)),
    rests > 0 && words.pair.rests(rests),
  ].filter(Boolean);
  return (
    <section className={css.part} aria-label={words.pair.calibrationTitle}>
      <h3>{words.pair.calibrationTitle}</h3>
      <p className={css.status}>
        <VerdictMark
          mark={status === 'calibrated' ? 'full' : status === 'refused' ? 'warning' : 'provisional'}
          className={toneClass(status === 'calibrated' ? 'full' : status === 'refused' ? 'warning' : 'info')}
        />
        {[words.pair.calibration[status], ...known].join(', ')}
      </p>
      {message && (
        <p className={css.instruction} role="status">
          {message}
        </p>
      )}
      {source.kind === 'sensor' ? (
        <>
          <div className={css.buttons}>
            {status === 'running' ? (
              <Button onClick={asked('cancel')}>{words.pair.cancel}</Button>
            ) : (
              <>
                <Button onClick={asked('still')}>{words.pair.still}</Button>
                <Button onClick={asked('six-position')}>{words.pair.six}</Button>
              </>
            )}
          </div>
          {status !== 'running' && <p className={css.hint}>{words.pair.learns}</p>}
        </>
      ) : (
        <p className={css.hint}>{words.pair.onlySensors}</p>
      )}
    </section>
  );
}
