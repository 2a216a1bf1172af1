import { examineThisMachine, formatDoctor } from '../ble/index.ts';
import type { Outcome } from './command.ts';
import { printText } from './print.ts';

/** 0 when a sensor could be reached now. */
export async function doctor(): Promise<Outcome> {
  const report = await examineThisMachine();
  printText(`${formatDoctor(report).join('\n')}\n`);
  return { code: report.ready ? 0 : 1 };
}
