/**
 * When a rep and its hold were announced is a fact of the running set; a stored rep never told it, and no lockout
 * height was ever written (it is `rom_m`).
 */
export const SCHEMA_V7 = `
ALTER TABLE reps DROP COLUMN announced_s;
ALTER TABLE reps DROP COLUMN lockout_announced_s;
ALTER TABLE reps DROP COLUMN lockout_height_m;
`;
