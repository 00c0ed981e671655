import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentWith } from '../../src/config.ts';
import { pageNames, printablePages } from '../../src/text/printable-pages.ts';
import type { PrintablePage } from '../../src/text/printable-pages.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { pageOf, saidIn } from '../support/built-in-pages.ts';
import { run } from '../support/run-process.ts';

const { routine } = await builtInKnowledge();
let place: Awaited<ReturnType<typeof temporaryDirectory>>;
beforeAll(async () => {
  place = await temporaryDirectory();
  const env = environmentWith({ HOME: place.path });
  const { code, said } = await run('tools/print.ts', env, ['--out', join(place.path, 'ut')]).ended();
  if (code !== 0) throw new Error(said);
});
afterAll(() => place[Symbol.asyncDispose]());

const fileOf = (id: PrintablePage, ending: 'html' | 'pdf'): string =>
  join(place.path, 'ut', `${pageNames[id].file}.${ending}`);

async function paper(id: PrintablePage): Promise<readonly string[]> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(fileOf(id, 'pdf'))));
  const { text } = await extractText(document);
  return text.map(saidIn);
}

test('each page is a file for the browser and one for the printer', async () => {
  const wanted = printablePages.flatMap((id) => [`${pageNames[id].file}.html`, `${pageNames[id].file}.pdf`]);
  expect((await readdir(join(place.path, 'ut'))).toSorted()).toEqual(wanted.toSorted());
  expect(await readFile(fileOf('sip', 'html'), 'utf8')).toContain('href="reservrutin-nummer.html"');
});

describe('on paper', () => {
  test.each(printablePages)(
    '%s takes as many pages as it has sheets: one, or a front and a back',
    async (id) => {
      const pages = await paper(id);
      const { sheets } = pageOf(routine, id);
      expect(pages).toHaveLength(sheets.length);
      for (const [index, text] of pages.entries()) {
        expect(text).toContain('version 1.0, 2025-10-02 – EJ BESLUTAD');
        expect(text).toContain(`Sida ${index + 1} av ${sheets.length}`);
      }
    },
  );

  test.each(printablePages)('%s is A4', async (id) => {
    const document = await getDocumentProxy(new Uint8Array(await readFile(fileOf(id, 'pdf'))));
    const { height, width } = (await document.getPage(1)).getViewport({ scale: 1 });
    // In points: 210 and 297 millimetres.
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  });

  test('every number stands on the list, with å, ä and ö in its name', async () => {
    const text = (await paper('numbers')).join(' ');
    for (const { name, printed } of routine.phones) {
      expect(text).toContain(name);
      expect(text).toContain(printed.replace(/-\s+/, '-'));
    }
  });

  test('the front has whom to ring and what to say, the back what applies and what to do afterwards', async () => {
    const [front = '', back = ''] = await paper('inpatient');
    expect(front).toMatch(/ Ring .* Säg .* SBAR/);
    expect(front).toContain('0690-25 01 00');
    expect(back).toMatch(/ Under avbrottet .* När Lifecare SP är igång igen .* Så skickas blanketten in/);
  });

  test('the SIP sentences are there word for word', async () => {
    const text = (await paper('sip')).join(' ');
    for (const fact of routine.sip.during) expect(text).toContain(fact.text);
  });
});

test('a routine that cannot be read is said, and nothing is written', async () => {
  const out = join(place.path, 'inget');
  const env = { ROUTINE_FILE: '/finns/inte.json' };
  const { code, said } = await run('tools/print.ts', env, ['--out', out]).ended();
  expect(code).toBe(2);
  expect(said).toMatch(/ROUTINE_FILE \(\/finns\/inte\.json\)/);
  await expect(readdir(out)).rejects.toThrow(/ENOENT/);
});
