import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

/** The page's one origin in Electron. */
export const APP_ORIGIN = 'app://lockout';

/** A window that can do nothing but show the page and talk through the preload. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 540,
    show: false,
    backgroundColor: '#0a0d10', // the page's ground: no white flash in a dark gym
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A cue must sound on time when the window is behind another one.
      backgroundThrottling: false,
    },
  };
}

/** What the page needs: full screen (kiosk), and to copy a command or a report of a fault. */
const GRANTED: readonly string[] = ['fullscreen', 'clipboard-sanitized-write'];

/** And nothing else: Bluetooth and files live in main, the display is kept awake from main. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, reply) => reply(GRANTED.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.includes(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Nothing navigates; a link out opens in the system's browser if it is https; our own second display may open. */
export function lockNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  preload: string,
  openExternal: (url: string) => void,
): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(url)) {
      return { action: 'allow', overrideBrowserWindowOptions: { ...windowOptions(preload), show: true } };
    }
    if (isSafeExternal(url)) openExternal(url);
    return { action: 'deny' };
  });
}

export function isSafeExternal(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** True for a URL of the page itself; parsed, never searched for a substring. */
export function isOwnPage(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === APP_ORIGIN;
}
