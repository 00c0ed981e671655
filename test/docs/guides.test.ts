import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import product from '../../package.json' with { type: 'json' };
import { recognise } from '../../src/intent/recognise.ts';
import type { Intent } from '../../src/intent/recognition.ts';
import { buttonTitles, cardLines, picturedText } from '../../src/tools/card-lines.ts';
import { guideCards } from '../../src/tools/guide-cards.ts';
import { launchChromium } from '../../src/tools/launch-chromium.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const guides = ['staff', 'coordinators', 'administrator'].map((name) => ({
  name,
  text: textOf(`docs/${name}.md`),
}));
const everything = guides.map(({ text }) => text).join('\n');
const { pictures, seen } = await guideCards(await builtInKnowledge());

/** What a pattern finds, whatever lines it is broken over; not the words that say how a guide marks what it quotes. */
function quoted(pattern: RegExp): readonly string[] {
  const found = [...everything.matchAll(pattern)].map(([, one = '']) => one.replaceAll(/\s+/g, ' '));
  return [...new Set(found)].filter((one) => !['Citat', 'Fet stil', 'Kursiv stil'].includes(one));
}

const pressed = quoted(/\*\*([^*]+)\*\*/g);
const shown = quoted(/(?<![\p{L}_])_([^_]+)_(?![\p{L}_])/gu);
const typed = quoted(/”([^”]+)”/g);
const named = quoted(/`([^`\n]+)`/g);
const commands = [...everything.matchAll(/npm run (?:--silent )?([a-z]+)(?: -- ([^\n`]*))?/g)];

const understood: ReadonlyMap<string, Intent> = new Map([
  ['Lifecare SP är nere', 'outage.report'],
  ['Är Lifecare nere?', 'outage.status'],
  ['Vem ringer jag i Ånge?', 'call.who'],
  ['Vad ska jag säga i telefon?', 'handover.what'],
  ['Bekräfta K7M-3F', 'handover.confirm'],
  ['Får K7M-3F skrivas ut?', 'discharge.allowed'],
  ['Vad har vi kvar att registrera?', 'reregistration.list'],
  ['Klar K7M-3F', 'reregistration.done'],
  ['Hjälp', 'help'],
  ['Anslut enheten', 'unit.connect'],
  ['Planera ett avbrott', 'outage.start'],
  ['Starta en övning', 'outage.start'],
  ['Avsluta övningen', 'outage.end'],
]);

describe('a guide quotes what there is', () => {
  const titles = new Set(seen.flatMap(buttonTitles));
  test.each(pressed)('the button %s', (title) => {
    expect(titles).toContain(title);
  });

  const lines = new Set(seen.flatMap(cardLines).map((line) => line.trim()));
  test.each(shown)('the words of a card: %s', (words) => {
    expect(lines).toContain(words);
  });

  test.each(typed)('the bot understands “%s” as the guide promises', (text) => {
    expect(recognise(text)).toMatchObject({ intent: understood.get(text), asks: false });
  });

  test.each(commands.map(([command, name = '', rest = '']) => ({ command, name, rest })))(
    '$command',
    ({ name, rest }) => {
      const script = new Map(Object.entries(product.scripts)).get(name) ?? '';
      const [, tool = ''] = /(src\/tools\/\S+\.ts)/.exec(script) ?? [];
      const source = textOf(tool) + textOf('src/tools/operator-command.ts');
      for (const [, option = ''] of rest.matchAll(/--([a-z]+)/g)) {
        expect(source).toMatch(new RegExp(`\\b${option}\\b`));
      }
    },
  );

  test('variables, files and metrics by their names', () => {
    const sources = ['config', 'tools/package', 'tools/launch-chromium', 'teams/metrics'];
    const source = sources.map((file) => textOf(`src/${file}.ts`)).join('\n');
    const names = quoted(/\b([A-Z]+_[A-Z_]+|(?:MicrosoftApp|Certificate)\w+|bot_\w+)\b/g);
    expect(names).toContain('DATABASE_URL');
    for (const name of names) expect(source.includes(name), name).toBe(true);
    for (const file of named.filter((one) => /^[\w.]+\.(?:service|example)$|^Dockerfile$/.test(one))) {
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  test('each other, and headings that are there', () => {
    for (const { name, text } of guides) {
      const slugs = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slugOf(heading));
      for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        const there = link.startsWith('#')
          ? slugs.includes(link.slice(1))
          : existsSync(join(root, 'docs', link));
        expect(there, `${name}: ${link}`).toBe(true);
      }
      expect(textOf('README.md')).toContain(`docs/${name}.md`);
    }
  });
});

const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe('the pictures', () => {
  test('are each a card of today’s: else draw them anew with npm run pictures', () => {
    expect(textOf('docs/pictures/cards.txt')).toBe(picturedText(pictures));
  });

  test('are all shown, with words for who does not see them, and no other is', () => {
    const images = [...everything.matchAll(/<img src="pictures\/(\w+)\.png" width="\d+" alt="[^"]{20,}"/g)];
    const files = readdirSync(join(root, 'docs/pictures')).filter((file) => file.endsWith('.png'));
    expect(new Set(images.map(([, name]) => `${name}.png`))).toEqual(new Set(files));
    expect(files).toEqual([...pictures.keys()].map((name) => `${name}.png`).toSorted());
    expect(everything.match(/<img|!\[/g)).toHaveLength(images.length);
  });

  test.each([...pictures.keys()])('%s is as wide as a narrow phone', (name) => {
    expect(readFileSync(join(root, `docs/pictures/${name}.png`)).readUInt32BE(16)).toBe(320);
  });
});

test('the guide for staff is one sheet of paper', async () => {
  const html = await marked(textOf('docs/staff.md'));
  const pictured = html.replaceAll(
    /src="(pictures\/\w+\.png)"/g,
    (_, path: string) =>
      `src="data:image/png;base64,${readFileSync(join(root, 'docs', path)).toString('base64')}"`,
  );
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const style =
    'body { font: 10pt/1.25 sans-serif } h1, h2 { font-size: 1.3em; margin: .6em 0 .3em } img { vertical-align: top }';
  await page.setContent(`<!doctype html><html lang="sv"><style>${style}</style>${pictured}`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 1033 });
  const margin = { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' };
  const pdf = await page.pdf({ format: 'A4', margin });
  const { numPages } = await getDocumentProxy(new Uint8Array(pdf));
  expect(numPages).toBe(1);
});
