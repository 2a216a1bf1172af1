/** How far off the bar's axis the sensor of a set sat, m, where a twist told it; sets analysed before know nothing of it. */
export const SCHEMA_V2 = 'ALTER TABLE sets ADD COLUMN lever_m REAL';
