/** The store: what it could not do, and what helps. */
export const store = {
  cannotStart: 'Lockout cannot start',
  /** What could not be done, and then what a coach can do about it. */
  withCure: (what: string, cure: string) => `${what}. ${cure}`,
  withDetail: (what: string, detail: string) => `${what}: ${detail}`,
  cures: {
    diskFull: 'The disk is full. Free some space, then try again; what is stored already is safe.',
    notWritable:
      'Lockout is not allowed to write there. Check who owns the folder, or choose another one (LOCKOUT_DATA).',
    damaged:
      'The database is damaged. Close Lockout and start it again: it will set the file aside and tell you what to do.',
    diskFailed:
      'The disk is not responding. Check it (a removable drive may have been unplugged) and make a backup elsewhere.',
    noAthlete: 'The athlete no longer exists; choose another one.',
    gone: 'A file or folder is no longer where it was.',
    longName: 'Its name is too long for this disk.',
    manyFiles: 'This computer has too many files open. Close some programs and try again.',
    busy: 'Another program holds the database. Close it and try again.',
  },
  imports: {
    missing: 'This import no longer exists; it may have been undone already.',
    notStored: 'Nothing was imported',
    notRemembered: 'What the columns mean could not be kept',
    notUndone: 'The import could not be undone',
  },
  everything: {
    newer: (version: number, own: number) =>
      `This export was written by a newer Lockout (database ${version}, this one has ${own}); update this one.`,
    damaged: (where: string) => `The export is damaged or not one of Lockout's: ${where}.`,
    notWhole: 'The export is not whole: its end is missing, or it is no JSON.',
  },
  athlete: {
    missing: 'This athlete no longer exists.',
    notStored: 'The athlete could not be stored',
    notChanged: 'The athlete could not be changed',
    notDeleted: 'The athlete could not be deleted',
    first: 'Athlete',
    demo: 'Demo athlete',
    anotherDemo: 'Demo athlete 2',
  },
  bin: {
    missing: 'This is in the bin no more: it was restored, or is gone for good.',
    notRestored: 'It could not be restored',
    notRemoved: 'It could not be deleted for good',
    typeName: (name: string) => `To delete ${name} and every set of theirs for good, type the name exactly.`,
  },
  sensor: {
    missing: 'This station no longer knows this sensor.',
    notRemembered: 'The sensor could not be saved',
    notThere: 'The sensor could not be saved.',
    notRenamed: 'The sensor could not be renamed',
    notForgotten: 'The sensor could not be forgotten',
    calibrationNotStored: 'The calibration could not be stored',
  },
  set: {
    missing: 'This set no longer exists.',
    noRep: 'This rep no longer exists.',
    notPast: 'The date of a set lies between the year 2000 and now.',
    notStored: 'The set could not be stored',
    notChanged: 'The set could not be changed',
    repNotChanged: 'The rep could not be changed',
    notDeleted: 'The set could not be deleted',
    notRestored: 'The set could not be restored',
  },
  journal: {
    missing: 'This interrupted set no longer exists.',
    notSaving: 'The running set is not being saved as it goes; it will be stored when it ends',
    notKept: 'The set could not be written to the journal folder',
    notReadable: 'The interrupted set could not be read',
    notPutAway: 'The interrupted set could not be discarded',
    noHeader: 'An interrupted set was found, but not whose it is or of which lift.',
    noSamples: 'An interrupted set was found, but it is empty.',
    odd: (name: string) =>
      `"${name}" in the journal folder is a link, a folder or far too large, and not an interrupted set.`,
    keptIn: (problem: string, folder: string) => `${problem} It was kept in ${folder}.`,
  },
  backup: {
    notMade: 'The backup could not be made',
    empty: 'it holds no data',
    damaged: (why: string) =>
      `The backup was made but did not pass its check (${why}), so it was removed. The database itself may be damaged: export your sets, then restart Lockout.`,
  },
  restore: {
    missing: 'This backup no longer exists.',
    notDone: 'The backup could not be restored',
    foreign: (name: string) => `${name} is not a backup of Lockout. Nothing was changed.`,
    newer: (name: string) =>
      `${name} was made by a newer Lockout. Install the newer version first. Nothing was changed.`,
    damaged: (name: string, why: string) => `${name} is damaged (${why}). Nothing was changed.`,
    changedMeanwhile: 'Something was stored while the backup was being prepared. Try again.',
  },
  tonightNotStored: 'Tonight’s group could not be stored',
  profileNotStored: 'The profile could not be stored',
  choiceNotStored: 'What was chosen for this athlete could not be stored',
  referenceNotStored: 'The full range could not be stored',
  settingsNotStored: 'The settings could not be stored',
  settingReset: (key: string) =>
    `The stored setting "${key}" was not valid and is back to its default. Check it in Settings.`,
  folder: {
    notMade: (folder: string) => `The data folder ${folder} cannot be made`,
    notUsable: (folder: string) => `The data folder ${folder} cannot be used`,
    gone: (folder: string) =>
      `The data folder ${folder} was moved, deleted or replaced while Lockout was running. Put it back, or save the sets as a file and restart Lockout.`,
    lockInTheWay: (lock: string) =>
      `${lock} is not the lock file Lockout makes and could not be moved away. Delete it, then start again`,
    openToOthers: (folder: string) =>
      `Other users of this computer can open the data folder ${folder}: it belongs to somebody else, or its disk keeps no rights. Choose another folder (LOCKOUT_DATA).`,
    inUse: (folder: string) =>
      `Lockout is already running with the data in ${folder}. Use that one, or close it first. To run a second station, start it with another folder (LOCKOUT_DATA).`,
  },
  database: {
    notPrepared: 'The data could not be prepared',
    notReadable: (file: string) => `${file} cannot be read`,
    notOpened: (file: string) => `The database ${file} cannot be opened`,
    foreign: (file: string) => `${file} belongs to another program. Nothing in it was changed.`,
    newer: (file: string, version: number, newest: number) =>
      `The data in ${file} was written by a newer Lockout (format ${version}; this one reads formats up to ${newest}). Install the newer version, or start this one with another folder (LOCKOUT_DATA). Nothing was changed.`,
    older: (file: string) =>
      `The data in ${file} is of an older format. Start Lockout once to update it, then try again.`,
    none: (file: string) => `There is no Lockout data at ${file} yet.`,
    setAside: (why: string, name: string, rescue: string) =>
      `The database was damaged (${why}) and was set aside as ${name}; Lockout began a new one. ${rescue}`,
    gone: (file: string, kept: string | null, rescue: string) =>
      `The database ${file} is missing or empty${kept === null ? '' : ` (what was left of it is kept as ${kept})`}; Lockout began a new one. ${rescue}`,
    replaced: (file: string, log: string) =>
      `${file} was replaced by another copy. Changes that belonged to the earlier one are kept as ${log} and were not mixed in.`,
    rescue: (backup: string) =>
      `The latest backup is ${backup}: restore it here or in Settings; no file has to be copied.`,
    noBackup: 'There is no backup in this folder.',
  },
};
