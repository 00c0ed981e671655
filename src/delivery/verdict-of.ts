import type { NoticeManner, NoticeStep } from '../domain/notice-event.ts';
import type { SendFailure } from './courier.ts';
import type { DeliveryReason } from './delivery-reason.ts';

/** What a failure means for the delivery. */
export type Verdict =
  /** It is tried again: `quick` after what passes by itself, `slow` after what somebody has to mend. */
  | { readonly kind: 'again'; readonly pace: 'quick' | 'slow' }
  /** Nothing more comes of the first post, as it is gone or refuses: a new one is posted. */
  | { readonly kind: 'root-lost' }
  /** The app is not there, or is switched off: it is tried again, very slowly, and at once when it is installed. */
  | { readonly kind: 'awaits-installation' }
  | { readonly kind: 'given-up'; readonly reason: string };

/** What failed. */
export type Attempt = {
  readonly step: NoticeStep;
  /** `amend`: an edit that nobody is told of, and that no new post takes the place of. */
  readonly manner: NoticeManner;
  /** Whether it may be sent again although it may have arrived. */
  readonly mayRepeat: boolean;
  /** How often it failed in a row before, and how often that may be before a 500 is the last. */
  readonly failures: number;
  readonly mostServerErrors: number;
};

/**
 * Branches on the status first and on the code second, as bodies differ from what is documented. By Microsoft
 * Learn, "Status codes from bot conversational APIs", but for 500, 408 and what broke off: they may have arrived,
 * and a repeat is better than silence where it says the same under the same number (design.md §2, promise 3).
 */
export function verdictOf(failure: SendFailure, attempt: Attempt): Verdict {
  const { errorCode, status } = failure;
  if (status === undefined) return ofNoAnswer(failure, attempt);
  if (status === 412 || status === 429) return again('quick');
  if (status === 401) return again('slow');
  if (status === 408 || status >= 500) return ofServerError(failure, attempt);
  if (status === 403 && waitingCodes.has(errorCode)) return { kind: 'awaits-installation' };
  return isRootGone(status, attempt) ? { kind: 'root-lost' } : lastVerdict(errorCode, attempt);
}

/**
 * Whatever the code is: the thread of a post that is gone may be called a conversation too. Should the channel
 * itself be gone or closed, the new post is told so.
 */
function isRootGone(status: number, { step }: Attempt): boolean {
  return step !== 'post' && (status === 403 || status === 404);
}

/**
 * What is not tried again as it is: an edit or a reply becomes a new post, so that nobody is left untold (design.md
 * §3); a post is given up, and so is a silent edit.
 */
export function lastVerdict(reason: string, { manner, step }: Pick<Attempt, 'manner' | 'step'>): Verdict {
  return step === 'post' || manner === 'amend' ? { kind: 'given-up', reason } : { kind: 'root-lost' };
}

/** The app is not there, or is switched off. */
const waitingCodes: ReadonlySet<string> = new Set<DeliveryReason>([
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ForbiddenOperationException',
]);

/** What never left because of how the bot, or the way to Teams, is set up. */
const setUpCodes: ReadonlySet<string> = new Set<DeliveryReason>(['login', 'host', 'certificate']);

function ofNoAnswer({ errorCode, reached }: SendFailure, { mayRepeat }: Attempt): Verdict {
  if (reached === 'no') return again(setUpCodes.has(errorCode) ? 'slow' : 'quick');
  return mayRepeat ? again('quick') : unclear;
}

function ofServerError({ errorCode, status }: SendFailure, attempt: Attempt): Verdict {
  if (!attempt.mayRepeat) return unclear;
  if (status !== 500) return again('quick');
  return attempt.failures < attempt.mostServerErrors ? again('slow') : lastVerdict(errorCode, attempt);
}

const unclear: Verdict = { kind: 'given-up', reason: 'unclear' };

function again(pace: 'quick' | 'slow'): Verdict {
  return { kind: 'again', pace };
}

/** Whether the operator must mend something: the login, an address that is not allowed, a request that is wrong. */
export function isOurFault({ errorCode, status }: SendFailure): boolean {
  if (status === undefined) return setUpCodes.has(errorCode);
  return status < 500 && !passing.has(status);
}

/** What happens to a request that is right. */
const passing: ReadonlySet<number> = new Set([403, 404, 408, 412, 429]);
