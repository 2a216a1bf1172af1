/**
 * An athlete can lie in the bin, as a set can, and can be archived. What was deleted before there was a bin has its days in it
 * from now on.
 */
export const SCHEMA_V17 = `
ALTER TABLE athletes ADD COLUMN deleted_at INTEGER;
ALTER TABLE athletes ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
UPDATE sets SET deleted_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE deleted_at IS NOT NULL;
CREATE INDEX sets_deleted ON sets (deleted_at) WHERE deleted_at IS NOT NULL;
`;
