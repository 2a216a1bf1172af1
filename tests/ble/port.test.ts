import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type HelperPort, nodeFork, type UtilityLike, utilityPort } from '../../main/ble/index.ts';
import { until } from './harness.ts';

/** Collects what comes over a line. */
const listen = (port: HelperPort) => {
  const messages: unknown[] = [];
  const exits: string[] = [];
  port.onMessage((message) => messages.push(message));
  port.onExit((how) => exits.push(how));
  return { messages, exits };
};

describe('the line to a plain Node process', () => {
  test('carries bytes as bytes both ways, and tells of the end once', async ({ onTestFinished }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lockout-port-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'echo.mjs');
    writeFileSync(
      file,
      `process.on('message', (m) => { console.log('heard'); process.send({ back: m.bytes, engine: process.argv[2] }); });`,
    );
    const lines: string[] = [];
    const port = nodeFork({ file, onOutput: (line) => lines.push(line) })('abandonware');
    const { messages, exits } = listen(port);
    port.post({ bytes: Uint8Array.of(1, 2, 255) });
    await until('the answer', () => messages.length === 1);
    expect(messages).toEqual([{ back: Uint8Array.of(1, 2, 255), engine: '--engine=abandonware' }]);
    await until('its output', () => lines.includes('heard'));
    port.kill();
    await until('the end', () => exits.length === 1);
    expect(exits).toEqual(['SIGKILL']);
    // a message to the dead is lost, and nobody is hurt
    port.post({ bytes: Uint8Array.of(1) });
    const late: string[] = [];
    port.onExit((how) => late.push(how));
    expect(late).toEqual(['SIGKILL']);
  });

  test('a program that is not there is an end, not an exception', async () => {
    const { exits } = listen(nodeFork({ file: 'x.js', execPath: '/nowhere/node' })('abandonware'));
    await until('the end', () => exits.length === 1);
    expect(exits[0]).toMatch(/ENOENT/);
  });
});

test("the line to Electron's utility process has the same face", () => {
  const posted: unknown[] = [];
  let killed = 0;
  const child = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void posted.push(message),
    kill: () => {
      killed += 1;
      return true;
    },
  });
  const port = utilityPort(child as UtilityLike);
  const { messages, exits } = listen(port);
  port.post({ ask: 1 });
  child.emit('message', { answer: 1 });
  port.kill();
  child.emit('exit', 0);
  expect({ posted, messages, exits, killed }).toEqual({
    posted: [{ ask: 1 }],
    messages: [{ answer: 1 }],
    exits: ['exit code 0'],
    killed: 1,
  });
});
