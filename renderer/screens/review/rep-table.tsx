import type { SetDetail } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { KEYMAP } from '../../keys/keys.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { FailedRow, RepTableRow } from './rep-row.tsx';
import css from './table.module.css';

interface RepTableProps {
  readonly detail: SetDetail;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  readonly onToggle: () => void;
}

/** Every number of every rep, with its doubt. */
export function RepTable({ detail, selected, onSelect, onToggle }: RepTableProps) {
  const power = detail.reps.some(({ rep }) => rep.mean_power_w !== null);
  const chosen = detail.reps.find(({ id }) => id === selected);
  const { review: text, units } = words;
  return (
    <Card className={css.card} aria-label={text.table}>
      <header className={css.head}>
        <h2>{text.table}</h2>
        <span className={css.hint}>
          <Kbd name="ArrowLeft" /> <Kbd name="ArrowRight" /> {text.keys}
        </span>
        <Button
          kind={chosen && !chosen.deleted ? 'danger' : 'plain'}
          hint={KEYMAP.deleteRep.keys[0]}
          disabled={!chosen}
          onClick={onToggle}
        >
          {chosen?.deleted ? text.restoreRep : text.deleteRep}
        </Button>
      </header>
      {/* Scrolls sideways on a narrow window, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={css.scroll} aria-label={text.tableAll} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <Head>{text.rep}</Head>
              <Head>{text.verdict}</Head>
              <Head unit={units.mps}>{text.mcv}</Head>
              <Head unit={units.mps}>{text.pcv}</Head>
              <Head unit={units.mps}>{text.mpv}</Head>
              <Head unit={units.s}>{text.timeToPeak}</Head>
              <Head unit={units.cm}>{text.rom}</Head>
              <Head unit={units.percent}>{text.ratio}</Head>
              <Head unit={units.s}>{text.holdTime}</Head>
              <Head unit={units.s}>{text.down}</Head>
              <Head unit={units.mps}>{text.downPeak}</Head>
              <Head unit={units.s}>{text.bottom}</Head>
              {power && <Head unit={units.w}>{text.power}</Head>}
              <Head>{text.quality}</Head>
            </tr>
          </thead>
          <tbody>
            {detail.reps.map((entry) => (
              <RepTableRow
                key={entry.id}
                entry={entry}
                power={power}
                selected={entry.id === selected}
                onSelect={() => onSelect(entry.id)}
              />
            ))}
            {detail.failed.map((rep) => (
              <FailedRow key={rep.start_s} rep={rep} columns={power ? 12 : 11} />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

const Head = ({ children, unit }: { readonly children: string; readonly unit?: string }) => (
  <th scope="col">
    {children}
    {unit && <span className={css.unit}> {unit}</span>}
  </th>
);
