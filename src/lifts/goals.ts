/** What a set is for. Reps are coaching advice; where the velocity loss comes from stands beside each goal. */
export interface GoalProfile {
  readonly id: 'strength' | 'hypertrophy' | 'power' | 'light';
  readonly reps: readonly [number, number];
  /** Loss of mean velocity from the set's best rep at which to stop, %; null when the goal does not use it. */
  readonly velocity_loss_pct: number | null;
  /** Mean velocity to aim at, m/s; null when the goal does not set one. */
  readonly mean_velocity_mps: number | null;
  readonly constant_tension: boolean;
  /** Rest between sets, s. */
  readonly rest_s: number;
  readonly evidence: string;
}

export const GOALS: readonly GoalProfile[] = [
  {
    id: 'strength',
    reps: [3, 6],
    velocity_loss_pct: 20,
    mean_velocity_mps: null,
    constant_tension: false,
    rest_s: 180,
    evidence:
      'velocity loss 20 %: best 1RM gain of 0/10/20/40 % (Sanchez-Valdepenas 2026, squat); reps: coaching advice; rest 3 min: more strength than with 1 min (Schoenfeld 2016)',
  },
  {
    id: 'hypertrophy',
    reps: [8, 12],
    velocity_loss_pct: 30,
    mean_velocity_mps: null,
    constant_tension: false,
    rest_s: 120,
    evidence:
      'velocity loss 30 %: chosen here between 20-25 and 40 %, which differ little (Refalo 2022); reps: coaching advice; rest 2 min: more than 1 min helps, more than 2 adds little (Singer 2024)',
  },
  {
    id: 'power',
    reps: [3, 5],
    velocity_loss_pct: 10,
    mean_velocity_mps: 0.92,
    constant_tension: false,
    rest_s: 180,
    evidence:
      'peak power of the hip thrust at 0.92 +- 0.04 m/s mean velocity (Loturco 2020); velocity loss 10 %: usual practice; rest 3 min: coaching advice (ACSM 2009)',
  },
  {
    id: 'light',
    reps: [12, 20],
    velocity_loss_pct: null,
    mean_velocity_mps: null,
    constant_tension: true,
    rest_s: 60,
    evidence: 'coaching advice',
  },
];
