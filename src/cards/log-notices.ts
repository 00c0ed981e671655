import type { NoticeCause } from '../domain/decision.ts';
import type { Call } from '../domain/handover-event.ts';
import { callOf, lastVersion, logOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import type { HandoverItem } from '../domain/ids.ts';
import { isReceiptOn } from '../domain/log-notices.ts';
import type { Outage } from '../domain/outage.ts';
import { owingSetting } from '../domain/owing-units.ts';
import { sideOf } from '../domain/receipts.ts';
import { unreachable } from '../domain/unreachable.ts';
import { unitSummary } from '../domain/unit-summary.ts';
import type { UnitSummary } from '../domain/unit-summary.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import { taskNames } from '../text/names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardFact, Line } from './answer.ts';
import { own } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer, numberFooter, pushText } from './notice.ts';
import type { CoordinatorContext, Notice, NoticeContext } from './notice.ts';
import { ringAgainSection } from './ring-again.ts';

/**
 * To whoever handed over: the receiver's side has logged that it was received, or has changed that or taken it back.
 * In the own chat with the code; in the unit's channel, where others read too, only that the log has something new.
 */
export function receiptNotice(outage: Outage, context: CoordinatorContext, cause: NoticeCause): Notice {
  const entry = entryOf(outage, cause);
  const code = cause.about?.code ?? callOf(entry).code;
  const news = newsOf(entry, code);
  const who = isPersonal(cause) ? sideText(sideOf(entry.as)) : 'En mottagare';
  const what = `${who} ${deeds[news]}`;
  const answer = isPersonal(cause)
    ? receiptAnswer(entry, { outage, news, code }, context)
    : channelAnswer(what, [], [own(news === 'confirmed' ? 'Öppna er logg.' : openAndLook)]);
  return { answer: logAnswer(outage, answer, context), text: pushOf(outage, [what]) };
}

/** What an entry of the receiver's side tells whoever handed over on a code. */
type News = 'confirmed' | 'changed' | 'withdrawn';

function newsOf({ versions, withdrawn }: Entry, code: string): News {
  if (withdrawn !== undefined) return 'withdrawn';
  const earlier = versions.slice(0, -1).some(({ call }) => isReceiptOn(call, code));
  return earlier ? 'changed' : 'confirmed';
}

const deeds: Readonly<Record<News, string>> = {
  confirmed: 'har bekräftat en överlämning',
  changed: 'har ändrat en bekräftelse',
  withdrawn: 'har tagit tillbaka en bekräftelse',
};

const openAndLook = 'Öppna er logg och se vad som gäller nu.';
const lookAgain = own('Öppna koden och se vad som gäller nu. Ring igen om något måste bekräftas.');

function receiptAnswer(
  entry: Entry,
  { code, news, outage: { log } }: { readonly outage: Outage; readonly news: News; readonly code: string },
  { directory, now }: CoordinatorContext,
): Answer {
  const owner = log.cases.get(code)?.owner;
  const { at, by } = (entry.withdrawn ?? lastVersion(entry)).act;
  const unit = directory.units.get(entry.unit)?.name;
  const who = sideText(sideOf(entry.as));
  return {
    title: `${who} ${deeds[news]}`,
    facts: [
      { label: 'Kod', value: code },
      { label: 'Av', value: unit === undefined ? by.name : `${by.name}, ${unit}` },
      { label: 'När', value: swedishSince(at, now) },
    ],
    sections: [
      { lines: [...receiptLines(entry, news, { who, code }), ...unverifiedLines(entry), journalLine] },
    ],
    actions: [
      {
        title: `Visa ${code}`,
        verb: 'handover.list',
        data: { code, ...(owner !== undefined && { unit: owner }) },
        opensForm: true,
      },
    ],
    withoutRoutine: true,
  };
}

/** What the receiver's side said on the code: now, or before it was changed or taken back. */
function saidOn({ versions }: Entry, news: News, code: string): readonly HandoverItem[] {
  const told = news === 'changed' ? versions.slice(0, -1) : versions;
  return told.findLast(({ call }) => isReceiptOn(call, code))?.call.items ?? [];
}

type About = { readonly who: string; readonly code: string };

function receiptLines(entry: Entry, news: News, { code, who }: About): readonly Line[] {
  const items = itemsText(saidOn(entry, news, code));
  switch (news) {
    case 'confirmed':
      return [own(`${who} har bekräftat: ${items}.`), own('Öppna koden och se vad som är kvar.')];
    case 'changed':
      return [...changeLines(entry, { code, who }), lookAgain];
    case 'withdrawn':
      return [own(`${who} har tagit tillbaka: ${items}.`), lookAgain];
    default:
      return unreachable(news);
  }
}

/** What it says now, and what it says no longer: nothing, where it was moved away or is no receipt any more. */
function changeLines(entry: Entry, { code, who }: About): readonly Line[] {
  const call = callOf(entry);
  const said = isReceiptOn(call, code) ? call.items : [];
  const gone = saidOn(entry, 'changed', code).filter((item) => !said.includes(item));
  return [
    ...(said.length === 0 ? [] : [own(`${who} bekräftar nu: ${itemsText(said)}.`)]),
    ...(gone.length === 0 ? [] : [own(`${who} bekräftar inte längre: ${itemsText(gone)}.`)]),
  ];
}

function itemsText(items: readonly HandoverItem[]): string {
  return items.map((item) => itemNames[item]).join(', ');
}

/** Of what was said last; who takes something back is not asked who they are. */
function unverifiedLines(entry: Entry): readonly Line[] {
  return lastVersion(entry).isUnverified === true
    ? [own('Teams kunde inte visa att personen hör till enheten.')]
    : [];
}

/** Nobody answered half an hour ago: whom to ring again. Which patient it is about is told in the own chat alone. */
export function retryNotice(outage: Outage, context: NoticeContext, cause: NoticeCause): Notice {
  const entry = entryOf(outage, cause);
  const call = callOf(entry);
  const what = `Ring igen: ${sideText(call)}`;
  const since = swedishSince(call.calledAt, context.now);
  const tried = { label: 'Inget svar', value: since };
  const sections = [ringAgainSection(entry, context.routine)];
  const answer = isPersonal(cause)
    ? {
        title: what,
        facts: [
          tried,
          { label: 'Kod', value: call.code },
          { label: 'Att lämna', value: itemsText(call.items) },
        ],
        sections,
        actions: [logCallAction(call, entry.unit)],
      }
    : { title: what, facts: [tried], sections, actions: [showLogAction] };
  return {
    answer: markedAnswer(outage, { ...answer, footer: numberFooter(context) }),
    text: pushOf(outage, [what, `Ingen svarade ${since}`]),
  };
}

/** In the own chat nobody knows which unit is meant, where that is not said. */
function logCallAction({ code, municipality, party }: Call, unit: string): CardAction {
  return {
    title: 'Logga samtalet',
    verb: 'handover.record',
    data: { code, party, ...(municipality !== undefined && { municipality }), unit },
    opensForm: true,
  };
}

/** After the end, to a unit that owes something still: how much of what, and the way to its list. */
export function tailNotice(outage: Outage, context: CoordinatorContext, cause: NoticeCause): Notice {
  const summary = summaryOf(outage, context, cause);
  const left = summary.outstandingCount;
  const what = left === 1 ? '1 efterregistrering är kvar' : `${left} efterregistreringar är kvar`;
  const isLast = cause.key === 'tail:3w';
  const { endedAt = context.now, id } = outage;
  const answer: Answer = {
    title: what,
    facts: countFacts(summary),
    sections: [
      {
        lines: [
          own(`Avbrottet i Lifecare SP tog slut ${swedishSince(endedAt, context.now)}.`),
          own('Öppna listan och bocka av det som är klart.'),
          ...(isLast
            ? [own('Det här är den sista påminnelsen. Samordnarna ser vad som är kvar och kan höra av sig.')]
            : []),
          journalLine,
        ],
      },
    ],
    actions: [{ title: 'Er lista', verb: 'tasks.list', data: { outage: id }, opensForm: true }],
  };
  return {
    answer: logAnswer(outage, answer, context),
    text: pushOf(outage, [`${what} efter avbrottet i Lifecare SP`, ...(isLast ? ['Sista påminnelsen'] : [])]),
  };
}

function summaryOf(outage: Outage, { directory }: CoordinatorContext, { about }: NoticeCause): UnitSummary {
  const unit = directory.units.get(about?.unit ?? '');
  const careSetting = unit && owingSetting(outage.log, unit);
  if (unit === undefined || careSetting === undefined)
    throw new Error('A reminder is about no unit that owes');
  return unitSummary(outage, { id: unit.id, careSetting });
}

function countFacts({ doneCount, outstanding }: UnitSummary): readonly CardFact[] {
  return [
    ...outstanding.map(({ count, task }) => ({ label: taskNames[task], value: `${count}` })),
    ...(doneCount === 0 ? [] : [{ label: 'Avklarat', value: `${doneCount}` }]),
  ];
}

/** To units with calls: what was reported was no outage. */
export function logKeptNotice(outage: Outage, context: NoticeContext): Notice {
  const answer: Answer = {
    title: 'Det var inget avbrott',
    sections: [
      {
        lines: [
          own('Er logg finns kvar.'),
          own('Arbeta som vanligt i Lifecare SP.'),
          own('Det ni har lämnat och tagit emot i telefon ska stå i journalen.'),
          journalLine,
        ],
      },
    ],
    actions: [{ ...showLogAction, data: { outage: outage.id } }],
  };
  return {
    answer: logAnswer(outage, answer, context),
    text: pushOf(outage, ['Det var inget avbrott i Lifecare SP', 'Er logg finns kvar']),
  };
}

const showLogAction: CardAction = {
  title: 'Visa er logg',
  verb: 'handover.list',
  data: {},
  opensForm: true,
};

function channelAnswer(title: string, facts: readonly CardFact[], lines: readonly Line[]): Answer {
  return { title, facts, sections: [{ lines: [...lines, journalLine] }], actions: [showLogAction] };
}

function logAnswer(outage: Outage, answer: Answer, context: NoticeContext): Answer {
  return markedAnswer(outage, { ...answer, footer: numberFooter(context), withoutRoutine: true });
}

/** What a drill's log tells is a drill's, also when a real outage has broken it off. */
function pushOf(outage: Outage, [first = '', ...others]: readonly string[]): string {
  return pushText(outage, [outage.isInterrupted ? `ÖVNING: ${first}` : first, ...others]);
}

/** Whether it goes to somebody's own chat: there, and nowhere else, a code is shown. */
function isPersonal({ recipients }: NoticeCause): boolean {
  return recipients.length > 0 && recipients.every((recipient) => recipient.startsWith('person:'));
}

function entryOf({ log }: Outage, { about }: NoticeCause): Entry {
  const entry = about?.entry === undefined ? undefined : logOf(log, about.unit).entries.get(about.entry);
  if (entry === undefined) throw new Error('A notice of the log is about no call');
  return entry;
}
