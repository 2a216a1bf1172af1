import { type ChildProcess, fork } from 'node:child_process';

/** One end of the line between the station and its helper process, whatever carries it. */
export interface HelperPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone; `how` is its exit code or signal in words. */
  onExit(listener: (how: string) => void): void;
  kill(): void;
}

/** Starts a helper and gives the station's end. `engine` is the one it shall load. */
export type ForkHelper = (engine: string) => HelperPort;

export interface ForkOptions {
  /** The helper's file: out/main/ble-helper.js, or main/ble/helper/helper.ts under Node 24. */
  readonly file: string;
  /** Node to run it with. Default: the one running; from Electron, the pinned Node of the checkout. */
  readonly execPath?: string;
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What the helper and its native parts print. */
  readonly onOutput?: (line: string) => void;
  readonly onStart?: (pid: number) => void;
}

/** The helper as a plain Node child process. */
export function nodeFork(options: ForkOptions): ForkHelper {
  return (engine) => {
    const child = fork(options.file, [`--engine=${engine}`], {
      ...(options.execPath === undefined ? {} : { execPath: options.execPath }),
      execArgv: [...(options.execArgv ?? [])],
      env: options.env ?? process.env,
      // structured clone: bytes stay bytes
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => options.onOutput?.(text.trimEnd()));
    }
    if (child.pid !== undefined) options.onStart?.(child.pid);
    return childPort(child);
  };
}

function childPort(child: ChildProcess): HelperPort {
  const exits: ((how: string) => void)[] = [];
  let gone: string | null = null;
  const leave = (how: string) => {
    if (gone !== null) return;
    gone = how;
    for (const listener of exits) listener(how);
  };
  child.on('exit', (code, signal) => leave(signal ?? `exit code ${code}`));
  // spawn failures (no such executable) come as an error without an exit
  child.on('error', (error) => {
    if (child.pid === undefined) leave(error.message);
  });
  return {
    post(message) {
      // a dying child's channel closes before its exit is reported: the exit tells
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      if (gone === null) exits.push(listener);
      else listener(gone);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** What is used of Electron's utility process (types only: electron is imported by main/index.ts alone). */
export interface UtilityLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** The helper as Electron's utility process, in a packaged app: `utilityPort(utilityProcess.fork(...))`. */
export function utilityPort(child: UtilityLike): HelperPort {
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', (code) => listener(`exit code ${code}`)),
    kill: () => void child.kill(),
  };
}
