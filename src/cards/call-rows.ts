import type { Act } from '../domain/act.ts';
import { isCurrent } from '../domain/current-outage.ts';
import { callOf, everOn, laterCall, lastVersion } from '../domain/handover-log.ts';
import type { Entry, HandoverLog } from '../domain/handover-log.ts';
import type { HandoverOutcome } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import type { CardRow, Section } from './answer.ts';
import { joinedWithin } from './joined-within.ts';
import { own } from './line.ts';
import { capitalised } from './phone-view.ts';
import { sectionsWeight } from './section-weight.ts';
import { shortTime } from './short-time.ts';

/** A call that is logged later than this after it was made is said to be, in milliseconds. */
const lateMs = 30 * 60_000;

/** How many calls stand beside the rest of a case, the last ones: as many as there is room for. */
const fewestBeside = 1;
const mostBeside = 6;
/** How many characters of a card the sections of a case may come to: the rest is for what stands around them. */
const room = 11_900;
/** How many earlier calls a page of their own has. */
const mostOnPage = 12;

/**
 * What a unit has logged on a code, in the order that it was made: calls that were taken back with it, and those that
 * were moved to another code.
 */
export function entriesShown(log: HandoverLog, unit: string, code: string): readonly Entry[] {
  return everOn(log, unit, code).toSorted(laterCall);
}

/** The calls that a page of a case shows, in the order that they were made, and whether there are earlier ones. */
export type CallPage = { readonly entries: readonly Entry[]; readonly hasEarlier: boolean };

type Place = { readonly code: string; readonly outage: Outage; readonly now: number };
type Around = Place & { readonly others: readonly Section[] };

/** The first page has the last calls beside what else there is to say; the next ones have those before. */
export function callPage(all: readonly Entry[], page: number, around: Around): CallPage {
  const beside = countBeside(all, around);
  const from = (one: number): number => Math.max(0, all.length - beside - (one - 1) * mostOnPage);
  return {
    entries: all.slice(from(page), page === 1 ? all.length : from(page - 1)),
    hasEarlier: from(page) > 0,
  };
}

/** As many of the last calls as there is room for beside the rest. */
function countBeside(all: readonly Entry[], { others, ...place }: Around): number {
  const fits = (count: number): boolean => {
    const rows = all.slice(-count).map((entry) => callRow(entry, place));
    return sectionsWeight([...others, { rows, lines: [] }]) <= room;
  };
  const counts = Array.from({ length: mostBeside - fewestBeside }, (_, index) => mostBeside - index);
  return counts.find(fits) ?? fewestBeside;
}

/** Calls of a case as its unit has logged them. */
export function callSections({ entries, hasEarlier }: CallPage, place: Place): readonly Section[] {
  if (entries.length === 0) return [];
  return [
    {
      heading: 'Samtalen',
      rows: entries.map((entry) => callRow(entry, place)),
      lines: hasEarlier ? [own('Fler samtal finns: tryck på Tidigare samtal.')] : [],
    },
  ];
}

function callRow(whole: Entry, { code, now, outage }: Place): CardRow {
  const entry = asOn(whole, code);
  const { calledAt, items } = callOf(entry);
  const said = joinedWithin(
    items.map((item) => itemNames[item]),
    160,
  );
  const notes = [...notesOf(entry, now), ...movedNotes(whole, code, now)];
  const isOpen = !isMoved(whole, code) && isCurrent(outage) && outage.log.unanswered.has(entry.id);
  return {
    title: `${shortTime(calledAt, now)} ${directionText(entry)}`,
    state: isMoved(whole, code) ? `flyttad till ${callOf(whole).code}` : stateOf(entry, now),
    details: [...said.slice(0, 2), capitalised([...withWhom(entry), ...notes].join(' · '))],
    ...(isOpen && { isProblem: true }),
  };
}

const isMoved = (entry: Entry, code: string): boolean => callOf(entry).code !== code;

/** A call as it stood on a code: where it was moved, up to then. */
function asOn(entry: Entry, code: string): Entry {
  if (!isMoved(entry, code)) return entry;
  const [first, ...others] = entry.versions.slice(0, leftAt(entry, code));
  if (first === undefined) return entry;
  const { withdrawn: _withdrawn, ...rest } = entry;
  return { ...rest, versions: [first, ...others] };
}

/** Which version took a call from a code. */
const leftAt = ({ versions }: Entry, code: string): number =>
  versions.findLastIndex(({ call }) => call.code === code) + 1;

function movedNotes(entry: Entry, code: string, now: number): readonly string[] {
  const moved = isMoved(entry, code) ? entry.versions[leftAt(entry, code)] : undefined;
  return moved === undefined ? [] : [`flyttad ${shortTime(moved.act.at, now)}: ${moved.reason ?? ''}`];
}

/** "till Ånge kommun", "från Hälsocentralen". */
export function directionText(entry: Entry): string {
  const call = callOf(entry);
  if (call.items.includes('forwarded')) return 'inom kommunen';
  return `${call.direction === 'given' ? 'till' : 'från'} ${sideText(call)}`;
}

function stateOf(entry: Entry, now: number): string {
  const { withdrawn } = entry;
  return withdrawn === undefined ? outcomeText(entry) : `tillbakatagen ${shortTime(withdrawn.act.at, now)}`;
}

/** What came of a call, in a word or two. */
export function outcomeText(entry: Entry): string {
  const { direction, outcome } = callOf(entry);
  return direction === 'given' ? given[outcome] : received[outcome];
}

const given: Readonly<Record<HandoverOutcome, string>> = {
  'read-back': 'upprepat av mottagaren',
  given: 'lämnat, ej upprepat',
  'no-answer': 'inget svar',
};

const received: Readonly<Record<HandoverOutcome, string>> = {
  'read-back': 'mottaget och upprepat',
  given: 'mottaget',
  'no-answer': 'inget svar',
};

/** Who was talked to, and who logged it. */
function withWhom(entry: Entry): readonly string[] {
  const { counterpart } = callOf(entry);
  return [...(counterpart === '' ? [] : [counterpart]), `loggat av ${entry.versions[0].act.by.name}`];
}

/** Nothing where Teams told no name. */
const byWhom = ({ by }: Act): string => (by.name.trim() === '' ? '' : ` av ${by.name.trim()}`);

/** What the reader must know of how it was logged. */
function notesOf(entry: Entry, now: number): readonly string[] {
  const [first] = entry.versions;
  const { act, isUnverified, reason } = lastVersion(entry);
  const { withdrawn } = entry;
  const isLate = first.act.at - callOf(entry).calledAt > lateMs;
  return [
    ...(isLate ? [`efterhand, loggat ${shortTime(first.act.at, now)}`] : []),
    ...(isUnverified ? ['medlemskap ej kontrollerat'] : []),
    ...(reason === undefined ? [] : [`rättad ${shortTime(act.at, now)}: ${reason}`]),
    ...(withdrawn === undefined
      ? []
      : [`tillbakatagen${byWhom(withdrawn.act)} ${shortTime(withdrawn.act.at, now)}: ${withdrawn.reason}`]),
  ];
}
