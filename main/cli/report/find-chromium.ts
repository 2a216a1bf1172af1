import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
  'chrome.exe',
  'msedge.exe',
];

/** Where installers put it on systems that have no PATH for it. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The one that is named, else the first there is; null: none. */
export function findChromium(
  named: string | undefined,
  search: string,
  places: readonly string[] = USUAL_PLACES,
): string | null {
  if (named !== undefined) return isProgram(named) ? named : null;
  const onPath = search
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => ON_PATH.map((name) => path.join(folder, name)));
  return [...onPath, ...places].find(isProgram) ?? null;
}
