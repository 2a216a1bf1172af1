import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A system program that a suite drives; npm cannot bring it. */
export interface Program {
  readonly name: string;
  /** Where it may stand; the first that exists is used. */
  readonly paths: readonly string[];
  readonly debian: string;
  readonly for: string;
  /** Its Debian package also starts something, which nobody asked for: only ever installed by hand. */
  readonly by_hand?: boolean;
}

const CHROMIUM: Program = {
  name: 'Chromium',
  paths: [
    process.env.LOCKOUT_CHROMIUM ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  debian: 'chromium',
  for: 'the page tests',
};

const BTVIRT: Program = {
  name: 'btvirt',
  paths: ['/usr/bin/btvirt', '/usr/sbin/btvirt', '/usr/local/bin/btvirt'],
  debian: 'bluez-test-tools',
  for: "the cross-check against BlueZ's emulated controller",
};

/** Where Debian puts each version of it. */
const VERSIONS = '/usr/lib/postgresql';

const POSTGRES: Program = {
  name: 'PostgreSQL',
  paths: [
    ...(existsSync(VERSIONS) ? readdirSync(VERSIONS) : []).map(
      (version) => `${VERSIONS}/${version}/bin/postgres`,
    ),
    '/opt/homebrew/opt/postgresql/bin/postgres',
    '/usr/pgsql/bin/postgres',
  ],
  debian: 'postgresql',
  for: 'the tests of a gym',
  by_hand: true,
};

export const PROGRAMS: readonly Program[] = [CHROMIUM, BTVIRT, POSTGRES];

const find = (program: Program): string | null =>
  program.paths.find((path) => path !== '' && existsSync(path)) ?? null;

export const chromiumPath = (): string | null => find(CHROMIUM);
export const postgresPath = (): string | null => find(POSTGRES);
export const btvirtPath = (): string | null => find(BTVIRT);
export const missingPrograms = (): readonly Program[] => PROGRAMS.filter((program) => find(program) === null);

/** True on Debian or Ubuntu as root: the one place where installing by ourselves is fair. */
export function mayInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs what is missing with apt-get, five minutes at most a step; what is still missing stays missing. */
export function installPrograms(programs: readonly Program[]): void {
  const apt = (args: string[]): void => {
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 5 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...programs.map((program) => program.debian)]);
}
