import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.ts';
import {
  downloadAddress,
  installedElectron,
  rememberedRefusal,
  rememberRefusal,
  sandboxCure,
  wantedElectron,
  whyUnreachable,
} from './electron-runtime.ts';
import { openInBrowser } from './open-browser.ts';

/**
 * `npm start`: build when the sources are newer, then Electron where its runtime is there or can be
 * had, else the same station in the browser with one sentence why.
 */
const root = path.resolve(import.meta.dirname, '../..');
/** An installer that has been answered may take a slow line's time, but not for ever. */
const INSTALL_LIMIT_MS = 10 * 60_000;
/** Electron that dies this soon after its start never showed a window. */
const EARLY_EXIT_MS = 15_000;

const { values: flags } = parseArgs({
  args: process.argv.slice(2),
  options: {
    browser: { type: 'boolean', default: false },
    electron: { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
    port: { type: 'string' },
    open: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** The Electron executable, or the sentence that says why there is none. */
async function findElectron(): Promise<{ executable: string } | { why: string }> {
  if (flags.browser) return { why: 'Browser requested' };
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { why: 'No display for a window' };
  const present = installedElectron(root);
  if (present) return { executable: present };
  const version = wantedElectron(root);
  if (version === null) return { why: 'The electron package is not installed' };
  const earlier = flags.electron ? null : rememberedRefusal(root, version, Date.now());
  if (earlier)
    return {
      why: `Electron has not been downloaded (${earlier.why}; to try again: "npm start -- --electron")`,
    };
  console.log(`Downloading Electron ${version} ...`);
  let why = await whyUnreachable(downloadAddress(version, process.env));
  if (why === null) {
    const installer = path.join(root, 'node_modules/electron/install.js');
    const done = spawnSync(process.execPath, [installer], { stdio: 'inherit', timeout: INSTALL_LIMIT_MS });
    const executable = installedElectron(root);
    if (executable) return { executable };
    why = done.error ? 'its download did not finish' : 'its download failed';
  }
  rememberRefusal(root, { version, at_epoch_ms: Date.now(), why });
  return { why: `Electron has not been downloaded (${why})` };
}

/** Runs Electron to its end; a sentence when it could not show a window. */
function runElectron(executable: string): Promise<string | null> {
  const began = Date.now();
  let words = '';
  // Electron's own Node must not see the flags npm's Node was started with.
  const env = { ...process.env };
  delete env.NODE_OPTIONS;
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(executable, [root], { stdio: ['inherit', 'inherit', 'pipe'], env });
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-8000);
    process.stderr.write(chunk);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`Electron could not be started (${error.message})`));
    child.once('close', (code, signal) => {
      const early =
        Date.now() - began < EARLY_EXIT_MS && code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM';
      resolve(
        early ? (sandboxCure(words, executable) ?? `Electron stopped right away (${signal ?? code})`) : null,
      );
    });
  });
}

async function runBrowser(): Promise<void> {
  const { startHost } = (await import(path.join(root, 'out/main/host.js'))) as typeof import('../host.ts');
  const host = await startHost({
    port: flags.port ? Number(flags.port) : undefined,
    announce: (entrance) => console.log(`A browser came in. For another one: ${entrance}`),
  });
  if (!host.ok) {
    console.error(host.error.message);
    process.exitCode = 1;
    return;
  }
  const entrance = host.value.entrance();
  console.log(`Lockout is running. For one browser: ${entrance}  (Ctrl+C stops it)`);
  if (flags.open && !process.env.CI) openInBrowser(entrance);
  // A set that runs is stored before the process goes.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.value.close().then(() => process.exit(0)));
}

/** Page with hot reload, main restarted by hand: electron-vite drives Electron, or Node in its place. */
function develop(executable: string | null): void {
  const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [vite, 'dev', '-c', 'electron.config.ts'];
  const node = executable === null;
  spawn(process.execPath, node ? [...args, '--entry', 'main/start/dev-host.ts'] : args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: executable ?? process.execPath },
  }).once('exit', (code) => process.exit(code ?? 1));
}

const electron = await findElectron();
if (flags.dev) {
  if ('why' in electron) console.log(`${electron.why}: the page runs in a browser instead.`);
  develop('executable' in electron ? electron.executable : null);
} else if (buildIfStale(root)) {
  const why = 'why' in electron ? electron.why : await runElectron(electron.executable);
  if (why !== null) {
    console.log(`${why}. The same station opens in the browser instead.`);
    await runBrowser();
  }
} else process.exitCode = 1;
