import { parentPort } from 'node:worker_threads';

/** A thread that turns round and round over whatever it is asked. */
parentPort?.on('message', () => {
  for (;;);
});
