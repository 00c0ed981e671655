import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKnowledge } from '../routine/knowledge.ts';
import { picturedText } from './card-lines.ts';
import { drawCard } from './draw-card.ts';
import { guideCards } from './guide-cards.ts';
import { launchChromium } from './launch-chromium.ts';

/**
 * `npm run pictures`: the pictures of the guides, drawn anew from the bot's own cards, and what stands on them, by which
 * a test sees when a picture has grown old.
 */

const folder = join(import.meta.dirname, '../../docs/pictures');

async function main(): Promise<void> {
  const knowledge = await readKnowledge({});
  if (knowledge.kind === 'faulty') throw new Error(knowledge.faults.join('\n'));
  const { pictures } = await guideCards(knowledge.value);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'cards.txt'), picturedText(pictures));
  const browser = await launchChromium();
  try {
    for (const [name, card] of pictures) {
      const { png } = await drawCard(browser, card, { theme: 'light', width: 320 });
      await writeFile(join(folder, `${name}.png`), png);
    }
  } finally {
    await browser.close();
  }
}

await main();
