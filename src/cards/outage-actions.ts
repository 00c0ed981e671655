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

/** What a coordinator may do to an outage, and the way to all that is known of it. */
export function boardActions(outage: Outage): readonly CardAction[] {
  const { id, state } = outage;
  const show: CardAction = { title: 'Visa läget', verb: 'outage.show', data: { outage: id } };
  return state === 'closed' ? [] : [...coordinatorActions(outage), show];
}

/** What a coordinator may do to an outage as it stands: at most three, the likeliest first. */
export function coordinatorActions(outage: Outage): readonly CardAction[] {
  const update = formAction('Uppdatera', 'outage.update', outage);
  const end = formAction('Avsluta', 'outage.end', outage);
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
      return [update, formAction('Systemet svarar igen', 'outage.restored', outage), end];
    case 'restored':
      return [end, formAction('Det slutade fungera igen', 'outage.resume', outage), update];
    case 'ended':
      return [formAction('Stäng avbrottet', 'outage.close', outage)];
    case 'closed':
      return [];
    default:
      return unreachable(outage.state);
  }
}
