/** What the sensor sat on, where somebody said so: of a set, and of what was chosen last. */
export const SCHEMA_V11 = `
ALTER TABLE sets ADD COLUMN mount TEXT CHECK (mount IN ('bar', 'sleeve', 'plate', 'belt', 'dumbbell', 'stack'));
ALTER TABLE choices ADD COLUMN mount TEXT CHECK (mount IN ('bar', 'sleeve', 'plate', 'belt', 'dumbbell', 'stack'));
`;
