import { words } from '../../src/words/index.ts';
import { momentsIn, systemTime } from '../../src/words/moments.ts';

/** Electron's page speaks the language of its menus; how the system writes days, its shell says in the address. */
const said = new URLSearchParams(globalThis.location?.search).get('system');
const moments = momentsIn(words.locale, systemTime(said));

/** A day with its year. */
export const formatDay = moments.day;
/** A moment, with its year where it is not this one. */
export const formatDayTime = (epoch_ms: number): string => moments.dayTimeThisYear(epoch_ms, Date.now());
/** A day, with its year where it is not this one. */
export const formatDayOfMonth = (epoch_ms: number): string => moments.dayThisYear(epoch_ms, Date.now());
/** A day on an axis, which has no room for years: its neighbours tell. */
export const formatAxisDay = moments.dayOfMonth;
export const formatMonth = moments.month;
export const formatMonthOfYear = moments.monthOfYear;
