import { Worker } from 'node:worker_threads';
import type { JobAnswer, JobArgument, JobName, JobReply, JobRequest, ThreadHere } from './jobs.ts';

/** What a thread could not be asked for, because it could not be had. */
const NEVER_STARTED = Symbol('never started');
export const neverStarted = (error: unknown): boolean =>
  error instanceof Error && error.cause === NEVER_STARTED;

/** One thread for work of one kind, one job at a time, in the order they were asked for. */
export interface Lane {
  /** The thread is started, so that the first job need not wait for that. */
  ready(): void;
  /** Rejects with what the job threw, or with how the thread ended; the next job gets a new one. */
  run<J extends JobName>(job: J, argument: JobArgument<J>): Promise<JobAnswer<J>>;
  /** Ends the thread in the middle of its work; who waits for it is told why. */
  stop(why: string): void;
  /** What is still to be done is done first. */
  close(): Promise<void>;
}

export interface LaneOptions {
  /** A thread nobody has asked for anything this long is let go with its memory, ms. */
  readonly idle_ms: number;
  /** An answer that takes longer is not waited for, and its thread is ended, ms; default: any time. */
  readonly limit_ms?: number | undefined;
  /** What the thread runs. */
  readonly file: string;
}

interface Waiting {
  readonly promise: Promise<unknown>;
  readonly limit: NodeJS.Timeout | undefined;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export function createLane({ idle_ms, limit_ms, file }: LaneOptions): Lane {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;

  const gone = (which: Worker, error: Error): void => {
    if (worker !== which) return;
    worker = null;
    for (const { reject, limit } of waiting.values()) {
      clearTimeout(limit);
      reject(error);
    }
    waiting.clear();
  };
  const letGo = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const answered = (reply: JobReply): void => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    clearTimeout(asker?.limit);
    if (reply.ok) asker?.resolve(reply.answer as never);
    else asker?.reject(new Error(reply.error));
    rest();
  };
  const rest = (): void => {
    if (waiting.size > 0) return;
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void letGo(), idle_ms).unref();
  };
  const start = (): Worker => {
    const made = new Worker(file, { execArgv: [], name: 'lockout-worker' });
    let isHere = false;
    const ended = (how: unknown): void =>
      gone(
        made,
        new Error(
          how instanceof Error ? how.message : String(how),
          isHere ? undefined : { cause: NEVER_STARTED },
        ),
      );
    made.on('message', (message: JobReply | ThreadHere) => {
      if (message === 'here') isHere = true;
      else answered(message);
    });
    made.on('error', ended);
    made.on('exit', (code) => ended(new Error(`worker ended with ${code}`)));
    return made;
  };

  return {
    ready() {
      worker ??= start();
      rest();
    },
    run(job, argument) {
      clearTimeout(idle);
      const asks = worker ?? start();
      worker = asks;
      asks.ref();
      const request: JobRequest = { id: ++asked, job, argument };
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      asks.postMessage(request);
      const late = (): void => {
        gone(asks, new Error(`no answer to ${job} within ${limit_ms} ms`));
        void asks.terminate();
      };
      const limit = limit_ms === undefined ? undefined : setTimeout(late, limit_ms);
      waiting.set(request.id, { promise, resolve, reject, limit });
      return promise;
    },
    stop(why) {
      const stopped = worker;
      if (stopped === null) return;
      gone(stopped, new Error(why));
      void stopped.terminate();
    },
    async close() {
      await Promise.allSettled([...waiting.values()].map(({ promise }) => promise));
      clearTimeout(idle);
      await letGo();
    },
  };
}
