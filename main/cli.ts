#!/usr/bin/env node
// The way in: nothing native and nothing new may load before the version of Node is known to do.
import process from 'node:process';

const WANTED_NODE = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < WANTED_NODE) {
  process.stderr.write(
    `Lockout needs Node ${WANTED_NODE} or newer and this is Node ${process.versions.node}. ` +
      'Install a newer Node, or run it through npm ("npm run lockout -- ..."), which uses the right one.\n',
  );
  process.exitCode = 1;
} else {
  const { run } = await import('./cli/run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
