import type { LiveSet, Rep, StationRep } from '../../../src/contract/live-set.ts';
import type { Targets } from '../../../src/contract/setup.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatHold,
  formatRatio,
  formatSeconds,
  formatVelocity,
  reasonsInWords,
} from '../../format/format.ts';
import { isMissedHold } from '../../format/is-missed-hold.ts';
import type { Mark } from '../../ui/verdict-mark.tsx';

/** Where the athlete's own full rep stands on the strip: some room is left for reps above it. */
export const REFERENCE_SHARE = 0.88;

/** One column of the rep strip. */
export interface RepView {
  readonly key: string;
  /** null for a rep in progress and a failed attempt: nothing to select. */
  readonly id: number | null;
  /** Range first; then what else is to be said: dropped, over-extended. */
  readonly marks: readonly [Mark, ...Mark[]];
  /** Whose colour the column has. */
  readonly tone: Mark;
  readonly word: string;
  /** Height of the bar on the strip, 0..1; null while the rep is on its way. */
  readonly height: number | null;
  readonly velocity: string;
  readonly hold: string;
  readonly holdMissed: boolean;
  readonly provisional: boolean;
  readonly deleted: boolean;
  /** All of it in words. */
  readonly spoken: string;
}

/** The columns of a set in the order in which they were lifted; failed attempts between the reps. */
export function repViews(set: LiveSet): readonly RepView[] {
  const top_m = Math.max(...set.reps.map((entry) => entry.rep.rom_m ?? 0), Number.EPSILON);
  const reference_m = set.setup.reference?.rom_m ?? top_m;
  const done = [
    ...set.reps.map((entry) => ({
      at_s: entry.rep.start_s,
      view: repView(entry, reference_m, set.setup.targets),
    })),
    ...set.failed.map((rep) => ({ at_s: rep.start_s, view: failedView(rep, reference_m) })),
  ]
    .toSorted((a, b) => a.at_s - b.at_s)
    .map(({ view }) => view);
  const { provisional } = set;
  if (!provisional || set.reps.some((entry) => entry.rep.index === provisional.index)) return done;
  return [
    ...done,
    {
      key: `rep-${provisional.index}`,
      id: null,
      marks: ['provisional'],
      tone: 'provisional',
      word: '',
      height: provisional.rom_m === null ? null : share(provisional.rom_m, reference_m),
      velocity: formatVelocity(provisional.mcv_mps),
      hold: '',
      holdMissed: false,
      provisional: true,
      deleted: false,
      spoken: `${words.station.repOf(provisional.index)}: ${words.station.provisional}`,
    },
  ];
}

const share = (rom_m: number, reference_m: number): number =>
  Math.max(0, Math.min(1, (rom_m / reference_m) * REFERENCE_SHARE));

function repView({ id, rep, settled, deleted }: StationRep, reference_m: number, targets: Targets): RepView {
  const { verdict } = rep;
  const extra: Mark[] = [];
  if (verdict.lowering === 'dropped') extra.push('dropped');
  if (verdict.flags.includes('over-extended')) extra.push('over');
  return {
    key: `rep-${rep.index}`,
    id,
    marks: [settled ? verdict.range : 'provisional', ...extra],
    tone: settled ? verdict.range : toneSoFar(rep, targets),
    word: settled ? words.range[verdict.range] : '',
    height: rep.rom_m === null ? 0 : share(rep.rom_m, reference_m),
    velocity: rep.quality === 'unusable' ? words.nothing : formatVelocity(rep.mcv_mps),
    hold: rep.lockout.hold_s === null ? '' : formatHold(rep.lockout.hold_s, targets.hold_s),
    holdMissed: isMissedHold(verdict.hold),
    provisional: !settled,
    deleted,
    spoken: sentence(rep, deleted, targets.hold_s),
  };
}

/** A rep under way is coloured by its range as measured so far, doubt aside: it is drawn as provisional. */
function toneSoFar({ verdict }: Rep, { full_ratio, partial_ratio }: Targets): Mark {
  const ratio = verdict.range_ratio;
  if (ratio === null) return verdict.range;
  return ratio >= full_ratio ? 'full' : ratio < partial_ratio ? 'partial' : 'short';
}

function failedView(rep: Rep, reference_m: number): RepView {
  return {
    key: `failed-${rep.start_s}`,
    id: null,
    marks: ['failed'],
    tone: 'failed',
    word: words.flags.failed,
    height: rep.rom_m === null ? 0 : share(rep.rom_m, reference_m),
    velocity: words.nothing,
    hold: '',
    holdMissed: false,
    provisional: false,
    deleted: false,
    spoken: words.station.failedRep,
  };
}

/** "Rep 4: half rep, 52 % of full range, 0.60 m/s, held 0.2 s, hold missed, lowered in 1.2 s". */
export function sentence(rep: Rep, deleted: boolean, target_s: number | null): string {
  const { verdict } = rep;
  const parts = [
    deleted && words.station.deleted,
    words.rangeInLine[verdict.range],
    verdict.range_ratio !== null && words.station.ratio(formatRatio(verdict.range_ratio)),
    rep.mcv_mps !== null && `${formatVelocity(rep.mcv_mps)} ${words.units.mps}`,
    rep.lockout.hold_s !== null && words.station.heldFor(formatHold(rep.lockout.hold_s, target_s)),
    isMissedHold(verdict.hold) && words.hold[verdict.hold],
    rep.eccentric && words.station.loweredIn(formatSeconds(rep.eccentric.duration_s)),
    verdict.lowering !== null && verdict.lowering !== 'controlled' && words.lowering[verdict.lowering],
    ...verdict.flags.map((flag) => words.flags[flag]),
    rep.quality !== 'good' &&
      [words.station.quality[rep.quality], reasonsInWords(rep.reasons)].filter(Boolean).join(', '),
  ];
  return `${words.station.repOf(rep.index)}: ${parts.filter(Boolean).join(', ')}`;
}
