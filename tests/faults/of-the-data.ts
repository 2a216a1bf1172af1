import { type Fault, fault } from './fault.ts';

const FILES = 'tests/store/private-files.test.ts';
const OPEN = 'tests/store/open.test.ts';
const JOURNALLED = 'tests/station/journalled.test.ts';

/** What lies on the disk. */
export const DATA_FAULTS: readonly Fault[] = [
  fault('others may read the database', 'main/store/open.ts', '  privateFile(file);\n', '', FILES),
  fault(
    'others may read journals',
    'main/store/journal/appender.ts',
    `openPrivate(path, 'wx')`,
    `fs.openSync(path, 'wx')`,
    FILES,
  ),
  fault(
    'others may read backups',
    'main/store/backup.ts',
    `    privateFile(partial);\n    await db`,
    '    await db',
    FILES,
  ),
  fault(
    'others may enter the folder',
    'main/store/private.ts',
    'const FOLDER_MODE = 0o700;',
    'const FOLDER_MODE = 0o755;',
    FILES,
  ),
  fault(
    'an open folder stays open',
    'main/store/index.ts',
    'const closed = options.readonly || closeFolder(folder);',
    'const closed = true;',
    FILES,
  ),
  fault(
    'committed is not on the disk',
    'main/store/open.ts',
    'synchronous = FULL',
    'synchronous = NORMAL',
    OPEN,
  ),
  fault(
    'foreign keys are off',
    'main/store/open.ts',
    `    db.pragma('foreign_keys = ON');\n`,
    `    db.pragma('foreign_keys = OFF');\n`,
    OPEN,
  ),
  fault(
    'what is deleted stays in the file',
    'main/store/open.ts',
    `    db.pragma('secure_delete = ON');\n`,
    '',
    OPEN,
  ),
  fault(
    'what did not fit on the disk is dropped',
    'main/store/journal/appender.ts',
    '      backlog = [bytes];\n',
    '      backlog = [];\n',
    'tests/store/appender.test.ts',
  ),
  fault(
    'the rest before the set is left out of the journal',
    'main/station/set/set-keeper.ts',
    'feed.stretchFrom(start_s - PRE_ROLL_S)',
    'feed.stretchFrom(start_s)',
    JOURNALLED,
  ),
  fault(
    'a changed load is not journalled',
    'main/station/set/set-keeper.ts',
    '      journal?.relabel(labels(stage.entry));\n',
    '',
    JOURNALLED,
  ),
  fault(
    'deleted sets are counted',
    'main/store/sets/read.ts',
    'WHERE sets.deleted_at IS NULL',
    'WHERE 1 = 1',
    JOURNALLED,
  ),
];
