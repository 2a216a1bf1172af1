import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { type IconPng, icnsOf, icoOf } from './icon-files.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** The largest that Windows' icon file holds. */
const ICO_MOST = 256;

/** Every icon from the one drawing, into `out/package/icons`, drawn by the Chromium or Chrome that is here. */
export async function makeIcons(root: string): Promise<string[]> {
  const folder = path.join(root, 'out/package/icons');
  mkdirSync(path.join(folder, 'icons'), { recursive: true });
  const drawing = readFileSync(path.join(root, 'renderer/public/favicon.svg'), 'utf8');
  const named = process.env.LOCKOUT_CHROMIUM;
  const browser = await chromium.launch(
    named ? { executablePath: named, args: ['--no-sandbox'] } : { channel: 'chrome' },
  );
  const pictures: IconPng[] = [];
  try {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  for (const { size, png } of pictures) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png);
  writeFileSync(path.join(folder, 'icon.ico'), icoOf(pictures.filter(({ size }) => size <= ICO_MOST)));
  writeFileSync(path.join(folder, 'icon.icns'), icnsOf(pictures));
  return ['icon.ico', 'icon.icns', 'icons'].map((name) => path.join(folder, name));
}
