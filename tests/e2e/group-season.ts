import { simulatedRom_m } from '../../main/station/sources/simulated.ts';
import { demoAthlete } from '../../main/station/sources/simulated-athlete.ts';
import { openStore, type SetLabels, type Store } from '../../main/store/index.ts';
import type { Rep } from '../../src/reps/rep.ts';
import type { LiftedSet } from '../../src/training/lifted.ts';
import { anAnalysis, aRecording, aRep, aSet, DAY_MS, someLabels, value, verdict } from '../store/values.ts';
import {
  FIRST_DAY,
  type SessionPlan,
  someAthlete,
  type TrueAthlete,
  trainTrueSeason,
} from '../training/true-season.ts';

/** Weeks of everybody's season; the last session is yesterday. */
const WEEKS = 12;
/**
 * The week in which Maja stayed away, from 0. The session before comes earlier and the one after later: thirteen free days
 * hold a whole week from Monday on, whatever day today is.
 */
const WEEK_OFF = 5;
const MOVED: Readonly<Record<number, number>> = { [7 * WEEK_OFF - 4]: -2, [7 * (WEEK_OFF + 1)]: 1 };

export interface GroupSeason {
  readonly maja: number;
  readonly tomas: number;
  /** Who got weaker in the last two weeks, and who lets the bar fall. */
  readonly slipped: readonly string[];
}

interface Lifter {
  readonly name: string;
  readonly athlete: TrueAthlete;
  readonly loads_kg: readonly number[];
  /** Sessions a week: 1 or 2. */
  readonly weekly: number;
}

const steady = { ...someAthlete(1), weekly: 0, day_share: 0.012, one_rep_max_kg: 160 };
const growing = { ...steady, one_rep_max_kg: 150, weekly: 0.01, half_reps_above_kg: 110 };
const weaker = { ...steady, decline: { from: 10, to: 12, share: 0.12 } };
const lifters: readonly Lifter[] = [
  { name: 'Maja Lindqvist', athlete: growing, loads_kg: [80, 100, 110, 120], weekly: 2 },
  { name: 'Tomás Ferreira', athlete: steady, loads_kg: [80, 100], weekly: 1 },
  { name: 'Ama Boateng', athlete: weaker, loads_kg: [100], weekly: 2 },
  { name: 'Jonas Weber', athlete: { ...steady, drops: true }, loads_kg: [100], weekly: 1 },
  { name: 'Noor Haddad', athlete: steady, loads_kg: [110], weekly: 1 },
  { name: 'Eilidh Ross', athlete: { ...steady, one_rep_max_kg: 130 }, loads_kg: [90], weekly: 1 },
];

/**
 * Twelve weeks of a group of whom everything is known, stored as sets: half reps of Maja's above 110 kg and a week
 * off, one who got weaker, one who drops. Reps are numbers, not signals: what they mean is tested elsewhere.
 */
export function trainAGroup(folder: string, now_epoch_ms: number): GroupSeason {
  const store = value(
    openStore(folder, { clock: { now_epoch_ms: () => now_epoch_ms }, demo: demoAthlete(simulatedRom_m()) }),
  );
  const ids = lifters.map(({ name, athlete, loads_kg, weekly }, i) => {
    const { id } = value(store.athletes.create({ name, body_mass_kg: 70 }));
    const every = Array.from(
      { length: weekly * WEEKS },
      (_, k): SessionPlan => ({
        ...{ days: Math.floor(k / weekly) * 7 + (k % weekly) * 3, loads_kg, reps: 6 },
      }),
    );
    const plans = i === 0 ? withAWeekOff(every) : every;
    const last = FIRST_DAY + (plans.at(-1)?.days ?? 0) * DAY_MS;
    const shift = now_epoch_ms - DAY_MS - last;
    const sets = trainTrueSeason(athlete, plans, 40 + i);
    sets.forEach((set, k) => {
      const note = i === 0 && k === sets.length - 1 ? 'Hips shifted left on rep 5' : '';
      keep(store, id, set, shift, {}, note);
    });
    if (i === 0) oneLegged(store, id, shift);
    return id;
  });
  store.close();
  return { maja: ids[0] as number, tomas: ids[1] as number, slipped: ['Ama Boateng', 'Jonas Weber'] };
}

const withAWeekOff = (plans: readonly SessionPlan[]): readonly SessionPlan[] =>
  plans
    .filter(({ days }) => Math.floor(days / 7) !== WEEK_OFF)
    .map((plan) => ({ ...plan, days: plan.days + (MOVED[plan.days] ?? 0) }));

/** The right leg is stronger than the left by what 6 % of the 1RM are worth. */
function oneLegged(store: Store, id: number, shift: number): void {
  const plans = Array.from(
    { length: 6 },
    (_, k): SessionPlan => ({ days: 42 + 7 * k, loads_kg: [40], reps: 6 }),
  );
  for (const side of ['left', 'right'] as const) {
    const athlete = { ...steady, one_rep_max_kg: side === 'left' ? 70 : 74.5 };
    for (const set of trainTrueSeason(athlete, plans, side === 'left' ? 61 : 62))
      keep(store, id, set, shift, { variation: 'single-leg', side });
  }
}

function keep(
  store: Store,
  athlete_id: number,
  set: LiftedSet,
  shift: number,
  labels: Partial<SetLabels>,
  note = '',
): void {
  const reps = set.reps.map((rep, i): Rep => {
    const { mcv_mps, mcv_sigma_mps, range, hold, lowering } = rep;
    const half = range === 'partial';
    return aRep(i + 1, {
      ...{ mcv_mps, mcv_sigma_mps, mcv_repeat_sigma_mps: mcv_sigma_mps, rom_m: half ? 0.17 : 0.31 },
      verdict: verdict({ range, hold, lowering, range_ratio: half ? 0.54 : 0.97 }),
    });
  });
  value(
    store.sets.insert(
      aSet(athlete_id, {
        analysis: anAnalysis(reps, { trace: { t_s: SHORT, height_m: SHORT, velocity_mps: SHORT } }),
        recording: aRecording(40),
        labels: someLabels(athlete_id, {
          load_kg: set.load_kg,
          calibration: null,
          sensor_id: null,
          ...labels,
        }),
        started_epoch_ms: set.at_epoch_ms + shift,
        note,
      }),
    ),
  );
}

const SHORT = Float64Array.of(0, 0.1, 0.2);
