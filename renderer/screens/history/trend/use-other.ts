import { useState } from 'react';
import type { History, HistoryPoint } from '../../../../src/contract/sets.ts';
import type { Athlete } from '../../../../src/contract/setup.ts';
import { words } from '../../../../src/words/index.ts';
import { fromDateField } from '../../../format/date-field.ts';
import { formatDay } from '../../../format/moments.ts';
import { fullName } from '../../../format/told-apart.ts';
import { useAnswer } from '../../../page/use-answer.ts';
import { useToldApart } from '../../../parts/use-told-apart.ts';
import { type PeriodChoice, type Range, rangeOf, stretchBefore } from '../period.ts';
import type { Subject } from '../use-subject.ts';

export const COMPARED = ['nobody', 'period', 'athlete', 'side'] as const;
export type Compared = (typeof COMPARED)[number];

/** One of the two that are compared. */
export interface Party {
  readonly name: string;
  readonly points: readonly HistoryPoint[];
}

export interface Other {
  readonly kind: Compared;
  /** Days of the other period. */
  readonly days: Pick<PeriodChoice, 'from' | 'to'>;
  /** null until both are there. */
  readonly parties: readonly [Party, Party] | null;
  choose(kind: Compared): void;
  chooseAthlete(id: number): void;
  chooseDays(change: Partial<Pick<PeriodChoice, 'from' | 'to'>>): void;
}

/** What the history is compared with, and the history of that. */
export function useOther(history: History, points: readonly HistoryPoint[], subject: Subject): Other {
  const toldApart = useToldApart();
  const nameOf = ({ id, name }: Athlete): string => fullName(name, toldApart(id));
  const [kind, setKind] = useState<Compared>('nobody');
  const [athlete_id, setAthlete] = useState<number | null>(null);
  const now = Date.now();
  const range = rangeOf(subject, now);
  const [chosen, setDays] = useState<Partial<Pick<PeriodChoice, 'from' | 'to'>>>({});
  const days = { ...stretchBefore(range, points[0]?.at_epoch_ms ?? now, now), ...chosen };
  const side = subject.side ?? history.sides[0] ?? null;
  const otherSide = side === 'left' ? 'right' : 'left';
  const { variation } = subject;
  const base = {
    athlete_id: subject.athlete_id,
    lift: subject.lift,
    ...(variation !== null && { variation }),
    ...(subject.side !== null && { side: subject.side }),
    ...range,
  };
  const question =
    kind === 'period'
      ? { ...withoutRange(base), ...rangeOf({ period: 'days', ...days }, now) }
      : kind === 'athlete' && athlete_id !== null
        ? { ...base, athlete_id }
        : kind === 'side' && side !== null
          ? { ...base, side: otherSide as 'left' | 'right' }
          : null;
  const other = useAnswer('history:get', question).value;
  const drawn = (of: readonly HistoryPoint[]): HistoryPoint[] =>
    of.filter((point) => point.kind === 'work' || subject.warm_ups);
  const own = kind === 'side' ? points.filter((point) => point.side === side) : points;
  const names: Record<Compared, readonly [string, string]> = {
    nobody: ['', ''],
    period: [
      stretchName(range, points[0]?.at_epoch_ms ?? now, now),
      words.trend.comparedPeriod(...namesOf(days)),
    ],
    athlete: [nameOf(history.athlete), other ? nameOf(other.athlete) : ''],
    side: [words.sides[side ?? 'left'], words.sides[otherSide]],
  };
  const [a, b] = names[kind];
  return {
    ...{ kind, days },
    parties: other && [
      { name: a, points: own },
      { name: b, points: drawn(other.points) },
    ],
    choose: setKind,
    chooseAthlete: setAthlete,
    chooseDays: (change) => setDays({ ...chosen, ...change }),
  };
}

function withoutRange<T extends Range>({ since_epoch_ms, until_epoch_ms, ...rest }: T): Omit<T, keyof Range> {
  return rest;
}

const namesOf = ({ from, to }: Pick<PeriodChoice, 'from' | 'to'>): [string, string] => [
  formatDay(fromDateField(from) ?? 0),
  formatDay(fromDateField(to) ?? 0),
];

const stretchName = ({ since_epoch_ms, until_epoch_ms }: Range, first_ms: number, now_ms: number): string =>
  words.trend.comparedPeriod(
    formatDay(since_epoch_ms ?? first_ms),
    formatDay(until_epoch_ms === undefined ? now_ms : until_epoch_ms - 1),
  );
