import type { Directory } from '../domain/directory.ts';
import { callOf, firstCalledAt, standing } from '../domain/handover-log.ts';
import type { Entry, HandoverLog } from '../domain/handover-log.ts';
import type { Outage, Report } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { CardFact, Line, Section } from './answer.ts';
import { own } from './line.ts';

/** How many reports of an outage are shown; the others are counted. */
const mostShown = 5;

type Known = { readonly now: number; readonly directory: Pick<Directory, 'units'> };
type Reported = Pick<Outage, 'reports' | 'log'>;

/** How many people say that it does not work, as the beginning of a sentence. */
export function reportCountText(reports: readonly Report[]): string {
  const count = new Set(reports.map(({ act }) => act.by.id)).size;
  if (count === 0) return 'Ingen har anmält';
  return count === 1 ? 'En har anmält' : `${count} har anmält`;
}

/**
 * What speaks for that it does not work, as a sentence without its full stop. The first call that is logged tells of
 * an outage as a report does: nobody need have reported.
 */
export function reportedText({ log, reports }: Reported, now: number): string {
  const [first] = reports;
  if (first !== undefined)
    return `${reportCountText(reports)} att Lifecare SP inte fungerar, först ${swedishSince(first.act.at, now)}`;
  const since = sinceText(log, now);
  return since === undefined
    ? 'Ingen har anmält, och ingen överlämning är loggad'
    : `Ingen har anmält, men ${loggedText(log)}, den första ${since}`;
}

/** The same for a phone: sentences, the one that can be spared last. */
export function reportedSentences({ log, reports }: Reported, now: number): readonly string[] {
  const since = sinceText(log, now);
  if (reports.length > 0 || since === undefined) return [reportedText({ log, reports }, now)];
  return [`Ingen har anmält, men ${loggedText(log)}`, `Den första ${since}`];
}

/** The same in lines: reports, and the calls that are logged beside them. */
export function reportedLines({ log, reports }: Reported, now: number): readonly Line[] {
  if (reports.length === 0) return [own(`${reportedText({ log, reports }, now)}.`)];
  const since = sinceText(log, now);
  return [
    own(`${reportCountText(reports)} att Lifecare SP inte fungerar.`),
    ...(since === undefined ? [] : [own(`${loggedText(log)}, den första ${since}.`)]),
  ];
}

/** How many calls are logged, and from how many units; nothing where none is. */
export function loggedFacts(log: HandoverLog): readonly CardFact[] {
  const { calls, units } = loggedCalls(log);
  return calls === 0
    ? []
    : [{ label: 'Loggade överlämningar', value: `${calls} från ${unitCountText(units)}` }];
}

/** "1 enhet", "3 enheter". */
export function unitCountText(count: number): string {
  return count === 1 ? '1 enhet' : `${count} enheter`;
}

/** "3 överlämningar är loggade från 2 enheter". */
export function loggedText(log: HandoverLog): string {
  const { calls, units } = loggedCalls(log);
  const handovers = calls === 1 ? '1 överlämning är loggad' : `${calls} överlämningar är loggade`;
  return `${handovers} från ${unitCountText(units)}`;
}

/** When the first of them was made. */
function sinceText(log: HandoverLog, now: number): string | undefined {
  const at = firstCalledAt(log);
  return at === undefined ? undefined : swedishSince(at, now);
}

/**
 * Of handovers and of units: counts alone, whatever the calls were about. What a receiver confirms on another's code is
 * that other's handover, and counted there.
 */
function loggedCalls({ cases, units }: HandoverLog): { readonly calls: number; readonly units: number } {
  const isOwn = (entry: Entry): boolean =>
    callOf(entry).direction === 'given' || cases.get(callOf(entry).code)?.owner === entry.unit;
  const counts = [...units.values()]
    .map((log) => standing(log).filter(isOwn).length)
    .filter((count) => count > 0);
  return { calls: counts.reduce((sum, count) => sum + count, 0), units: counts.length };
}

/** The latest reports: when, from which unit, and what was said. No names of people. */
export function reportSections(reports: readonly Report[], known: Known): readonly Section[] {
  if (reports.length === 0) return [];
  const shown = reports.slice(-mostShown).toReversed();
  const hidden = reports.length - shown.length;
  return [
    {
      heading: 'Anmälningarna, den senaste först',
      lines: [
        ...shown.map((report) => reportLine(report, known)),
        ...(hidden > 0 ? [own(`… och ${hidden} tidigare.`)] : []),
      ],
    },
  ];
}

function reportLine({ act, message, unit }: Report, { now, directory }: Known): Line {
  const from = unit === undefined ? undefined : directory.units.get(unit)?.name;
  const who = `${swedishSince(act.at, now)}, ${from ?? 'okänd enhet'}`;
  return own(message.trim() === '' ? who : `${who}: ”${message.trim()}”`);
}
