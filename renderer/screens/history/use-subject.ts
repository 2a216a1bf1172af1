import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import type { StationState } from '../../../src/contract/station.ts';
import { CATALOGUE } from '../../../src/lifts/catalogue.ts';
import { dateField } from '../../format/date-field.ts';
import { type LookedAt, lookAt, lookedAt } from '../../parts/looked-at.ts';
import type { PeriodChoice } from './period.ts';

/** How the history is looked through, whoever's it is. */
interface Filters extends PeriodChoice {
  /** Warm-ups are drawn and counted in the plots. */
  readonly warm_ups: boolean;
}

/** Whose history of what is shown. */
export interface Subject extends LookedAt, Filters {}

/** Kept while the page is open, so that coming back from a set, or going to another athlete, shows the same again. */
let filters: Filters | null = null;

const MONTH_MS = 30 * 24 * 3600_000;

/** Begins with whom the address names, else with who was looked at, else with who is at the station and what they lift. */
export function useSubject(state: StationState): [Subject, (subject: Subject) => void] {
  const { athlete, lift, variation } = state.setup;
  const asked = useParams();
  const [subject, setSubject] = useState<Subject>(() => ({
    ...(filters ?? {
      ...{ warm_ups: false, period: 'weeks12' },
      ...{ from: dateField(Date.now() - MONTH_MS), to: dateField(Date.now()) },
    }),
    ...(lookedAt(state) ?? { athlete_id: athlete.id, lift, variation, side: null }),
    ...named(asked.athlete, asked.lift, asked.variation),
  }));
  useEffect(() => {
    if (asked.athlete) lookAt(state, subject);
  }, [asked.athlete, state, subject]);
  return [
    subject,
    (next) => {
      const { warm_ups, period, from, to } = next;
      filters = { warm_ups, period, from, to };
      lookAt(state, next);
      setSubject(next);
    },
  ];
}

/** An address written by hand may name what there is not. */
function named(athlete?: string, lift?: string, variation?: string): Partial<Subject> {
  const profile = CATALOGUE.find(({ id }) => id === lift);
  const known = profile?.variations.find(({ id }) => id === variation);
  if (!athlete || !/^[1-9]\d*$/.test(athlete) || !profile || !known) return {};
  return { athlete_id: Number(athlete), lift: profile.id, variation: known.id, side: null };
}
