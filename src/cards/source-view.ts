import { z } from 'zod';
import type { Answer } from './answer.ts';
import { shownText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

/** The routine that an answer is from: its version, the date of that and whether it is decided. */
export type RoutineVersion = {
  readonly document: { readonly version: string; readonly date: string; readonly status: string };
};

/** Where an answer is from. All empty where nothing of the routine is said. */
export const sourceView = z.strictObject({
  version: viewText,
  status: viewText,
  hasHeadings: z.boolean(),
  headings: z.array(z.strictObject({ text: filledText })),
  /** True where the headings are many: a press unfolds them. */
  isFolded: z.boolean(),
  foldTitle: viewText,
  reminder: viewText,
});
type SourceView = z.infer<typeof sourceView>;

const nothing: SourceView = {
  version: '',
  status: '',
  hasHeadings: false,
  headings: [],
  isFolded: false,
  foldTitle: '',
  reminder: '',
};

/** More of the headings than this, in characters, is more than a foot of a card should hold. */
const longestUnfolded = 130;

/** The routine's version, date and status, the headings quoted, and what every answer reminds of. */
export function sourceViewOf(answer: Answer, { document }: RoutineVersion): SourceView {
  if (answer.withoutRoutine === true) return nothing;
  const headings = headingsOf(answer);
  const rows = rowsOf(headings);
  const isFolded = rows.join('').length > longestUnfolded;
  return {
    version: shownText(`Avbrottsrutinen version ${document.version}, ${document.date}`, 120),
    status: shownText(document.status, 80),
    hasHeadings: rows.length > 0,
    headings: (isFolded ? rows : [`Ur: ${rows.join('; ')}`]).map((text) => ({ text })),
    isFolded,
    foldTitle: `Visa var i rutinen (${headings.length} avsnitt)`,
    reminder: 'Skriv inga patientuppgifter här. Dokumentera i journalen; boten ersätter den inte.',
  };
}

function headingsOf({ sections }: Answer): readonly string[] {
  const all = sections.flatMap(({ lines, phones = [] }) =>
    [...phones, ...lines].flatMap(({ heading }) => heading ?? []),
  );
  return [...new Set(all)];
}

/** Between a chapter of the routine and the heading in it. */
const afterChapter = / [›–] /;

/** One row for each chapter of the routine with its headings after it: a chapter's name is long. */
function rowsOf(headings: readonly string[]): readonly string[] {
  const chapters = Map.groupBy(headings, (heading) => heading.split(afterChapter, 1).join(''));
  return [...chapters].slice(0, 12).map(([chapter, own]) => {
    const under = own.flatMap((heading) => heading.slice(chapter.length).replace(afterChapter, '') || []);
    return shownText(under.length === 0 ? chapter : `${chapter}: ${under.join('; ')}`, 400);
  });
}
