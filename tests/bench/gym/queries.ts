/** What a board on a wall asks every time something happens: the last sets of the evening, with who lifted them. */
export const BOARD = `
SELECT sets.id, athletes.name, sets.lift, sets.load_kg, sets.started_ms, sets.fields -> 'analysis' -> 'summary' AS summary
FROM lockout.sets JOIN lockout.athletes ON athletes.gym = sets.gym AND athletes.id = sets.athlete
WHERE sets.gym = $1 AND sets.started_ms > $2 AND NOT sets.gone
ORDER BY sets.started_ms DESC LIMIT 60`;

/** The sets of one athlete in a lift, for whoever asks the gym's database itself. */
export const HISTORY = `
SELECT id, load_kg, started_ms, fields -> 'analysis' -> 'summary' AS summary FROM lockout.sets
WHERE gym = $1 AND athlete = $2 AND lift = 'hip-thrust' AND NOT gone ORDER BY started_ms DESC LIMIT 200`;
