/**
 * What changes as one. Two stations that edit different registers of a set both have their way; of two that edit the same one
 * the later has. So what is only right together stands together: a variation with its lift, a sigma with its range.
 */
export const SET_REGISTERS = {
  whose: ['athlete_id', 'session_id'],
  lift: ['lift', 'variation'],
  bench: ['bench'],
  side: ['side'],
  kind: ['kind'],
  load: ['load_kg', 'load_unit'],
  mount: ['mount'],
  accepted: ['accepted'],
  goal: ['goal_preset', 'goal_reps', 'goal_velocity_loss_pct', 'goal_velocity_mps', 'goal_power_w'],
  targets: [
    'target_hold_s',
    'target_eccentric_s',
    'target_dropped_mps',
    'target_full_ratio',
    'target_partial_ratio',
    'target_constant_tension',
    'target_hover_m',
    'set_end_s',
  ],
  reference: [
    'reference_origin',
    'reference_rom_m',
    'reference_rom_sigma_m',
    'reference_lockout_height_m',
    'reference_lockout_height_sigma_m',
    'reference_tilt_deg',
    'reference_sway_m',
  ],
  calibration: ['calibration_id'],
  note: ['note'],
  deleted: ['deleted_at'],
  sensor: ['sensor_id', 'sensor_name'],
  when: ['started_at'],
  facts: ['stored_at', 'interrupted', 'simulated', 'replayed', 'live_reps'],
  analysis: [
    'algorithm',
    'from_live',
    'summary_reference_rom_m',
    'duration_s',
    'samples',
    'rate_hz',
    'effective_rate_hz',
    'gaps',
    'clipped',
    'despiked',
    'axes',
    'quality',
    'reasons',
    'lever_m',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Columns of `sets` that are this file's own affair. */
export const OWN_COLUMNS = ['id', 'uuid', 'journal_id', 'import_id'] as const;

export const ATHLETE_REGISTERS = {
  name: ['name'],
  body_mass: ['body_mass_kg'],
  group: ['group_name'],
  birth_year: ['birth_year'],
  note: ['note'],
  archived: ['archived'],
  deleted: ['deleted_at'],
  facts: ['simulated', 'created_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Rows that are registers of their athlete: one for each key. */
export const ATHLETE_ROWS = {
  reference: { table: 'references', key: ['lift', 'variation', 'bench', 'side'] },
  choice: { table: 'choices', key: ['lift', 'variation'] },
  profile: { table: 'speed_profiles', key: ['begun_at'] },
} as const;
