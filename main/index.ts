// The Electron composition, and with preload.ts the only file that imports Electron at run time.
import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  powerSaveBlocker,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { words } from '../src/words/index.ts';
import { type ForkHelper, utilityPort } from './ble/index.ts';
import { openStation } from './compose.ts';
import { pageFolder } from './root.ts';
import { servePage } from './shell/files.ts';
import { createKeepAwake } from './shell/keep-awake.ts';
import { createOpenedFiles } from './shell/opened-files.ts';
import { connectPages } from './shell/page-line.ts';
import { APP_ORIGIN, denyPermissions, isOwnPage, lockNavigation, windowOptions } from './shell/security.ts';

const preload = path.join(import.meta.dirname, '../preload/index.cjs');
const helper = path.join(import.meta.dirname, 'ble-helper.js');

/**
 * The Bluetooth helper of a packaged app is Electron's utility process, whose addon was rebuilt for it.
 * From a checkout the station picks the pinned Node by itself, whose addon needs no rebuild.
 */
const packagedFork: ForkHelper = (engine) => utilityPort(utilityProcess.fork(helper, [`--engine=${engine}`]));

function openWindow(): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/?system=${encodeURIComponent(app.getSystemLocale())}`);
  return window;
}

function run(): void {
  denyPermissions(session.defaultSession);
  protocol.handle('app', async (request) => {
    if (!isOwnPage(request.url)) return new Response(null, { status: 404 });
    const page = await servePage(pageFolder(), new URL(request.url).pathname);
    return new Response(page.body, { status: page.status, headers: page.headers });
  });
  // The data folder is not Electron's own choice, so that the browser shell finds the same sets.
  const opened = openStation({
    ...(app.isPackaged ? { fork: packagedFork } : {}),
    log: (line) => console.log(line),
  });
  if (!opened.ok) {
    dialog.showErrorBox(words.store.cannotStart, opened.error.message);
    app.quit();
    return;
  }
  const { station, handlers, subscribe, close } = opened.value;
  connectPages(ipcMain, handlers, subscribe);
  const keepAwake = createKeepAwake(powerSaveBlocker);
  subscribe((event) => {
    if (event.kind === 'state') keepAwake(station.bars().some((bar) => bar.state().keep_awake));
  });
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  // The journal is closed and the sensor told to stop before the process goes.
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('web-contents-created', (_event, contents) =>
  lockNavigation(contents, preload, (url) => void shell.openExternal(url)),
);
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
if (app.requestSingleInstanceLock()) {
  const { opened } = words.importing;
  const files = createOpenedFiles(ipcMain, (name, why) => dialog.showErrorBox(name, opened[why]));
  // macOS tells of a file by an event, before the app is ready too; the others name it on the command line
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void files.open([file]);
  });
  app.on('second-instance', (_event, argv, folder) => {
    void files.open(argv.slice(1).map((each) => path.resolve(folder, each)));
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void files.open(process.argv.slice(1).map((each) => path.resolve(each)));
  void app.whenReady().then(run);
} else app.quit();
