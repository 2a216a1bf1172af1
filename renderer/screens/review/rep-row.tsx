import type { Rep } from '../../../src/contract/live-set.ts';
import type { StoredRep } from '../../../src/contract/sets.ts';
import { words } from '../../../src/words/index.ts';
import { formatSeconds, formatVelocity, formatWhole, reasonsInWords } from '../../format/format.ts';
import { isMissedHold } from '../../format/is-missed-hold.ts';
import { classNames } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { formatCm, formatShort, formatSigma, verdictWords } from './format-rep.ts';
import css from './table.module.css';

interface RepRowProps {
  readonly entry: StoredRep;
  readonly power: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

export function RepTableRow({ entry, power, selected, onSelect }: RepRowProps) {
  const { rep, deleted, edited } = entry;
  const { verdict, eccentric, bottom } = rep;
  const usable = rep.quality !== 'unusable';
  return (
    // The keyboard chooses by the arrow keys and by the button in the first cell.
    <tr className={classNames(selected && css.selected, deleted && css.deleted)} onClick={onSelect}>
      <th scope="row">
        <button
          type="button"
          className={css.index}
          aria-pressed={selected}
          aria-label={words.station.repOf(rep.index)}
        >
          {rep.index}
        </button>
      </th>
      <td>
        <span className={css.verdicts}>
          {verdictWords(rep).map(({ mark, word }) => (
            <span key={word} className={classNames(css.verdict, toneClass(mark))}>
              <VerdictMark mark={mark} />
              {word}
            </span>
          ))}
          {edited && <span className={css.tag}>{words.review.editedRep}</span>}
          {deleted && <span className={css.tag}>{words.review.deletedRep}</span>}
        </span>
      </td>
      <Value strong sigma={usable ? formatSigma(rep.mcv_sigma_mps) : ''}>
        {usable ? formatVelocity(rep.mcv_mps) : words.nothing}
      </Value>
      <Value>{usable ? formatVelocity(rep.pcv_mps) : words.nothing}</Value>
      <Value>{usable ? formatVelocity(rep.mpv_mps) : words.nothing}</Value>
      <Value>{formatShort(rep.time_to_peak_s)}</Value>
      <Value strong sigma={formatSigma(rep.rom_sigma_m, 100)}>
        {formatCm(rep.rom_m)}
      </Value>
      <Value sigma={formatSigma(verdict.range_ratio_sigma, 100)}>
        {formatWhole(verdict.range_ratio === null ? null : verdict.range_ratio * 100)}
      </Value>
      <Value
        strong
        sigma={[verdict.hold && words.review.holds[verdict.hold], formatSigma(rep.lockout.hold_sigma_s)]
          .filter(Boolean)
          .join(' ')}
        tone={isMissedHold(verdict.hold) ? css.missed : undefined}
      >
        {formatShort(rep.lockout.hold_s)}
      </Value>
      <Value>{formatShort(eccentric?.duration_s ?? null)}</Value>
      <Value>{formatVelocity(eccentric?.peak_mps ?? null)}</Value>
      <Value>
        {formatSeconds(bottom.duration_s)}
        {bottom.floor_contact && <span className={css.word}>{words.review.floor}</span>}
      </Value>
      {power && <Value>{formatWhole(rep.mean_power_w)}</Value>}
      <td className={css.quality}>
        {words.review.qualityWords[rep.quality]}
        {rep.reasons.length > 0 && <span className={css.reasons}>{reasonsInWords(rep.reasons)}</span>}
      </td>
    </tr>
  );
}

interface ValueProps {
  readonly children: React.ReactNode;
  readonly sigma?: string;
  readonly strong?: boolean;
  readonly tone?: string | undefined;
}

const Value = ({ children, sigma, strong, tone }: ValueProps) => (
  <td className={classNames(css.value, strong && css.strong, tone)}>
    {children}
    {sigma && <span className={css.sigma}>{sigma}</span>}
  </td>
);

/** Shown, because it happened; without numbers, because it is no rep. */
export function FailedRow({ rep, columns }: { readonly rep: Rep; readonly columns: number }) {
  return (
    <tr>
      <th scope="row" className={toneClass('failed')}>
        <VerdictMark mark="failed" />
        <span className="visually-hidden">{words.review.failedRep}</span>
      </th>
      <td className={toneClass('failed')}>{words.review.failedRep}</td>
      <td colSpan={columns} className={css.reasons}>
        {rep.rom_m !== null && `${formatCm(rep.rom_m)} ${words.units.cm}. `}
        {words.review.failedText}
      </td>
    </tr>
  );
}
