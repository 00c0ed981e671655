import type { Outage } from '../domain/outage.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { CardAction } from './answer.ts';

/** A button that opens the form of a verb for an outage as it stands: an old button is known by its version. */
function formAction(title: string, verb: string, { id, revision }: Outage): CardAction {
  return { title, verb, data: { outage: id, version: `${revision}` }, opensForm: true };
}

/** Reports a fault, where nothing is known yet. */
export const reportAction: CardAction = {
  title: 'Anmäl avbrott',
  verb: 'outage.report',
  data: {},
  opensForm: true,
};

/** Declares, where nothing is reported: an outage, a planned one or a drill. */
export const declareAction: CardAction = {
  title: 'Utlys avbrott',
  verb: 'outage.declare',
  data: {},
  opensForm: true,
};

/** Every unit, and whether notices reach it. */
export const unitsAction: CardAction = { title: 'Visa enheter', verb: 'unit.list', data: {} };

/** What a coordinator may do to an outage, and the way to all that is known of it. */
export function boardActions(outage: Outage): readonly CardAction[] {
  return outage.state === 'closed' ? [] : [...coordinatorActions(outage), showAction(outage)];
}

/** The way to all that is known of an outage. */
export function showAction({ id, kind }: Outage): CardAction {
  const title = kind === 'drill' ? 'Visa övningen' : 'Visa läget';
  return { title, verb: 'outage.show', data: { outage: id } };
}

/** What a coordinator may do to an outage as it stands: at most three, the likeliest first. */
export function coordinatorActions(outage: Outage): readonly CardAction[] {
  const words = outage.kind === 'drill' ? ofDrill : ofOutage;
  const update = formAction(words.update, 'outage.update', outage);
  const end = formAction(words.end, 'outage.end', outage);
  switch (outage.state) {
    case 'planned':
      return [
        formAction('Ändra det planerade', 'outage.update', outage),
        formAction('Ställ in det planerade', 'outage.cancel', outage),
      ];
    case 'reported':
      return [
        formAction('Utlys avbrott', 'outage.declare', outage),
        formAction('Det är inget avbrott', 'outage.dismiss', outage),
      ];
    case 'ongoing':
      return [update, formAction(words.restored, 'outage.restored', outage), end];
    case 'restored':
      return [end, formAction(words.resume, 'outage.resume', outage), update];
    case 'ended':
      return [formAction(words.close, 'outage.close', outage)];
    case 'closed':
      return [];
    default:
      return unreachable(outage.state);
  }
}

const ofOutage = {
  update: 'Uppdatera',
  restored: 'Systemet svarar igen',
  end: 'Avsluta',
  resume: 'Det slutade fungera igen',
  close: 'Stäng avbrottet',
} as const;

/** A drill's buttons stand beside those of what is real: none may be taken for them. */
const ofDrill: Readonly<Record<keyof typeof ofOutage, string>> = {
  update: 'Uppdatera övningen',
  restored: 'Övning: svarar igen',
  end: 'Avsluta övningen',
  resume: 'Övning: fungerar inte',
  close: 'Stäng övningen',
};
