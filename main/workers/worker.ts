import { parentPort } from 'node:worker_threads';
import { createInTurn } from '../station/in-turn.ts';
import { type JobReply, type JobRequest, jobs, type ThreadHere } from './jobs.ts';

const inTurn = createInTurn();

async function reply({ id, job, argument }: JobRequest): Promise<JobReply> {
  try {
    const run = jobs[job] as (argument: unknown) => unknown;
    return { id, ok: true, answer: await run(argument) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? String(error.stack) : String(error) };
  }
}

parentPort?.postMessage('here' satisfies ThreadHere);
/** A thread that does one job after the other; what one throws is its answer. */
parentPort?.on('message', (request: JobRequest) =>
  inTurn(async () => parentPort?.postMessage(await reply(request))),
);
