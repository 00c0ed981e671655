import type { Act } from './act.ts';
import { evolveLog } from './evolve-log.ts';
import { isLogEvent } from './handover-event.ts';
import type { HandoverEvent } from './handover-event.ts';
import { emptyLog } from './handover-log.ts';
import type { NoticeEvent } from './notice-event.ts';
import type { Outage, OutageDeed } from './outage.ts';
import type { OutageEvent } from './outage-event.ts';
import { emptyOutbox, evolveOutbox, isNoticeEvent } from './outbox.ts';
import { withoutAsked } from './retries.ts';

type Events = {
  readonly [Kind in OutageEvent['kind']]: Extract<OutageEvent, { kind: Kind }>;
};
type StateEvent = Exclude<OutageEvent, NoticeEvent | HandoverEvent>;
type StateKind = StateEvent['kind'];
type Acted = Extract<StateEvent, { act: Act }>;

const deedOf: Readonly<Record<Acted['kind'], OutageDeed>> = {
  outageReported: 'reported',
  outageDeclared: 'declared',
  outagePlanned: 'planned',
  outageUpdated: 'updated',
  outageRestored: 'restored',
  outageResumed: 'resumed',
  outageEnded: 'ended',
  outageDismissed: 'dismissed',
  outageCancelled: 'cancelled',
  outageClosed: 'closed',
};

/** How each event changes what is known of the outage itself; deeds, forms and the revision are kept beside. */
const evolvers: {
  readonly [Kind in StateKind]: (outage: Outage, event: Events[Kind]) => Outage;
} = {
  outageReported: (outage, { act, message, unit }) => ({
    ...outage,
    startedAt: outage.revision === 0 ? act.at : outage.startedAt,
    reports: [...outage.reports, { act, message, ...(unit !== undefined && { unit }) }],
  }),
  outageDeclared: (outage, { act, outageKind, startedAt, terms }) => ({
    ...outage,
    state: 'ongoing',
    kind: outageKind,
    startedAt,
    terms,
    saidAt: act.at,
  }),
  outagePlanned: (outage, { act, startsAt, terms }) => ({
    ...outage,
    state: 'planned',
    kind: 'planned',
    startedAt: startsAt,
    terms,
    saidAt: act.at,
  }),
  outageStarted: (outage) => ({
    ...outage,
    state: 'ongoing',
    startedRevision: outage.revision + 1,
    ...declaredByPlan(outage),
  }),
  outageJoined: (outage, { into }) => ({
    ...outage,
    state: 'closed',
    joinedTo: into,
    ...declaredByPlan(outage),
  }),
  outageUpdated: (outage, { act, startedAt, terms }) => ({ ...outage, startedAt, terms, saidAt: act.at }),
  outageRestored: (outage, { act, restoredAt }) => ({
    ...outage,
    state: 'restored',
    restoredAt,
    saidAt: act.at,
  }),
  outageResumed: ({ restoredAt: _restoredAt, ...outage }, { act }) => ({
    ...outage,
    state: 'ongoing',
    saidAt: act.at,
  }),
  // What was said last is true no longer once it is over: the all clear's own words take its place.
  outageEnded: (outage, { act, endedAt, isInterrupted, message }) => ({
    ...outage,
    state: 'ended',
    endedAt,
    isInterrupted,
    terms: { ...outage.terms, message },
    saidAt: act.at,
  }),
  outageDismissed: closedFor,
  outageCancelled: closedFor,
  outageClosed: closedFor,
  // Kept in the record alone.
  logErased: (outage) => outage,
};

function closedFor(outage: Outage, { reason }: { readonly reason: string }): Outage {
  return { ...outage, state: 'closed', reason };
}

/** The coordinator's plan is the declaration: when its time comes, nobody declares anew (design.md §3). */
function declaredByPlan({ deeds }: Outage): Pick<Outage, 'deeds' | 'lastDeed'> {
  return {
    deeds: { ...deeds, ...(deeds.planned !== undefined && { declared: deeds.planned }) },
    lastDeed: 'declared',
  };
}

/** An outage whose stream is opened and in which nothing has happened yet. */
export function newOutage(id: string): Outage {
  return {
    id,
    state: 'reported',
    kind: 'reported',
    startedAt: 0,
    terms: { scope: [], message: '' },
    reports: [],
    isInterrupted: false,
    deeds: {},
    forms: new Map(),
    revision: 0,
    log: emptyLog,
    outbox: emptyOutbox,
  };
}

/**
 * The outage after the events of its stream. Fold many events in one call rather than one by one: what changes
 * of forms and outbox is copied once per call.
 */
export function evolveOutage(outage: Outage, events: readonly OutageEvent[]): Outage {
  const { logEvents, noticeEvents, stateEvents } = sorted(events);
  const evolved = stateEvents.reduce(evolveByOne, begunBy(events, outage));
  const outbox = evolveOutbox(outage.outbox, noticeEvents);
  return {
    ...evolved,
    log: withoutAsked(evolveLog(outage.log, logEvents, outbox.keys), noticeEvents),
    forms: withForms(outage.forms, stateEvents),
    outbox,
  };
}

/** By what they change: each is looked at once, since there may be very many. */
function sorted(events: readonly OutageEvent[]) {
  const logEvents: HandoverEvent[] = [];
  const noticeEvents: NoticeEvent[] = [];
  const stateEvents: StateEvent[] = [];
  for (const event of events) {
    if (isLogEvent(event)) logEvents.push(event);
    else if (isNoticeEvent(event)) noticeEvents.push(event);
    else stateEvents.push(event);
  }
  return { logEvents, noticeEvents, stateEvents };
}

/** The first call that is logged opens a reported outage, as the first report does; it began when the call was made. */
function begunBy(events: readonly OutageEvent[], outage: Outage): Outage {
  const first = events.find((event) => !isNoticeEvent(event) && event.kind !== 'caseOpened');
  if (outage.revision > 0 || first?.kind !== 'handoverRecorded') return outage;
  return {
    ...outage,
    startedAt: first.call.calledAt,
    revision: 1,
    deeds: { reported: first.act },
    lastDeed: 'reported',
  };
}

function evolveByOne(outage: Outage, event: StateEvent): Outage {
  const evolved = changed(outage, event.kind, event);
  if (event.kind === 'outageReported' && outage.revision > 0) {
    return { ...evolved, deeds: { ...evolved.deeds, reported: event.act } };
  }
  const counted = { ...evolved, revision: outage.revision + 1 };
  if (!isActed(event)) return counted;
  const deed = deedOf[event.kind];
  return { ...counted, deeds: { ...evolved.deeds, [deed]: event.act }, lastDeed: deed };
}

function changed<Kind extends StateKind>(outage: Outage, kind: Kind, event: Events[Kind]): Outage {
  return evolvers[kind](outage, event);
}

function isActed(event: StateEvent): event is Acted {
  return 'act' in event;
}

function withForms(forms: Outage['forms'], events: readonly StateEvent[]): Outage['forms'] {
  const filledIn = events.filter((event) => isActed(event)).filter((event) => !isInterruption(event));
  if (filledIn.length === 0) return forms;
  const entries = filledIn.map(({ act, kind }) => [act.form.id, { deed: deedOf[kind], act }] as const);
  return new Map([...forms, ...entries]);
}

/** The form belongs to the real outage's stream: the drill was ended by it, not with it. */
function isInterruption(event: Acted): boolean {
  return event.kind === 'outageEnded' && event.isInterrupted;
}
