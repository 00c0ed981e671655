import type { Act } from '../domain/act.ts';
import type { OutageDeed } from '../domain/outage.ts';
import type { Refusal } from '../domain/refusal.ts';
import { swedishDateOf } from '../domain/swedish-time.ts';
import { unreachable } from '../domain/unreachable.ts';
import { fieldFaultText } from './field-fault-text.ts';
import { clockTime, swedishMoment, swedishSince } from './swedish-moment.ts';

/** The time now, and the names of the coordinators as far as they are known. */
type About = { readonly now: number; readonly coordinators: readonly string[] };

/** Why nothing was changed, and what to do: one to three short sentences. */
export function refusalText(refusal: Refusal, { now, coordinators }: About): string {
  if (isConstant(refusal)) return constantTexts[refusal.kind];
  if ('act' in refusal) return othersDeedText(refusal, byAndWhen(refusal.act, now));
  switch (refusal.kind) {
    case 'not-coordinator':
      return `Det kan bara en samordnare göra. ${turnTo(coordinators)}`;
    case 'begun-meanwhile':
      return `Det planerade avbrottet började ${swedishSince(refusal.at, now)}, sedan du öppnade formuläret. Kontrollera vad som gäller nu och skicka igen.`;
    case 'another-outage-runs':
      return anotherRuns(refusal, now);
    case 'field':
      return fieldFaultText(refusal.field, refusal.fault);
    default:
      return unreachable(refusal);
  }
}

/** Somebody was first. */
function othersDeedText(refusal: Extract<Refusal, { readonly act: Act }>, by: string): string {
  switch (refusal.kind) {
    case 'already-done':
      return doneAlready[refusal.deed](by);
    case 'changed-meanwhile':
      return `${changed[refusal.deed](by)}, så formuläret gäller inte längre. Kontrollera vad som gäller nu och skicka igen.`;
    case 'form-used':
      return `Redan sparat${by} – rätta? Det du skickade nu är något annat än det som sparades. Öppna ett nytt formulär och ändra där.`;
    case 'entry-withdrawn':
      return `Samtalet är redan tillbakataget${by}. Logga det på nytt om det ändå ska gälla.`;
    case 'entry-changed':
      return `Samtalet rättades${by}, sedan du öppnade formuläret. Nu visar det samtalet som det står nu. Ändra det som är fel och skicka igen.`;
    case 'receivers-changed':
      return `Mottagarna ändrades${by}, sedan du öppnade formuläret. Nu visar det dem som gäller nu. Ändra det som är fel och skicka igen.`;
    case 'task-marked':
      return refusal.mark === 'open'
        ? `Redan ångrat,${by}. Det står på listan igen. Du behöver inte göra något.`
        : `${marked[refusal.mark]},${by}. Du behöver inte göra något. Är det fel: ångra det först.`;
    default:
      return unreachable(refusal);
  }
}

/** Said where a form is opened again that was saved. */
export function savedAlreadyText(act: Act, now: number): string {
  return `Det här formuläret är redan sparat${byAndWhen(act, now)}. Gäller det något annat: öppna ett nytt, till exempel med ”logga överlämning”.`;
}

/** " av Anna Andersson 14.05"; with the date where it is another day's, and without the name where Teams told none. */
function byAndWhen({ by, at }: Act, now: number): string {
  const when = swedishDateOf(at) === swedishDateOf(now) ? clockTime(at) : swedishMoment(at, now);
  return by.name.trim() === '' ? ` ${when}` : ` av ${by.name.trim()} ${when}`;
}

type Sentences = Readonly<Record<OutageDeed, (byAndWhen: string) => string>>;

const doneAlready: Sentences = {
  reported: (by) => `Det är redan anmält${by}. Utlys det om det stämmer.`,
  declared: (by) => `Det är redan utlyst${by}. Uppdatera det om något ska ändras.`,
  planned: (by) => `Det är redan planerat${by}. Ändra det planerade om något ska bli annorlunda.`,
  updated: (by) => `Det är redan uppdaterat${by}. Uppdatera igen om mer ska ändras.`,
  restored: (by) =>
    `Det är redan sparat${by} att Lifecare SP svarar igen. Avsluta avbrottet när allt är kontrollerat.`,
  resumed: (by) => `Det är redan sparat${by} att Lifecare SP slutade fungera igen. Avbrottet fortsätter.`,
  ended: (by) => `Det är redan avslutat${by}. Utlys ett nytt om Lifecare SP inte fungerar.`,
  dismissed: (by) =>
    `Anmälan är redan stängd${by}: det var inget avbrott. Anmäl igen om Lifecare SP inte fungerar.`,
  cancelled: (by) =>
    `Det planerade avbrottet är redan inställt${by}. Planera ett nytt om det ändå ska bli av.`,
  closed: (by) => `Det är redan stängt${by}. Utlys ett nytt om Lifecare SP inte fungerar.`,
};

const changed: Sentences = {
  reported: (by) => `Det anmäldes${by}`,
  declared: (by) => `Det utlystes${by}`,
  planned: (by) => `Det planerades${by}`,
  updated: (by) => `Det uppdaterades${by}`,
  restored: (by) => `Det sparades${by} att Lifecare SP svarar igen`,
  resumed: (by) => `Det sparades${by} att Lifecare SP slutade fungera igen`,
  ended: (by) => `Det avslutades${by}`,
  dismissed: (by) => `Anmälan stängdes${by}`,
  cancelled: (by) => `Det planerade avbrottet ställdes in${by}`,
  closed: (by) => `Det stängdes${by}`,
};

const marked = { done: 'Redan klar', dismissed: 'Redan struken' } as const;

function anotherRuns(
  { isDrill, since }: Extract<Refusal, { kind: 'another-outage-runs' }>,
  now: number,
): string {
  const when = swedishSince(since, now);
  return isDrill
    ? `En övning pågår redan sedan ${when}. Avsluta den först.`
    : `Ett avbrott pågår redan sedan ${when}. Vänta tills det är avslutat.`;
}

/** More names than these are a list that nobody reads. */
const mostNames = 4;

function turnTo(coordinators: readonly string[]): string {
  if (coordinators.length === 0) return 'Kontakta systemförvaltningen eller IT-supporten.';
  const named = coordinators.slice(0, mostNames);
  const people = coordinators.length > mostNames ? [...named, 'någon annan samordnare'] : named;
  return `Kontakta ${new Intl.ListFormat('sv', { type: 'disjunction' }).format(people)}.`;
}

/** Refusals that are always said in the same words. */
type Constant = Exclude<
  Refusal,
  {
    readonly kind:
      | 'not-coordinator'
      | 'already-done'
      | 'changed-meanwhile'
      | 'begun-meanwhile'
      | 'form-used'
      | 'another-outage-runs'
      | 'field'
      | 'entry-withdrawn'
      | 'entry-changed'
      | 'receivers-changed'
      | 'task-marked';
  }
>;

function isConstant(refusal: Refusal): refusal is Constant {
  return Object.hasOwn(constantTexts, refusal.kind);
}

const constantTexts: Readonly<Record<Constant['kind'], string>> = {
  'no-such-outage':
    'Det avbrottet finns inte längre. Fråga mig om det är avbrott, så visar jag vad som gäller nu.',
  'no-outage':
    'Det finns inget utlyst avbrott att göra det med. Utlys det först, om Lifecare SP inte fungerar.',
  'no-such-unit':
    'Den enheten finns inte. Ska en kanal få besked om avbrott: skriv @Avbrottsboten anslut enheten i kanalen.',
  'other-organisation-in-team':
    'En enhet från en annan organisation är redan ansluten i det här teamet, och alla i teamet kan läsa det som skrivs. Anslut en kanal i ett team som bara är er organisations.',
  'unit-disconnected-already': 'Kanalen är redan bortkopplad. Du behöver inte göra något.',
  'coordinator-already': 'Personen är redan samordnare. Du behöver inte göra något.',
  'no-such-coordinator': 'Personen är inte samordnare. Du behöver inte göra något.',
  'configured-coordinator':
    'Den samordnaren har lagts in av driften och kan inte tas bort här. Kontakta driften.',
  'last-coordinator': 'Det måste finnas minst en samordnare. Lägg till en ny innan du tar bort den sista.',
  'log-closed':
    'Loggen är stängd, så inget kan läggas till eller ändras. Dokumentera i journalen, och fråga en samordnare om något är kvar att göra i Lifecare SP.',
  'which-outage':
    'En övning pågår, och ett avbrott är anmält. Välj vilket av dem samtalet hör till, och skicka igen.',
  'no-handover-on-code':
    'Ingen överlämning till er är loggad på koden. Kontrollera koden, be avsändaren logga samtalet, eller lämna koden tom om patienten är ny.',
  'no-such-entry': 'Samtalet finns inte i er logg. Öppna loggen, och välj samtalet där.',
  'outage-goes-on':
    'Avbrottet är inte slut, så listan över vad ni ska registrera är inte färdig. Vänta på beskedet att Lifecare SP är i drift.',
  'task-gone':
    'Listan har ändrats sedan du öppnade den, så det går inte att markera. Öppna er lista igen, och se vad som gäller nu.',
};
