import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/training/outcome.ts';
import { type TeamMember, type TeamSet, teamMember } from '../../src/training/team.ts';
import { DAY_MS, FIRST_DAY, someAthlete, type TrueAthlete, trainTrueSeason } from './true-season.ts';

const WEEKS = 12;
const NOW = FIRST_DAY + WEEKS * 7 * DAY_MS;

/** Twelve weeks of two sessions at the same three loads, as the team page reads them from the store. */
function member(athlete: TrueAthlete, seed: number, weeks = WEEKS): TeamMember {
  const loads_kg = [0.6, 0.7, 0.8].map((share) => Math.round((share * athlete.one_rep_max_kg) / 2.5) * 2.5);
  const plans = Array.from({ length: 2 * weeks }, (_, i) => ({
    ...{ days: Math.floor(i / 2) * 7 + (i % 2) * 3, loads_kg },
  }));
  const sets = trainTrueSeason(athlete, plans, seed).map(
    ({ session_id, at_epoch_ms, load_kg, reps }): TeamSet => {
      const count = (is: (rep: (typeof reps)[number]) => boolean): number => reps.filter(is).length;
      return {
        ...{
          session_id,
          at_epoch_ms,
          load_kg,
          subject: 'hip thrust',
          reps: reps.length,
          ranged: reps.length,
        },
        mean_mcv_mps:
          reps.length === 0 ? null : reps.reduce((sum, { mcv_mps }) => sum + (mcv_mps ?? 0), 0) / reps.length,
        half: count((rep) => outcomeOf(rep) === 'half'),
        holds_judged: reps.length,
        holds_missed: count(({ hold }) => hold !== 'met'),
        dropped: count(({ lowering }) => lowering === 'dropped'),
      };
    },
  );
  return teamMember(sets, NOW);
}

const kinds = ({ flags }: TeamMember): string[] => flags.map(({ kind }) => kind);

test('of sixty athletes it names those who slipped, and nobody else', () => {
  const named = Array.from({ length: 60 }, (_, i) => {
    const athlete = someAthlete(2000 + i);
    if (i === 17) return kinds(member({ ...athlete, decline: { from: 10, to: 12, share: 0.12 } }, i));
    if (i === 41) return kinds(member({ ...athlete, drops: true }, i));
    return kinds(member(athlete, i));
  }).flatMap((flags, i) => (flags.length > 0 ? [`${i}: ${flags.join()}`] : []));
  expect(named).toEqual(['17: slower', '41: drops']);
});

test('who stays away for a week and a half is missed, who never came often is not', () => {
  expect(kinds(member(someAthlete(1), 1, 10))).toContain('away');
  expect(kinds(member(someAthlete(1), 1, 1))).not.toContain('away');
});

test('a lifter of half reps and short holds is named with both, and with how many of how many', () => {
  const { flags, half, holds } = member({ ...someAthlete(7), half_reps_above_kg: 0 }, 7);
  expect(flags.map(({ kind }) => kind)).toEqual(['half-reps', 'holds']);
  expect(half.bad).toBe(half.of / 2);
  expect(holds).toEqual(half);
});

test('the usual load is the one lifted in most sets, its speed a value a session', () => {
  const set = (session_id: number, load_kg: number, mean_mcv_mps: number): TeamSet => ({
    ...{
      session_id,
      at_epoch_ms: NOW - (10 - session_id) * DAY_MS,
      subject: 'hip thrust',
      load_kg,
      mean_mcv_mps,
    },
    ...{ ranged: 8, half: 0, holds_judged: 8, holds_missed: 0, reps: 8, dropped: 0 },
  });
  const found = teamMember([set(1, 100, 0.6), set(1, 100, 0.5), set(2, 120, 0.4), set(3, 100, 0.58)], NOW);
  expect(found).toMatchObject({ usual_kg: 100, sessions: 3 });
  expect(found.speeds.map(({ mcv_mps }) => mcv_mps)).toEqual([0.55, 0.58]);
});
