import type { Command } from './command.ts';
import { commands } from './commands.ts';

const lines = (text: readonly string[]): string => `${text.join('\n')}\n`;

export function helpOverview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return lines([
    'lockout: velocity-based strength training with a sensor on the bar',
    '',
    ...Object.entries(commands).map(([name, { what }]) => `  lockout ${name.padEnd(width)}  ${what}`),
    `  lockout ${'--version'.padEnd(width)}`,
    '',
    'lockout COMMAND --help lists the options of that command.',
  ]);
}

export function helpFor(_name: string, command: Command): string {
  const names = Object.keys(command.words);
  const width = Math.max(0, ...names.map((name) => name.length));
  return lines([
    `lockout ${command.usage}`,
    '',
    command.what,
    ...(names.length > 0 ? [''] : []),
    ...names.map((name) => `  --${name.padEnd(width)}  ${command.words[name]}`),
  ]);
}
