import path from 'node:path';

/** The parts of a process that decide where data lives; `process` and `os.homedir()` in production. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where Lockout keeps its data when Electron is not there to say so: `LOCKOUT_DATA` first, else the
 * platform's user-data folder. The name equals Electron's `app.getPath('userData')` for this product, so
 * that both shells find the same sets (Linux differs on purpose: data belongs under XDG_DATA_HOME, while
 * Electron would use the configuration folder; the Electron shell is told to use this one).
 */
export function dataFolder({ platform, env, home }: Machine): string {
  const join = platform === 'win32' ? path.win32.join : path.posix.join;
  const absolute = platform === 'win32' ? path.win32.isAbsolute : path.posix.isAbsolute;
  const own = env.LOCKOUT_DATA?.trim();
  if (own) return path.resolve(own);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Lockout');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lockout');
  const xdg = env.XDG_DATA_HOME;
  // The XDG specification: a relative path is invalid and must be ignored.
  return join(xdg && absolute(xdg) ? xdg : join(home, '.local', 'share'), 'lockout');
}
