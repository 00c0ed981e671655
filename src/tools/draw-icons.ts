import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import { launchChromium } from './launch-chromium.ts';

/** A handset, seen from the side, in a square of 24 whose middle is the origin: two cups and the grip between them. */
const handset =
  'M-8.6-.4C-8.6-3.7-4.8-6-0-6S8.6-3.7 8.6-.4V1.7A1.5 1.5 0 0 1 7.1 3.2H4.6A1.5 1.5 0 0 1 3.1 1.7V.2C3.1-.9 1.9-1.4 0-1.4S-3.1-.9-3.1.2V1.7A1.5 1.5 0 0 1-4.6 3.2H-7.1A1.5 1.5 0 0 1-8.6 1.7Z';

/** Held as it hangs on every telephone's green button, in white. */
const mark = (scale: number): string =>
  `<path transform="rotate(-135) scale(${scale})" fill="#fff" d="${handset}"/>`;

type Icon = { readonly file: string; readonly side: number; readonly svg: string };

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 24 24">${inside}</svg>`;

/** What Teams asks for: one in colour that fills its square, whose corners Teams rounds, and one in white alone. */
const icons: readonly Icon[] = [
  {
    file: 'color.png',
    side: 192,
    svg: svg(`<rect x="-12" y="-12" width="24" height="24" fill="${manifest.accentColor}"/>${mark(0.98)}`),
  },
  { file: 'outline.png', side: 32, svg: svg(mark(1.25)) },
];

/** The icons of the app package, each as a PNG under its name. */
export async function drawIcons(browser: Browser): Promise<ReadonlyMap<string, Buffer>> {
  const page = await browser.newPage();
  try {
    const drawn = new Map<string, Buffer>();
    for (const { file, side, svg } of icons) {
      await page.setViewportSize({ width: side, height: side });
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      drawn.set(file, await page.screenshot({ omitBackground: true }));
    }
    return drawn;
  } finally {
    await page.close();
  }
}

/** `npm run icons`: draws them anew into `manifest/`. */
async function main(): Promise<void> {
  const folder = join(import.meta.dirname, '../../manifest');
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const [file, png] of await drawIcons(browser)) await writeFile(join(folder, file), png);
  } finally {
    await browser.close();
  }
}

if (import.meta.main) await main();
