import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PATIENCE_MS } from '../patience.ts';
import { chromiumPath } from '../programs.ts';
import { requirement } from '../require.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Sizes every screen is looked at: a laptop at the rack, a full-HD screen, a 4K television. */
export const SIZES = {
  '1280x720': { width: 1280, height: 720 },
  '1920x1080': { width: 1920, height: 1080 },
  '3840x2160': { width: 3840, height: 2160 },
} as const;
export type SizeName = keyof typeof SIZES;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `describe` where Chromium is, a counted skip where it is not. */
export const withChromium = requirement(
  'Chromium',
  chromiumPath() !== null,
  'install the Debian package chromium, or name the program in LOCKOUT_CHROMIUM',
);

export function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath, args: [...FLAGS, ...extra], timeout: PATIENCE_MS });
}

export interface WatchedPage {
  readonly page: Page;
  /** Console errors, uncaught exceptions and policy violations so far. */
  readonly problems: readonly string[];
}

/**
 * Runs in the page before its own code: it draws twenty pictures a second, which is enough to look at. Sixty, without a
 * graphics card, keep a core busy that the other tests need.
 */
function drawSeldom(): void {
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 50);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
}

/** A page that remembers everything that went wrong in it. */
export async function openPage(
  browser: Browser,
  address: string,
  size: SizeName = '1280x720',
  options: {
    readonly reducedMotion?: 'reduce' | 'no-preference';
    /** What runs in the page before its own code. */
    readonly init?: readonly (() => void)[] | undefined;
    /** The cookie of a browser that came in before, as it is sent. */
    readonly known?: string | undefined;
  } = {},
): Promise<WatchedPage> {
  const { init = [], known, ...context } = options;
  const page = await browser.newPage({ viewport: SIZES[size], ...context });
  page.setDefaultTimeout(PATIENCE_MS);
  const [name = '', value = ''] = known?.split('=', 2) ?? [];
  if (known) await page.context().addCookies([{ name, value, url: new URL('/', address).href }]);
  for (const script of [drawSeldom, ...init]) await page.addInitScript(script);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(address);
  return { page, problems };
}

/** Kept under the test output, so that a person can look at them: out/shots/<name>-<size>.png */
export async function shoot(page: Page, name: string): Promise<string> {
  const folder = path.join(root, 'out/shots');
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  const file = path.join(folder, `${name}-${size?.width}x${size?.height}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** What axe finds on the page as it is now: `impact rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.flatMap((v) => v.nodes.map((node) => `${v.impact} ${v.id}: ${node.target.join(' ')}`));
  });
}
