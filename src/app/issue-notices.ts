import type { Answer } from '../cards/answer.ts';
import { coordinationNotice, promptNotice, reportNotice } from '../cards/coordinator-notice.ts';
import type { PromptReason } from '../cards/coordinator-notice.ts';
import { endNotice } from '../cards/end-notice.ts';
import type { CoordinatorContext, Notice } from '../cards/notice.ts';
import { noticeView } from '../cards/notice-card.ts';
import { cancelledNotice, plannedAheadNotice } from '../cards/planned-notice.ts';
import { startNotice } from '../cards/start-notice.ts';
import { testNotice, unitConnectedNotice } from '../cards/test-notice.ts';
import { updateNotice } from '../cards/update-notice.ts';
import type { NoticeCause } from '../domain/decision.ts';
import type { Unit } from '../domain/directory.ts';
import type { NoticeEvent, NoticeKind } from '../domain/notice-event.ts';
import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import type { Caused } from './books.ts';

/** Puts what is caused into words: each notice with its number and its cards, as they are stored and sent. */
export function issueNotices(caused: Caused, routine: Routine): readonly NoticeEvent[] {
  return caused.causes.map((cause, index) => {
    const number = caused.outbox.lastNumber + 1 + index;
    const context = { now: caused.now, number, routine, directory: caused.world.directory };
    const { answer, text, conclusion } = noticeOf(cause, caused, context);
    const view = (said: Answer) => noticeView({ answer: said, text, routine });
    return {
      kind: 'noticeIssued',
      at: caused.now,
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
  });
}

function noticeOf(cause: NoticeCause, caused: Caused, context: CoordinatorContext): Notice {
  const { outage } = caused;
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
  const unit = world.directory.units.get(recipient.replace('unit:', ''));
  if (unit === undefined) throw new Error('A notice of the directory is about no unit');
  return unit;
}

type OfOutage = (outage: Outage, context: CoordinatorContext, cause: NoticeCause) => Notice;

/** What each kind of notice of an outage says; the other kinds are of a unit. */
const sayings: Readonly<Partial<Record<NoticeKind, OfOutage>>> = {
  start: startNotice,
  update: updateNotice,
  end: endNotice,
  'planned-ahead': plannedAheadNotice,
  cancelled: cancelledNotice,
  report: reportNotice,
  prompt: (outage, context, cause) => promptNotice(outage, promptReason(cause), context),
  coordination: coordinationNotice,
};

/** The keys are `domain/due.ts`'s. */
function promptReason({ key = '' }: NoticeCause): PromptReason {
  if (key.startsWith('prompt:60m')) return 'one-hour';
  if (key.startsWith('prompt:120m')) return 'two-hours';
  return key.startsWith('prompt:end') ? 'planned-end-passed' : 'update-passed';
}
