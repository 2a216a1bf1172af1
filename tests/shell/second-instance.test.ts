import { expect, test, vi } from 'vitest';

// Electron says that another one runs already: this one goes and touches nothing.
const electron = vi.hoisted(() => ({ quits: 0, started: [] as string[] }));

vi.mock('electron', () => {
  const start = (what: string) => () => electron.started.push(what);
  return {
    app: {
      isPackaged: false,
      on: () => {},
      whenReady: () => {
        electron.started.push('station');
        return new Promise(() => {});
      },
      requestSingleInstanceLock: () => false,
      quit: () => electron.quits++,
    },
    BrowserWindow: class {},
    dialog: {},
    ipcMain: { handle: start('requests'), on: start('events') },
    powerSaveBlocker: {},
    protocol: { registerSchemesAsPrivileged: () => {}, handle: start('page') },
    session: {},
    shell: {},
    utilityProcess: {},
  };
});

test('a second Electron gives way to the first', async () => {
  await import('../../main/index.ts');
  expect(electron.quits).toBe(1);
  expect(electron.started).toEqual([]);
});
