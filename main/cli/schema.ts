import { analysisJsonSchema } from '../../src/contract/analysis.ts';
import { exportJsonSchema } from '../../src/contract/export-file.ts';
import type { Outcome, Values } from './command.ts';

export async function schema({ of = 'analysis' }: Values): Promise<Outcome> {
  if (of !== 'analysis' && of !== 'export')
    return { code: 2, message: `--of wants analysis or export, not "${of}".` };
  const wanted = of === 'export' ? exportJsonSchema() : analysisJsonSchema();
  process.stdout.write(`${JSON.stringify(wanted, null, 2)}\n`);
  return { code: 0 };
}
