import type { Correction, SetDetail, StoredRep } from '../../../src/contract/sets.ts';

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
  readonly onCorrect: (correction: Correction) => void;
}

/** Every number of every rep, with its doubt. */
export function RepTable({ detail, selected, onSelect, onToggle, onCorrect }: RepTableProps) {
  const power = detail.reps.some(({ rep }) => rep.mean_power_w !== null);
  const at = detail.reps.findIndex(({ id }) => id === selected);
  const chosen = detail.reps[at];
  const next = at < 0 ? undefined : detail.reps[at + 1];
  const { review: text, units } = words;
  return (
    <Card className={css.card} aria-label={text.table}>
      <header className={css.head}>
        <h2>{text.table}</h2>
        <span className={css.hint}>
          <Kbd name="ArrowLeft" /> <Kbd name="ArrowRight" /> {text.keys}
        </span>
        <span className={css.actions}>
          <Button
            disabled={!chosen || chosen.deleted}
            onClick={() => chosen && onCorrect({ kind: 'split', at_s: middleOf(chosen) })}
          >
            {text.splitRep}
          </Button>
          <Button
            disabled={!chosen || !next || chosen.deleted || next.deleted}
            onClick={() =>
              chosen && next && onCorrect({ kind: 'join', at_s: middleOf(chosen), to_s: middleOf(next) })
            }
          >
            {text.joinRep}
          </Button>
          <Button
            kind={chosen && !chosen.deleted ? 'danger' : 'plain'}
            hint={KEYMAP.deleteRep.keys[0]}
            disabled={!chosen}
            onClick={onToggle}
          >
            {chosen?.deleted ? text.restoreRep : text.deleteRep}
          </Button>
        </span>
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

/** A moment that belongs to this rep and to no other, s. */
const middleOf = ({ rep: { concentric } }: StoredRep): number => (concentric.start_s + concentric.end_s) / 2;

const Head = ({ children, unit }: { readonly children: string; readonly unit?: string }) => (
  <th scope="col">
    {children}
    {unit && <span className={css.unit}> {unit}</span>}
  </th>
);
