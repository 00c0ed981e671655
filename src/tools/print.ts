import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { readConfig } from '../config.ts';
import { pageHtml } from '../pages/page-html.ts';
import { pagesOf } from '../pages/pages.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import type { Routine } from '../routine/routine.ts';
import { systemClock } from '../service.ts';
import { fullSwedishDay } from '../text/swedish-day.ts';
import { pageNames } from '../text/printable-pages.ts';
import { launchChromium } from './launch-chromium.ts';

/** `npm run print`: the pages for paper as HTML and PDF, for the file share; `-- --out <folder>` for another place. */

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const folder = values.out ?? join(import.meta.dirname, '../../dist/print');

async function main(): Promise<void> {
  const config = readConfig();
  const knowledge = config.kind === 'faulty' ? config : await readKnowledge(config.value);
  if (knowledge.kind === 'faulty') {
    process.stderr.write(`${knowledge.faults.join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  await mkdir(folder, { recursive: true });
  const files = await writePages(knowledge.value.routine);
  const browser = await launchChromium();
  try {
    for (const file of files) await writePdf(browser, file);
  } finally {
    await browser.close();
  }
}

async function writePages(routine: Routine): Promise<readonly string[]> {
  const madeOn = fullSwedishDay(systemClock().getTime());
  const files = pagesOf(routine).map((page) => ({
    path: join(folder, `${pageNames[page.id].file}.html`),
    text: pageHtml(page, { routine, madeOn, linkTo: (other) => `${pageNames[other].file}.html` }),
  }));
  for (const { path, text } of files) await writeFile(path, text);
  return files.map(({ path }) => path);
}

async function writePdf(browser: Browser, file: string): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file).href);
    const path = file.replace(/\.html$/, '.pdf');
    await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true });
    process.stdout.write(`${file}\n${path}\n`);
  } finally {
    await page.close();
  }
}

await main();
