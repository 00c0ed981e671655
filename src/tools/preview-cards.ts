import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import answerTemplate from '../../cards/answer.json' with { type: 'json' };
import answerSample from '../../cards/answer.sample.json' with { type: 'json' };
import formTemplate from '../../cards/form.json' with { type: 'json' };
import formSample from '../../cards/form.sample.json' with { type: 'json' };
import { answerViewSchema } from '../cards/answer-view.ts';
import { formViewSchema } from '../cards/form-view.ts';
import { cardRenderer } from '../cards/render-card.ts';
import type { Card, RenderedCard } from '../cards/render-card.ts';
import { readConfig } from '../config.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import { drawCard } from './draw-card.ts';
import { launchChromium } from './launch-chromium.ts';
import { previewAnswers } from './preview-answers.ts';
import { previewLog } from './preview-log.ts';
import { previewNotices } from './preview-notices.ts';
import { themes } from './teams-look.ts';

/** `npm run preview`: every card as a picture, in Teams' two themes, on a desktop and on a narrow phone. */

const folder = join(import.meta.dirname, '../../dist/preview');
const widths = [720, 320] as const;
async function readCards(): Promise<ReadonlyMap<string, Card>> {
  const config = readConfig();
  const knowledge = config.kind === 'faulty' ? config : await readKnowledge(config.value);
  if (knowledge.kind === 'faulty') throw new Error(knowledge.faults.join('\n'));
  return new Map([
    ...readSamples(),
    ...previewNotices(knowledge.value.routine),
    ...previewAnswers(knowledge.value),
    ...previewLog(knowledge.value.routine),
  ]);
}

function readSamples(): ReadonlyMap<string, Card> {
  const answer = cardRenderer(answerTemplate, answerViewSchema)(answerViewSchema.parse(answerSample));
  const form = cardRenderer(formTemplate, formViewSchema)(formViewSchema.parse(formSample));
  return new Map([
    ['exempel', cardOf(answer)],
    ['exempel-formular', cardOf(form)],
  ]);
}

function cardOf(rendered: RenderedCard): Card {
  if (rendered.kind === 'card') return rendered.card;
  throw new Error(`Ett exempel i cards ryms inte på ett kort: ${rendered.characters} tecken`);
}

async function main(): Promise<void> {
  const cards = await readCards();
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const [name, card] of cards) await drawInEveryLook(browser, name, card);
  } finally {
    await browser.close();
  }
}

async function drawInEveryLook(browser: Browser, name: string, card: Card): Promise<void> {
  for (const look of themes.flatMap((theme) => widths.map((width) => ({ theme, width })))) {
    const file = `${name}-${look.theme}-${look.width}.png`;
    const { png, tooWide } = await drawCard(browser, card, look);
    await writeFile(join(folder, file), png);
    process.stdout.write(`${file}${tooWide > 0 ? ` – ${tooWide} px för brett` : ''}\n`);
  }
}

await main();
