/** The unit a load was typed in, of a set and of what was chosen last; nothing is known of it before. `load_kg` is the load itself. */
export const SCHEMA_V15 = `
ALTER TABLE sets ADD COLUMN load_unit TEXT CHECK (load_unit IN ('kg', 'lb'));
ALTER TABLE choices ADD COLUMN load_unit TEXT CHECK (load_unit IN ('kg', 'lb'));
`;
