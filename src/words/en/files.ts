import { tenths } from './locale.ts';

const ways =
  'Name its columns like that in the first line, or by what they are and their unit: Time (ms), acc x [m/s2], gyro_y (deg/s). Or say what each column is on the Import screen, which asks for it.';

const recognised = (known: string): string => (known === '' ? '' : `recognised ${known}, but `);

const by = (tool: string): string => (tool === '' ? '' : `${tool}: `);

/** Files of other tools that are read, put right or refused. */
export const files = {
  tools: {
    witmotion: 'WitMotion',
    metabase: 'MbientLab MetaBase',
    dot: 'Movella DOT',
    movesense: 'Movesense',
    polar: 'Polar Sensor Logger',
    phyphox: 'phyphox',
    sensorLogger: 'Sensor Logger',
    sensorlog: 'SensorLog',
    appleWatch: 'Apple watch device motion',
    physicsToolbox: 'Physics Toolbox',
    shimmer: 'Shimmer',
  },
  noTime: (columns: string, known: string) =>
    `${recognised(known)}no time column; one of t_s, t_ms, t_us or timestamp_ms is needed. The file has: ${columns}. ${ways}`,
  noAcceleration: (columns: string, known: string) =>
    `${recognised(known)}no acceleration columns; ax_g,ay_g,az_g or ax_mps2,ay_mps2,az_mps2 are needed. The file has: ${columns}. ${ways}`,
  noColumn: (name: string) => `column ${name} is missing.`,
  twice: (name: string) => `column ${name} is named twice.`,
  inRow: (row: number, what: string) => `Row ${row}: ${what}`,
  noUnit: (row: number, column: string) =>
    `Row ${row}, column ${column}: the time has no unit. Name the column t_s, t_ms or t_us.`,
  badRows: (bad: number, all: number) => ` ${bad} of ${all} rows cannot be read.`,
  dropped: (count: number, first: string) =>
    count === 1 ? `One row was left out. ${first}` : `${count} rows were left out. The first: ${first}`,
  unfinished: 'The last row is not finished and was left out.',
  doubled: (count: number) =>
    count === 1
      ? 'One row was there twice; it was read once.'
      : `${count} rows were there twice; they were read once.`,
  swapped: (count: number) =>
    count === 1
      ? 'One row stood later than its time; it was put in its place.'
      : `${count} rows stood later than their times; they were put in their places.`,
  repeatedHeaders: (count: number) =>
    count === 1
      ? 'The header line comes again once; it was skipped.'
      : `The header line comes again ${count} times; it was skipped.`,
  backwards: (row: number, column: string) =>
    `Row ${row}, column ${column}: the rows run backwards in time. Sort the file by time.`,
  disorder: (row: number, column: string) =>
    `Row ${row}, column ${column}: the times are in no order. Sort the file by time.`,
  twoSensors: (row: number, first: string, second: string) =>
    `Row ${row}: the file holds two sensors, ${first} and ${second}. Export one file for each.`,
  twoSensorsIn: (first: string, second: string) =>
    `The file holds two sensors, ${first} and ${second}. Export one file for each.`,
  mixedSensors:
    'Each row is unlike the next and like one a few rows on: the rows of several sensors are mixed in this file. Export one file for each.',
  gravityRemoved: (tool: string) =>
    `${by(tool)}gravity was taken out of this acceleration, and without it nobody can tell which way is up. Export the acceleration with gravity (total, raw or "with g"), or give the file with gravity too.`,
  onlyRate: (tool: string, missing: string) =>
    `${by(tool)}this is the angular rate only. The acceleration is missing: give ${missing} as the second file.`,
  onlyGravity: (tool: string) =>
    `${by(tool)}this is gravity only, which does not tell how the bar moves. Give the acceleration too.`,
  otherFile: 'the file with the acceleration',
  noOverlap: (first: string, second: string) =>
    `${first} and ${second} were not recorded at the same time, so they do not belong together.`,
  severalRecordings: (names: string) => `Holds more than one recording: ${names}. Give one of them.`,
  inFile: (file: string, message: string) => `${file}: ${message}`,
  nothingInside: 'There is no file with a signal inside.',
  tooDeep: 'There is an archive in an archive in an archive. Unpack it, and give what is inside.',
  kinds: {
    webPage:
      'This is a web page and not the file: often the page that asks to sign in. Download the file again, signed in, and look at it before you hand it over.',
    document: 'This is a document. Export the recording as CSV and give that.',
    picture: 'This is a picture or a film. Export the recording as CSV and give that.',
    otherArchive: 'This is an archive of a kind that is not opened here. Unpack it, and give what is inside.',
    database:
      'This is a database. To go back to one of Lockout, restore it as a backup in Settings; of another program export CSV.',
    parquet:
      'This is a Parquet file, which goes out of Lockout only. Take out lockout.json to move everything.',
    link: 'This is only a link to the file, which is still in the cloud. Download the file itself and give that.',
  },
  roundedTime: (row: number, column: string, written: string) =>
    `Row ${row}, column ${column}: "${written}" is what a spreadsheet left of a longer number, and most rows share it. Export the file again and do not save it from a spreadsheet.`,
  decimalCommas: (row: number) =>
    `Row ${row}: it has about twice as many cells as there are columns: commas stand between the cells and in the numbers too. Save the file with semicolons between the cells, or with decimal points.`,
  damagedArchive: 'The archive is damaged or not finished.',
  tooLarge: 'More is packed inside than any recording holds. Unpack it, and give the file with the signal.',
  notJson:
    'This is not JSON that Lockout knows. Movesense files have data with acc or imu in it, those of Sensor Logger a sensor with x, y and z.',
  missingPartner: (tool: string, name: string) =>
    `${by(tool)}read without gyroscope. With ${name} as the second file the bar's turning is known too.`,
  sensorLoggerName:
    "Sensor Logger: only a file's name says what is in it. Call it as the app did (TotalAcceleration, Gyroscope, Gravity ...), or give the zip.",
  shimmerRaw:
    'Shimmer: the calibrated values of one sensor are needed, with their line of units. Export "Calibrated" from Consensys, one file for each sensor.',
  noNames:
    'this line holds numbers and none before it names the columns. Put a line above it that says what each one is and its unit: Time (s), acc x (g), gyro x (deg/s).',
  workbook: 'This is a workbook. Save its sheet as CSV and give that.',
  thousands: (row: number, column: string, written: string) =>
    `Row ${row}, column ${column}: "${written}" has a sign between thousands. Save the file without it.`,
  clockChange: 'The clock was set by an hour meanwhile; that hour was taken out.',
  roster: {
    noName: (columns: string) =>
      `no column called Name, or First name and Last name. The first line has: ${columns}.`,
    noUnit: (column: string) =>
      `${column} does not say whether it is kg or lb; it is read as kg. Name the column "Weight (lb)" if it is lb.`,
    nameless: 'no name; left out.',
    longName: (most: number) => `the name has more than ${most} characters; left out.`,
    tooManyCells: 'more cells than the first line has; left out. A name with a comma in it needs quotes.',
    noYear: (name: string, written: string) => `"${written}" is no birth year; ${name} is taken without.`,
    noMass: (name: string, written: string) =>
      `"${written}" is no body mass between 20 and 400 kg; ${name} is taken without.`,
  },
  notCovered: (by_s: number) => `${tenths(by_s)} s are in one of the files only and were left out.`,
};
