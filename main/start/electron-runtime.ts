import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Where Electron's runtime is, or whether it is worth asking for it. npm brings only the wrapper;
 * the runtime itself is a download that a closed network refuses, so the attempt is bounded and
 * its outcome remembered per Electron version.
 */

/** How long a server may stay silent before the program goes on without it, ms; chosen here as what a user will wait. */
export const SERVER_SILENT_MS = 10_000;
/** A refusal is believed for this long before the download is tried again. */
export const REMEMBER_MS = 7 * 24 * 3600 * 1000;

export interface DownloadAttempt {
  readonly version: string;
  readonly at_epoch_ms: number;
  readonly why: string;
}

/** Path of the Electron executable under `root`, or null when its runtime is not installed. */
export function installedElectron(root: string): string | null {
  const home = path.join(root, 'node_modules/electron');
  try {
    const name = readFileSync(path.join(home, 'path.txt'), 'utf8').trim();
    const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(home, 'dist');
    const executable = path.join(folder, name);
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** Version of the Electron wrapper npm installed, or null (installed without development packages). */
export function wantedElectron(root: string): string | null {
  try {
    const text = readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return null;
  }
}

const memory = (root: string): string => path.join(root, 'out/electron-attempt.json');

/** The last failed attempt for this version, while it is fresh enough to be believed. */
export function rememberedRefusal(
  root: string,
  version: string,
  now_epoch_ms: number,
): DownloadAttempt | null {
  try {
    const attempt = JSON.parse(readFileSync(memory(root), 'utf8')) as DownloadAttempt;
    const fresh = now_epoch_ms - attempt.at_epoch_ms < REMEMBER_MS;
    return attempt.version === version && fresh ? attempt : null;
  } catch {
    return null;
  }
}

export function rememberRefusal(root: string, attempt: DownloadAttempt): void {
  mkdirSync(path.dirname(memory(root)), { recursive: true });
  writeFileSync(memory(root), `${JSON.stringify(attempt, null, 2)}\n`);
}

/** Address whose answer tells whether the runtime can be downloaded; mirrors as @electron/get knows them. */
export function downloadAddress(version: string, env: NodeJS.ProcessEnv): string {
  const mirror =
    env.ELECTRON_MIRROR ??
    env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const folder = `${mirror.replace(/\/?$/, '/')}v${version}/`;
  return `${folder}electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** null when the server offers the file, else the reason in a few words. */
export async function whyUnreachable(address: string, timeout_ms = SERVER_SILENT_MS): Promise<string | null> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(timeout_ms) });
    return answer.ok ? null : `the download server answered ${answer.status}`;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return `no answer from the download server in ${timeout_ms / 1000} s`;
    return 'the download server cannot be reached';
  }
}

/** What to tell a person whose Linux refuses Electron's sandbox; null when the words are about something else. */
export function sandboxCure(stderr: string, executable: string): string | null {
  if (/running as root without --no-sandbox/i.test(stderr))
    return 'Electron does not run as root. Start Lockout as an ordinary user.';
  if (!/sandbox|namespace/i.test(stderr)) return null;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  return (
    "This Linux does not allow Electron's sandbox. Allow it once with " +
    `"sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'", or allow user namespaces with ` +
    '"sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0".'
  );
}
