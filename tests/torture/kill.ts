import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Random } from '../../src/recording/synthetic/random.ts';
import { type Phase, phaseOf } from './phases.ts';
import type { Promises, Told } from './promise.ts';
import type { Templates } from './templates.ts';
import { type Found, lookAtWhatIsLeft } from './whole.ts';

/** One station killed at a random moment of a phase, and what its next start finds. */
export async function killOnce(templates: Templates, phase: Phase, random: Random): Promise<Found> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockout-victim-'));
  try {
    cpSync(templates[phase.template], folder, { recursive: true });
    let before: Promises = {};
    if (phase.after !== undefined) {
      const first = phaseOf(phase.after);
      before = await hunt(folder, first, random.uniform(0.6, 1) * first.within_ms);
    }
    const promises = await hunt(folder, phase, random.uniform(0, phase.within_ms));
    const stored = Object.keys(promises.sets ?? {}).length > 0;
    return await lookAtWhatIsLeft(folder, phase, stored ? promises : { ...before, ...promises });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a victim, kills it so long after it began, and returns what it had promised. */
function hunt(folder: string, phase: Phase, after_ms: number): Promise<Promises> {
  const victim = fork(path.join(import.meta.dirname, 'victim.ts'), [folder, phase.name], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  let complaint = '';
  victim.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  let promises: Promises = {};
  let killing: NodeJS.Timeout | null = null;
  victim.on('message', (told: Told) => {
    if (told.kind === 'promised') promises = told.promises;
    if (killing === null && (told.kind === 'begun' || phase.begins === 'with its first promise'))
      killing = setTimeout(() => victim.kill('SIGKILL'), after_ms);
  });
  return new Promise((resolve, reject) => {
    victim.once('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(promises);
      else reject(new Error(`${phase.name}: the victim died by itself: ${complaint}`));
    });
  });
}
