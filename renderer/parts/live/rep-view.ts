import type { GhostRep } from '../../../src/contract/last-time.ts';
import type { LiveSet, Rep, StationRep } from '../../../src/contract/live-set.ts';
import type { Setup, Targets } from '../../../src/contract/setup.ts';
import type { StationState } from '../../../src/contract/station.ts';
import { words } from '../../../src/words/index.ts';
import {
  formatBeside,
  formatCentimetres,
  formatHold,
  formatRangeShare,
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
  /** Which rep it is, 1-based; null for a failed attempt. */
  readonly place: number | null;
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
export function repViews(set: LiveSet, ghosts: readonly GhostRep[] = []): readonly RepView[] {
  const reference_m = fullHeight(set, set.setup, ghosts);
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
      place: provisional.index,
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

/** What reaches the line of a full rep, m: the athlete's own range, else the highest bar there is. */
function fullHeight(set: LiveSet | null, { reference }: Setup, ghosts: readonly GhostRep[]): number {
  const seen = [...(set?.reps.map(({ rep }) => rep) ?? []), ...ghosts].map(({ rom_m }) => rom_m ?? 0);
  return reference?.rom_m ?? Math.max(...seen, Number.EPSILON);
}

/** Heights of the last session's bars in the places of this set, 0..1; a finished set is beside nothing. */
export function ghostHeights({ set, setup, last_time }: StationState): readonly number[] {
  if (set?.status === 'finished') return [];
  const ghosts = last_time?.ghosts ?? [];
  const full_m = fullHeight(set, (set ?? { setup }).setup, ghosts);
  return ghosts.map(({ rom_m }) => (rom_m === null ? 0 : share(rom_m, full_m)));
}

const share = (rom_m: number, reference_m: number): number =>
  Math.max(0, Math.min(1, (rom_m / reference_m) * REFERENCE_SHARE));

function repView({ id, rep, settled, deleted }: StationRep, reference_m: number, targets: Targets): RepView {
  const { verdict } = rep;
  const range = rangeShown(rep);
  const extra: Mark[] = [];
  if (verdict.lowering === 'dropped') extra.push('dropped');
  if (verdict.flags.includes('over-extended')) extra.push('over');
  return {
    key: `rep-${rep.index}`,
    id,
    place: rep.index,
    marks: [settled ? range.mark : 'provisional', ...extra],
    tone: settled ? range.mark : toneSoFar(rep, targets),
    word: settled ? range.word : '',
    height: rep.rom_m === null ? 0 : share(rep.rom_m, reference_m),
    velocity: rep.quality === 'unusable' ? words.nothing : formatVelocity(rep.mcv_mps),
    hold: rep.lockout.hold_s === null ? '' : formatHold(rep.lockout.hold_s, targets.hold_s),
    holdMissed: isMissedHold(verdict.hold),
    provisional: !settled,
    deleted,
    spoken: sentence(rep, deleted, targets),
  };
}

/** The verdict on the range; where the athlete's own is not known, the range as it was measured. */
export function rangeShown({ verdict, rom_m }: Rep): { readonly mark: Mark; readonly word: string } {
  if (verdict.range === 'unsure' && verdict.range_ratio === null)
    return { mark: 'info', word: formatCentimetres(rom_m) };
  return { mark: verdict.range, word: words.range[verdict.range] };
}

/** A rep under way is coloured by its range as measured so far, doubt aside: it is drawn as provisional. */
function toneSoFar({ verdict }: Rep, { full_ratio, partial_ratio }: Targets): Mark {
  const ratio = verdict.range_ratio;
  if (ratio === null) return 'info';
  return ratio >= full_ratio ? 'full' : ratio < partial_ratio ? 'partial' : 'short';
}

function failedView(rep: Rep, reference_m: number): RepView {
  return {
    key: `failed-${rep.start_s}`,
    id: null,
    place: null,
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
export function sentence(rep: Rep, deleted: boolean, targets: Targets): string {
  const { verdict } = rep;
  const parts = [
    deleted && words.station.deleted,
    verdict.range === 'unsure' && verdict.range_ratio === null
      ? formatCentimetres(rep.rom_m)
      : words.rangeInLine[verdict.range],
    verdict.range_ratio !== null && words.station.ratio(formatRangeShare(verdict.range_ratio, targets)),
    rep.mcv_mps !== null && `${formatVelocity(rep.mcv_mps)} ${words.units.mps}`,
    rep.lockout.hold_s !== null && words.station.heldFor(formatHold(rep.lockout.hold_s, targets.hold_s)),
    isMissedHold(verdict.hold) && words.hold[verdict.hold],
    rep.eccentric && words.station.loweredIn(formatBeside(rep.eccentric.duration_s, targets.eccentric_s, 1)),
    verdict.lowering !== null && verdict.lowering !== 'controlled' && words.lowering[verdict.lowering],
    ...verdict.flags.map((flag) => words.flags[flag]),
    rep.quality !== 'good' &&
      [words.station.quality[rep.quality], reasonsInWords(rep.reasons)].filter(Boolean).join(', '),
  ];
  return `${words.station.repOf(rep.index)}: ${parts.filter(Boolean).join(', ')}`;
}
