import { analysisJsonSchema } from '../../src/contract/analysis.ts';
import type { Outcome } from './command.ts';

export async function schema(): Promise<Outcome> {
  process.stdout.write(`${JSON.stringify(analysisJsonSchema(), null, 2)}\n`);
  return { code: 0 };
}
