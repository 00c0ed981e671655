import type { NoticeCause } from '../../src/domain/decision.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Recipient } from '../../src/domain/notice-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, actAt, angeKind, logAfter, opened, recorded } from './build-log.ts';
import type { LogEventOf } from './build-log.ts';
import { at, outage, unit } from './outage-samples.ts';

/** A ward of the region, and a unit of Ånge. */
export const ward = unit({ id: 'ward' });
export const hemsjukvarden = unit({ id: 'ange', name: 'Hemsjukvården', ...angeKind });

/** A code is taken, by the ward where nobody else is named. */
export const caseOf = (code = aCode, owner = 'ward'): HandoverEvent => opened({ code, unit: owner });

/** The ward rang Ånge at nine. */
export const given = (entry: string, call: object = {}): LogEventOf<'handoverRecorded'> =>
  recorded(entry, {
    items: ['admission', 'planningBasis'],
    outcome: 'given',
    calledAt: at('09:00'),
    ...call,
  });

/** Ånge's own entry: that the ward's call was received. */
export const received = (call: object = {}, over: object = {}): LogEventOf<'handoverRecorded'> =>
  recorded(
    'receipt',
    {
      direction: 'received',
      party: 'inpatient-ward',
      items: ['admission', 'planningBasis'],
      outcome: 'given',
      calledAt: at('09:10'),
      ...call,
    },
    { unit: 'ange', as: angeKind, act: actAt(at('09:10'), 'Eva'), ...over },
  );

/** The ward has rung, and Ånge has confirmed. */
export const story: readonly HandoverEvent[] = [caseOf(), given('e1'), received()];

/** Ånge takes it back. */
export const withdrawn: HandoverEvent = {
  kind: 'handoverWithdrawn',
  act: actAt(at('09:30'), 'Eva'),
  unit: 'ange',
  entry: 'receipt',
  reason: 'Fel patient',
};

/** Ånge tells it anew. */
export const corrected = (call: object): HandoverEvent => ({
  kind: 'handoverCorrected',
  act: actAt(at('09:30'), 'Eva'),
  unit: 'ange',
  entry: 'receipt',
  call: received(call).call,
  reason: 'Fel kryss',
});

/** An outage in whose log this is. */
export const outageAfter = (events: readonly HandoverEvent[], over: Partial<Outage> = {}): Outage =>
  outage({ log: logAfter(...events), ...over });

/** What causes a notice of the log: Ånge's receipt, to Anna's own chat. */
export const causeOf = (over: Partial<NoticeCause> = {}): NoticeCause => ({
  notice: 'receipt',
  manner: 'post',
  thread: 'log',
  recipients: ['person:anna'],
  about: { unit: 'ange', entry: 'receipt', code: aCode },
  ...over,
});

/** That nobody answered the ward. */
export const retryOf = (entry: string, recipient: Recipient): NoticeCause =>
  causeOf({
    notice: 'reminder',
    key: `retry:${entry}`,
    recipients: [recipient],
    about: { unit: 'ward', entry },
  });

/** That a unit owes something still. */
export const tailOf = (key: string, of = 'ward'): NoticeCause =>
  causeOf({ notice: 'reminder', key, recipients: [`unit:${of}`], about: { unit: of } });
