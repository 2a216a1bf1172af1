import { advice } from './advice.ts';
import { athletes } from './athletes.ts';
import { bars } from './bars.ts';
import { bin } from './bin.ts';
import { bluetooth } from './bluetooth.ts';
import { board } from './board.ts';
import { calibration } from './calibrate.ts';
import { common } from './common.ts';
import { compared } from './compared.ts';
import { door } from './door.ts';
import { drivers } from './drivers.ts';
import { edits } from './edits.ts';
import { exporting } from './exporting.ts';
import { files } from './files.ts';
import { broken, connection, notFound } from './frame.ts';
import { gym } from './gym.ts';
import { help } from './help.ts';
import { histories } from './histories.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { actionNames, keyCaps, keyGroups, shortcuts } from './keys.ts';
import { lan } from './lan.ts';
import { cues, lifts, setups, sides, variationNotes, variations } from './lifts.ts';
import { link, linkPhases } from './link.ts';
import { locale } from './locale.ts';
import { measure } from './measure.ts';
import { mounts } from './mounts.ts';
import { movements } from './movements.ts';
import { pair } from './pair.ts';
import { paper } from './paper.ts';
import { goal, load, presetHints, presets } from './pickers.ts';
import { plausibility } from './plausibility.ts';
import { plots } from './plots.ts';
import { profile } from './profile.ts';
import { recordings } from './recordings.ts';
import { refusals } from './refusals.ts';
import { review } from './review.ts';
import { says } from './says.ts';
import { settings } from './settings.ts';
import { soundHints, soundNames, sounds } from './sounds.ts';
import { station } from './station.ts';
import { store } from './store.ts';
import { stream } from './stream.ts';
import { takeout } from './takeout.ts';
import { team } from './team.ts';
import { technique } from './technique.ts';
import { reorder, tonight } from './tonight.ts';
import { training } from './training.ts';
import { trend } from './trend.ts';
import { underBar } from './under-bar.ts';
import { flags, hold, lowering, range, rangeCount, rangeInLine, reasons } from './verdicts.ts';
import { bests, search, volume } from './volume.ts';
import { welcome } from './welcome.ts';

/**
 * Every text of the station that is read on a screen or heard: a translation is a copy of this folder
 * (src/words/index.ts). One file per screen, named as in renderer/screens, or per theme. Sentences with
 * numbers are functions; a number they get as a string is formatted already.
 *
 * Not here: what only a terminal shows (`lockout` commands, `doctor`, the start script), what programs tell
 * each other (refused requests, the published schema, log lines, what SQLite or the system say in their own
 * words), commands to type, and the proper names of sensor families.
 */
export const english = {
  locale,

  // what many screens share
  lifts,
  variations,
  variationNotes,
  sides,
  cues,
  setups,
  range,
  rangeInLine,
  rangeCount,
  hold,
  lowering,
  flags,
  reasons,
  bars,
  mounts,
  movements,
  actionNames,
  keyGroups,
  keyCaps,
  shortcuts,

  // around every screen
  connection,
  door,
  notFound,
  broken,

  // screen by screen
  station,
  compared,
  load,
  goal,
  presets,
  presetHints,
  welcome,
  calibration,
  pair,
  review,
  history,
  profile,
  measure,
  technique,
  trend,
  volume,
  bests,
  search,
  paper,
  plots,
  team,
  tonight,
  reorder,
  training,
  athletes,
  bin,
  importing,
  settings,
  gym,
  lan,
  board,
  stream,
  sounds,
  soundNames,
  soundHints,
  help,
  underBar,

  // what the station itself says
  says,
  refusals,
  advice,
  edits,
  bluetooth,
  linkPhases,
  link,
  drivers,
  exporting,
  files,
  histories,
  recordings,
  plausibility,
  store,
  takeout,

  // last: a name that is taken already does not compile
  ...common,
};

export type Words = typeof english;
