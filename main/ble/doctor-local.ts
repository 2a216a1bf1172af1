import { localHelper } from './local.ts';
import { type DoctorReport, examine } from './machine/doctor.ts';
import { tryEngine } from './machine/engine-trial.ts';

/** `lockout doctor`: looks at this machine. Opens the adapter for a moment; changes nothing. */
export async function examineThisMachine(): Promise<DoctorReport> {
  const { fork, facts } = localHelper(() => {});
  const trials = [await tryEngine(fork, 'abandonware'), await tryEngine(fork, 'stoprocent')];
  return examine(facts(), trials);
}
