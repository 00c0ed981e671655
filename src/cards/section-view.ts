import { z } from 'zod';
import type { CardRow, Section } from './answer.ts';
import type { CallLinks } from './call-link.ts';
import { lineView, lineViewOf } from './line-view.ts';
import { phoneView, phoneViewOf } from './phone-view.ts';
import { plainText, shownText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

const rowView = z.strictObject({
  title: filledText,
  /** With what parts it from the title, or empty. */
  state: viewText,
  stateColor: z.enum(['default', 'attention']),
  stateWeight: z.enum(['default', 'bolder']),
  details: z.array(z.strictObject({ text: filledText })).max(3),
});

/** A section of a card. */
export const sectionView = z.strictObject({
  /** Empty: none. */
  heading: viewText,
  /** Few numbers, each big under its name; or many, each a row with its name. */
  bigPhones: z.array(phoneView),
  listedPhones: z.array(phoneView),
  rows: z.array(rowView),
  /** What needs no mark: a single sentence, and those led by their level. Others are a list, marked or numbered. */
  paragraphs: z.array(lineView),
  items: z.array(lineView.extend({ marker: filledText })),
});
type SectionView = z.infer<typeof sectionView>;

/** More numbers than this in a section are a list. */
const mostBigPhones = 2;

/** What a card shows of sections; one with nothing to show is left out, heading and all. */
export function sectionViewsOf(sections: readonly Section[], callLinks: CallLinks): SectionView[] {
  return sections.map((section) => sectionViewOf(section, callLinks)).filter((view) => !isEmpty(view));
}

function isEmpty({ bigPhones, listedPhones, rows, paragraphs, items }: SectionView): boolean {
  return [bigPhones, listedPhones, rows, paragraphs, items].every(({ length }) => length === 0);
}

function sectionViewOf(section: Section, callLinks: CallLinks): SectionView {
  const { heading, phones = [], rows = [] } = section;
  const phoneViews = phones.map((phone) => phoneViewOf(phone, callLinks));
  const areFew = phones.length <= mostBigPhones;
  return {
    heading: heading === undefined ? '' : plainText(heading, 120),
    bigPhones: areFew ? phoneViews : [],
    listedPhones: areFew ? [] : phoneViews,
    rows: rows.map(rowViewOf),
    ...lineViewsOf(section),
  };
}

function lineViewsOf({ lines, ordered = false }: Section): Pick<SectionView, 'paragraphs' | 'items'> {
  const views = lines.map(lineViewOf);
  const isList = ordered || (lines.length > 1 && views.every(({ lead }) => lead === ''));
  if (!isList) return { paragraphs: views, items: [] };
  const items = views.map((line, index) => ({ ...line, marker: ordered ? `${index + 1}.` : '•' }));
  return { paragraphs: [], items };
}

function rowViewOf({ title, details, state, isProblem }: CardRow): SectionView['rows'][number] {
  return {
    title: shownText(title, 120),
    state: state === undefined ? '' : ` – ${shownText(state, 60)}`,
    stateColor: isProblem === true ? 'attention' : 'default',
    stateWeight: isProblem === true ? 'bolder' : 'default',
    details: details.slice(0, 3).map((detail) => ({ text: shownText(detail, 160) })),
  };
}
