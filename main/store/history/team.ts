import type { Database } from 'better-sqlite3';
import type { ProfileSubject } from '../../../src/contract/profile.ts';
import type { Athlete } from '../../../src/contract/setup.ts';
import type { Team, TeamRow } from '../../../src/contract/team.ts';
import { TEAM_MS, type TeamSet, teamMember } from '../../../src/training/team.ts';

/** By the indices sets_by_time and reps_dropped; the second is named because SQLite, not knowing how small it is, takes reps_of. */
export const TEAM_SETS = `
  SELECT sets.athlete_id, sets.session_id, sets.started_at AS at_epoch_ms, sets.lift, sets.variation, sets.side,
    sets.load_kg, sets.mean_mcv_mps, sets.reps, sets.reps - sets.unsure_reps AS ranged, sets.partial_reps AS half,
    sets.holds_judged, sets.holds_judged - sets.holds_met AS holds_missed, sets.simulated,
    (SELECT count(*) FROM reps INDEXED BY reps_dropped
     WHERE reps.set_id = sets.id AND reps.lowering = 'dropped' AND reps.failed = 0 AND reps.deleted = 0) AS dropped
  FROM sets
  WHERE sets.started_at >= @since AND sets.kind = 'work' AND sets.deleted_at IS NULL AND sets.accepted = 1
  ORDER BY sets.started_at DESC, sets.id DESC`;

type TeamSetRow = Omit<TeamSet, 'subject'> &
  ProfileSubject & { readonly athlete_id: number; readonly simulated: 0 | 1 };

/** Simulated sets of real athletes are none of theirs; one who is simulated or archived is no member of the team. */
export function readTeam(db: Database, athletes: readonly Athlete[], now_epoch_ms: number): Team {
  const rows = db
    .prepare<[object], TeamSetRow>(TEAM_SETS)
    .all({ since: now_epoch_ms - TEAM_MS })
    .reverse();
  const sets = Map.groupBy(
    rows.filter(({ simulated }) => simulated === 0),
    ({ athlete_id }) => athlete_id,
  );
  const groups = new Map(
    db
      .prepare<[], { id: number; group_name: string }>('SELECT id, group_name FROM athletes')
      .all()
      .map(({ id, group_name }) => [id, group_name]),
  );
  const people = athletes.filter(({ simulated, archived }) => !simulated && !archived);
  const members = people.flatMap((athlete): TeamRow[] => {
    const own = sets.get(athlete.id);
    if (!own) return [];
    const { subject, ...member } = teamMember(own.map(asTeamSet), now_epoch_ms);
    return [
      {
        athlete,
        group: groups.get(athlete.id) ?? '',
        ...member,
        subject: JSON.parse(subject) as ProfileSubject,
      },
    ];
  });
  return {
    rows: members.sort(
      (a, b) =>
        b.flags.length - a.flags.length ||
        (a.flags.length > 0 ? a.last_epoch_ms - b.last_epoch_ms : 0) ||
        a.athlete.name.localeCompare(b.athlete.name),
    ),
    idle: people.length - members.length,
  };
}

const asTeamSet = ({ lift, variation, side, ...set }: TeamSetRow): TeamSet => ({
  ...set,
  subject: JSON.stringify({ lift, variation, side } satisfies ProfileSubject),
});
