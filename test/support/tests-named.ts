import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test as a table in Markdown names it: its file under `test/`, and its title as the file writes it. */
export type NamedTest = { readonly file: string; readonly title: string };

const tests = join(import.meta.dirname, '..');

/** The text of a file under `test/`. */
export const testSource = (file: string): string => readFileSync(join(tests, file), 'utf8');

/** The tests that the cells of a table name, each as `file`: title, with `<br>` between them. */
export function testsNamedIn(markdown: string): readonly NamedTest[] {
  return [...markdown.matchAll(/`([\w/-]+\.test\.ts)`: (.+?) *(?=<br>|\|)/g)].map(
    ([, file = '', title = '']) => ({ file, title }),
  );
}

/** Whether the file has a test, or a row of one, of that title. Rejects where there is no such file. */
export const isThere = ({ file, title }: NamedTest): boolean => testSource(file).includes(`'${title}'`);
