import { parentPort } from 'node:worker_threads';

parentPort?.postMessage('here');
/** A thread that is gone as soon as it is asked for anything, as one that is out of memory. */
parentPort?.on('message', () => process.exit(3));
