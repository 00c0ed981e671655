import type { Answer } from '../cards/answer.ts';
import { caseAnswer } from '../cards/case-answer.ts';
import { outageBoardAnswer } from '../cards/outage-board.ts';
import { outstandingAnswer } from '../cards/outstanding-answer.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { statisticsAnswer } from '../cards/statistics-answer.ts';
import { taskListAnswer } from '../cards/task-list-answer.ts';
import { unitLogAnswer } from '../cards/unit-log-answer.ts';
import { unitSummaryAnswer } from '../cards/unit-summary-answer.ts';
import { isCurrent } from '../domain/current-outage.ts';
import type { World } from '../domain/decision.ts';
import { organisations } from '../domain/ids.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import type { OutageStatistics } from '../domain/outage-statistics.ts';
import type { Outage } from '../domain/outage.ts';
import { pageOf, valueOf } from './form-values.ts';
import { caseContext, logOutage, outageMeant } from './log-context.ts';
import { readingDecision } from './log-read.ts';
import type { Reading } from './log-read.ts';
import { memberList } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import { refusalReply } from './refusal-reply.ts';
import { unitOf } from './situation-of.ts';
import type { Asked, Read, Verb } from './verb.ts';

const nothing = plainAnswer('Det finns ingen logg', [
  'Inget avbrott är känt, eller det är stängt. Ringer ni i stället för att skriva i Lifecare SP: skriv ”logga överlämning”.',
]);

/** Records who reads what others wrote, before it is shown. */
function reading(asked: MemberAsked, chosen: Reading | undefined): Read {
  const { member } = asked;
  if (!member.mayRead) return shown(member.whyNot ?? nothing);
  if (chosen === undefined) return shown(nothing);
  return { kind: 'wish', decide: (world) => readingDecision(asked, chosen, world) };
}

const shown = (answer: Answer): Read => ({ kind: 'answered', reply: { kind: 'answer', answer } });

/** The unit's log, or one case of it. */
const handoverList = memberList({
  read(asked) {
    const { ofCode } = asked;
    if (ofCode.kind === 'faulty') return shown(plainAnswer('Det går inte att visa koden', [ofCode.text]));
    if (ofCode.kind === 'unknown') {
      return {
        kind: 'answered',
        reply: refusalReply([{ kind: 'no-handover-on-code' }], asked, asked.world),
      };
    }
    if (ofCode.kind === 'case') return reading(asked, { outage: ofCode.outage, code: ofCode.code });
    const outage = logOutage(asked, asked.world);
    return reading(asked, outage && { outage });
  },
  done(asked, world, id) {
    const outage = world.outages.get(id ?? '');
    if (outage === undefined) return nothing;
    const { ofCode } = asked;
    if (ofCode.kind === 'case')
      return caseAnswer({
        ...caseContext(asked, world, { code: ofCode.code, outage }),
        page: pageOf(asked.values),
      });
    const beside = [...world.outages.values()].find(
      (other) => other.id !== outage.id && isCurrent(other) && other.log.units.has(asked.member.unit.id),
    );
    return unitLogAnswer({
      ...listContext(asked, world, outage),
      ...(beside !== undefined && { beside }),
    });
  },
});

function listContext(asked: MemberAsked, { directory }: World, outage: Outage) {
  const { knowledge, member, now, values } = asked;
  const { routine } = knowledge;
  return { outage, unit: member.unit, now, page: pageOf(values), routine, knowledge, directory };
}

/** What the unit owes still, case by case. */
const ownTasks = memberList({
  read(asked) {
    const outage = logOutage(asked, asked.world);
    return reading(asked, outage && { outage });
  },
  done(asked, world, id) {
    const outage = world.outages.get(id ?? '');
    return outage === undefined ? nothing : taskListAnswer(listContext(asked, world, outage));
  },
});

/** What all units owe, in counts: rows for coordinators, who see no code. */
const allTasks: Verb = {
  who: 'coordinator',
  inputs: [],
  read(asked) {
    const outage = outageMeant(asked, asked.world);
    if (outage === undefined) return shown(nothing);
    const named = valueOf(asked.values, 'organisation');
    const organisation = organisations.find((one) => one === named);
    const { directory } = asked.world;
    const answer = outstandingAnswer({
      outage,
      directory,
      now: asked.now,
      page: pageOf(asked.values),
      ...(organisation !== undefined && { organisation }),
    });
    return shown(withOwnList(answer, asked, outage));
  },
  done: () => nothing,
};

/** A coordinator who works at a unit comes to that unit's own list from here. */
function withOwnList(answer: Answer, { whereabouts, world }: Asked, { id }: Outage): Answer {
  const unit = unitOf(whereabouts, world);
  if (unit?.careSetting === undefined) return answer;
  const own = { title: 'Vår enhets lista', verb: 'tasks.list', data: { outage: id, unit: unit.id } };
  return { ...answer, actions: [own, ...(answer.actions ?? [])] };
}

/** An outage in numbers: for its own unit. */
const ownSummary = memberList({
  read(asked) {
    const outage = outageMeant(asked, asked.world);
    return outage === undefined ? shown(nothing) : shown(summaryOf(asked, outage));
  },
  done: () => nothing,
});

function summaryOf({ knowledge, member, now }: MemberAsked, outage: Outage): Answer {
  return unitSummaryAnswer(outage, member.unit, { now, routine: knowledge.routine });
}

const allSummary: Verb = {
  who: 'coordinator',
  inputs: [],
  read(asked) {
    const outage = outageMeant(asked, asked.world);
    const { directory } = asked.world;
    return shown(outage === undefined ? nothing : outageBoardAnswer(outage, { now: asked.now, directory }));
  },
  done: () => nothing,
};

const ownStatistics = memberList({
  read(asked) {
    const outage = outageMeant(asked, asked.world);
    if (outage === undefined) return shown(nothing);
    const all = outageStatistics(outage, asked.world.directory);
    return shown(statisticsAnswer(onlyOf(all, asked.member.unit.id), outage, asked.now));
  },
  done: () => nothing,
});

function onlyOf({ units, whole }: OutageStatistics, unit: string): OutageStatistics {
  const own = units.filter((one) => one.unit === unit);
  return { whole: own[0]?.figures ?? { ...whole, ...noFigures }, units: own, municipalities: [] };
}

const noFigures = {
  cases: 0,
  entries: 0,
  handedOver: 0,
  confirmed: 0,
  tasks: 0,
  doneWithin24h: 0,
  doneWithin72h: 0,
  done: 0,
  formsUsed: 0,
  formsSent: 0,
};

const allStatistics: Verb = {
  who: 'coordinator',
  inputs: [],
  read(asked) {
    const outage = outageMeant(asked, asked.world);
    if (outage === undefined) return shown(nothing);
    return shown(statisticsAnswer(outageStatistics(outage, asked.world.directory), outage, asked.now));
  },
  done: () => nothing,
};

/**
 * One verb for both: a coordinator is shown all units in numbers, in the own chat or the coordinators' channel;
 * everybody else, and a coordinator who names a unit or asks in its channel, that unit's own.
 */
function forBoth(all: Verb, own: Verb): Verb {
  return { ...own, forCoordinators: all };
}

/** The lists of the log: contract.md §5. */
export const logLists = {
  'handover.list': handoverList,
  'tasks.list': forBoth(allTasks, ownTasks),
  'summary.show': forBoth(allSummary, ownSummary),
  'statistics.show': forBoth(allStatistics, ownStatistics),
} as const satisfies Readonly<Record<string, Verb>>;
