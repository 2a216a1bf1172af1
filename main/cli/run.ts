import { parseArgs } from 'node:util';
import { plainLine, quoted } from '../../src/words/plain-text.ts';
import { explain } from '../store/errors.ts';
import type { Command, ExitCode } from './command.ts';
import { commands } from './commands.ts';
import { helpFor, helpOverview } from './help.ts';
import { printRemark, printText } from './print.ts';

const complain = (message: string, code: ExitCode): ExitCode => {
  printRemark(`${plainLine(message)}\n`);
  return code;
};

/** Finds the command and carries it out. Never throws: what goes wrong is one line on stderr. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    printText(helpOverview());
    return 0;
  }
  if (name === '--version' || name === '-v') {
    const { readVersion } = await import('../root.ts');
    printText(`${readVersion()}\n`);
    return 0;
  }
  const command: Command | undefined = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(`There is no command "${quoted(name)}". See lockout --help.`, 2);
  if (rest.includes('--help') || rest.includes('-h')) {
    printText(helpFor(name, command));
    return 0;
  }
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({ args: rest, options: command.options, allowPositionals: true }) as typeof parsed;
  } catch (error) {
    return complain((error as Error).message, 2);
  }
  try {
    const outcome = await command.run(parsed.values, parsed.positionals);
    return outcome.message === undefined ? outcome.code : complain(outcome.message, outcome.code);
  } catch (error) {
    // a reader that closed early (| head) is no failure of ours
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    return complain(explain(error, 'This could not be done').error.message, 1);
  }
}
