import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import { drawIcons } from '../../src/tools/draw-icons.ts';
import { launchChromium } from '../../src/tools/launch-chromium.ts';

let browser: Browser;
let drawn: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  browser = await launchChromium();
  drawn = await drawIcons(browser);
});
afterAll(() => browser.close());

const kept = (file: string): Promise<Buffer> => readFile(new URL(`../../manifest/${file}`, import.meta.url));

const pixel = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Red, green, blue and opacity of every pixel, 0–255. */
async function pixelsOf(png: Buffer): Promise<readonly z.infer<typeof pixel>[]> {
  const page = await browser.newPage();
  try {
    const address = `data:image/png;base64,${png.toString('base64')}`;
    return z.array(pixel).parse(
      await page.evaluate(`(async () => {
        const image = await createImageBitmap(await (await fetch(${JSON.stringify(address)})).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        return Array.from({ length: data.length / 4 }, (_, at) => [...data.slice(4 * at, 4 * at + 4)]);
      })()`),
    );
  } finally {
    await page.close();
  }
}

test.each(['color.png', 'outline.png'])('%s is what the script draws', async (file) => {
  const [one, other] = [await pixelsOf(await kept(file)), await pixelsOf(drawn.get(file) ?? Buffer.of())];
  expect(one).toHaveLength(other.length);
  const differences = one.flatMap((channels, at) =>
    channels.map((channel, index) => Math.abs(channel - (other[at]?.[index] ?? NaN))),
  );
  // Edges may be smoothed a little otherwise by another version of the browser.
  expect(differences.filter((one) => one > 64)).toEqual([]);
  expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(1);
});

test('the outline is white on nothing', async () => {
  const pixels = await pixelsOf(await kept('outline.png'));
  const shown = pixels.filter(([, , , opacity]) => opacity > 0);
  expect(shown.filter(([...channels]) => channels.slice(0, 3).some((one) => one < 250))).toEqual([]);
  expect(shown.length / pixels.length).toBeGreaterThan(0.15);
  expect(shown.length / pixels.length).toBeLessThan(0.6);
});

test('the colour icon fills its square, and its mark stands out from it', async () => {
  const pixels = await pixelsOf(await kept('color.png'));
  expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  const whitePart = pixels.filter(([red]) => red === 255).length / pixels.length;
  expect(whitePart).toBeGreaterThan(0.1);
  expect(1.05 / (luminance(manifest.accentColor) + 0.05)).toBeGreaterThan(7);
});

/** WCAG's relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
