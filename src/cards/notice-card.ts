import { z } from 'zod';
import type { Answer } from './answer.ts';
import { answerCard } from './answer-card.ts';
import type { CardPlace } from './button-view.ts';
import type { CardMessage } from './card-message.ts';
import type { CardLinks } from './page-link.ts';
import { plainText } from './shown-text.ts';
import type { RoutineVersion } from './source-view.ts';
import { storedAnswerSchema } from './stored-answer.ts';

/**
 * A notice as it is stored until it is delivered, and later when its post is edited. What it says is all there,
 * with the routine's version at the time: it is rendered on the way out, by a later version of the bot too.
 * Where it is read is not there: one notice goes to channels and to chats.
 */
export const noticeViewSchema = z.strictObject({
  v: z.literal(1),
  answer: storedAnswerSchema,
  /** What a phone shows of it: what happened, no case data. */
  text: z.string().min(1),
  /** The routine's version, its date and whether it is decided. */
  document: z.strictObject({ version: z.string(), date: z.string(), status: z.string() }),
});
export type NoticeView = z.infer<typeof noticeViewSchema>;

/** What a notice is made of. */
export type NoticeParts = {
  readonly answer: Answer;
  readonly text: string;
  readonly routine: RoutineVersion;
};

/** The view of a notice, to be stored. Throws where the answer holds what could not be read back. */
export function noticeView({ answer, text, routine }: NoticeParts): NoticeView {
  const { version, date, status } = routine.document;
  return noticeViewSchema.parse({ v: 1, answer, text, document: { version, date, status } });
}

/** How a notice is shown to a recipient. Without a place it is a channel's: all its forms are dialogs. */
export type NoticeCardOptions = Partial<CardLinks> & { readonly place?: CardPlace };

/**
 * A stored notice as it is sent: its card, and what a phone shows. A view that this version of the bot cannot
 * read, as one of a later version is, is shown by its text alone: nobody is left untold. Throws where there is
 * no text either.
 */
export function noticeMessage(view: unknown, options: NoticeCardOptions = {}): CardMessage {
  const { answer, text, document } = readNotice(view);
  const { place = 'channel', callLinks = 'none', publicUrl } = options;
  const card = answerCard(answer, { document }, { callLinks, publicUrl, place });
  return { card, summary: plainText(text, 200) };
}

function readNotice(view: unknown): Pick<NoticeView, 'text' | 'document'> & { readonly answer: Answer } {
  const parsed = noticeViewSchema.safeParse(view);
  if (parsed.success) return parsed.data;
  const { text } = z.object({ text: z.string().min(1) }).parse(view);
  return {
    text,
    answer: { title: text, sections: [], withoutRoutine: true },
    document: { version: '', date: '', status: '' },
  };
}
