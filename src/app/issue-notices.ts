import type { Answer } from '../cards/answer.ts';
import {
  coordinationNotice,
  outstandingNotice,
  promptNotice,
  reportNotice,
} from '../cards/coordinator-notice.ts';
import type { PromptReason } from '../cards/coordinator-notice.ts';
import { endNotice } from '../cards/end-notice.ts';
import { logKeptNotice, receiptNotice, retryNotice, tailNotice } from '../cards/log-notices.ts';
import type { CoordinatorContext, Notice } from '../cards/notice.ts';
import { noticeView } from '../cards/notice-card.ts';
import { cancelledNotice, plannedAheadNotice } from '../cards/planned-notice.ts';
import { routineNotice } from '../cards/routine-notice.ts';
import { startNotice } from '../cards/start-notice.ts';
import { testNotice, unitConnectedNotice } from '../cards/test-notice.ts';
import { updateNotice } from '../cards/update-notice.ts';
import type { NoticeCause } from '../domain/decision.ts';
import type { Directory, Unit } from '../domain/directory.ts';
import type { NoticeEvent, NoticeKind } from '../domain/notice-event.ts';
import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import type { Caused } from './books.ts';

/**
 * Puts what is caused into words: each notice with its number and its cards, as they are stored and sent. Where
 * recipients are told different things, there are several notices under the number of their cause.
 */
export function issueNotices(caused: Caused, routine: Routine): readonly NoticeEvent[] {
  return caused.causes.flatMap((cause, index) => {
    const number = caused.outbox.lastNumber + 1 + index;
    const { head, now } = caused;
    const context = { now, number, routine, head, directory: caused.world.directory };
    return worded(cause, caused, context).map((one) => issued(one, context));
  });
}

/** What is caused, for those who are told the same, and what they are told. */
type Worded = { readonly cause: NoticeCause; readonly notice: Notice };

function issued({ cause, notice }: Worded, { now, number, routine }: CoordinatorContext): NoticeEvent {
  const { answer, conclusion, text } = notice;
  const view = (said: Answer) => noticeView({ answer: said, text, routine });
  return {
    kind: 'noticeIssued',
    at: now,
    number,
    notice: cause.notice,
    manner: cause.manner,
    thread: cause.thread,
    ...(cause.key !== undefined && { key: cause.key }),
    recipients: [...cause.recipients],
    card: view(answer),
    ...(conclusion !== undefined && { conclusion: view(conclusion) }),
    text,
  };
}

/** The kinds that tell each recipient something of its own: a unit its counts, a person the code. */
const perRecipient: ReadonlySet<NoticeKind> = new Set(['end', 'receipt']);

/** Those whose cards are alike share one: a thousand units that logged nothing have a few cards between them. */
function worded(cause: NoticeCause, caused: Caused, context: CoordinatorContext): readonly Worded[] {
  if (!perRecipient.has(cause.notice)) return [{ cause, notice: noticeOf(cause, caused, context) }];
  const each = cause.recipients.map((recipient) => {
    const notice = noticeOf({ ...cause, recipients: [recipient] }, caused, context);
    return { recipient, notice, alike: JSON.stringify(notice) };
  });
  return [...Map.groupBy(each, ({ alike }) => alike).values()].flatMap((those) =>
    those.slice(0, 1).map(({ notice }) => ({
      cause: { ...cause, recipients: those.map(({ recipient }) => recipient) },
      notice,
    })),
  );
}

function noticeOf(cause: NoticeCause, caused: Caused, context: CoordinatorContext): Notice {
  const { outage } = caused;
  if (cause.notice === 'routine') return routineNotice(context);
  if (outage === undefined) {
    const unit = connectedUnit(caused);
    return cause.notice === 'test' ? testNotice(unit, context) : unitConnectedNotice(unit, context);
  }
  const say = sayings[cause.notice];
  if (say === undefined) throw new Error(`An outage issues no ${cause.notice}`);
  return say(outage, context, cause);
}

/** The directory's notices are of the unit that is connected in the same write: the one that is sent a test. */
function connectedUnit({ causes, world }: Caused): Unit {
  const [recipient = ''] = causes.find(({ notice }) => notice === 'test')?.recipients ?? [];
  const unit = unitAt(recipient, world.directory);
  if (unit === undefined) throw new Error('A notice of the directory is about no unit');
  return unit;
}

type OfOutage = (outage: Outage, context: CoordinatorContext, cause: NoticeCause) => Notice;

/** What each kind of notice of an outage says; the other kinds are of a unit. */
const sayings: Readonly<Partial<Record<NoticeKind, OfOutage>>> = {
  start: startNotice,
  update: updateNotice,
  end: (outage, context, { recipients: [recipient = ''] }) =>
    endNotice(outage, context, unitAt(recipient, context.directory)),
  'planned-ahead': plannedAheadNotice,
  cancelled: cancelledNotice,
  report: reportNotice,
  prompt: (outage, context, cause) =>
    isOfTail(cause) ? outstandingNotice(outage, context) : promptNotice(outage, promptReason(cause), context),
  coordination: coordinationNotice,
  reminder: (outage, context, cause) => (isOfTail(cause) ? tailNotice : retryNotice)(outage, context, cause),
  receipt: receiptNotice,
  'log-kept': logKeptNotice,
};

/** Undefined of a person. */
function unitAt(recipient: string, { units }: Directory): Unit | undefined {
  return units.get(recipient.replace('unit:', ''));
}

/** After the end; a reminder before it is of a call that nobody answered. The keys are `domain/due-reminders.ts`'s. */
function isOfTail({ key = '' }: NoticeCause): boolean {
  return key.startsWith('tail:');
}

/** The keys are `domain/due-prompts.ts`'s. */
function promptReason({ key = '' }: NoticeCause): PromptReason {
  if (key.startsWith('prompt:60m')) return 'one-hour';
  if (key.startsWith('prompt:120m')) return 'two-hours';
  return key.startsWith('prompt:end') ? 'planned-end-passed' : 'update-passed';
}
