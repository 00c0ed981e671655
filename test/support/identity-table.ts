import type { IdentityFigures, Measured } from './measure-identity.ts';

/** Of harmless texts, by kind, at most so many are stopped. */
const mostStopped = 1 / 1_000;
/** Of numbers with a slip of the hand in their spaces, at least so many are found. */
const leastWithTypos = 0.99;

const sumOf = (rows: readonly Measured[], of: 'tried' | 'found'): number =>
  rows.reduce((sum, row) => sum + row[of], 0);

const shareOf = (rows: readonly Measured[]): number => sumOf(rows, 'found') / sumOf(rows, 'tried');

/** What the detector promises and does not keep, a line each. */
export function identityFaults({ forms, harmless, typos }: IdentityFigures): readonly string[] {
  return [
    ...forms.filter(({ found, tried }) => found < tried).map((row) => `not always found: ${named(row)}`),
    ...(shareOf(typos) < leastWithTypos ? [`with typos only ${shareOf(typos)} are found`] : []),
    ...harmless
      .filter(({ found, tried }) => tried >= 1_000 && found / tried > mostStopped)
      .map((row) => `too many stopped: ${named(row)}`),
    ...(shareOf(harmless) > mostStopped ? [`of all harmless texts ${shareOf(harmless)} are stopped`] : []),
  ];
}

const named = ({ examples, found, name, tried }: Measured): string =>
  `${name}: ${found} of ${tried}, ${JSON.stringify(examples)}`;

const shown = ({ found, tried }: Measured): string => `${found} of ${tried}`;

/** The figures as tables in Markdown, with what was not found, or stopped, among the lines after them. */
export function identityTable({ forms, harmless, phoneLike, typos }: IdentityFigures): readonly string[] {
  const byName = new Map(typos.map((row) => [row.name, row]));
  return [
    '| written as | found | with a typo in its spaces |',
    '| --- | --- | --- |',
    ...[...forms, total('all', forms)].map((row) => {
      const typo = row.name === 'all' ? total('all', typos) : byName.get(row.name);
      return `| ${row.name} | ${shown(row)} | ${typo === undefined ? '–' : shown(typo)} |`;
    }),
    `| ${phoneLike.name} | ${shown(phoneLike)} | – |`,
    '',
    '| harmless | stopped |',
    '| --- | --- |',
    ...[...harmless, total('all', harmless)].map((row) => `| ${row.name} | ${shown(row)} |`),
    '',
    ...typos.filter(({ found, tried }) => found < tried).map((row) => `missed: ${named(row)}`),
    ...harmless.filter(({ found }) => found > 0).map((row) => `stopped: ${named(row)}`),
  ];
}

const total = (name: string, rows: readonly Measured[]): Measured => ({
  name,
  tried: sumOf(rows, 'tried'),
  found: sumOf(rows, 'found'),
  examples: [],
});
