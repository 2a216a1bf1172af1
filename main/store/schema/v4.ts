/**
 * A rep's sigma is against what a good instrument would read; the part of it that differs from rep to rep has columns of its
 * own. Until now the stored sigmas were that part: sets analysed before keep them as both.
 */
export const SCHEMA_V4 = `
ALTER TABLE reps ADD COLUMN mcv_repeat_sigma_mps REAL;
ALTER TABLE reps ADD COLUMN rom_repeat_sigma_m REAL;
UPDATE reps SET mcv_repeat_sigma_mps = mcv_sigma_mps, rom_repeat_sigma_m = rom_sigma_m;
`;
