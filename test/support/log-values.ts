import * as fc from 'fast-check';
import type { Call, StayFacts } from '../../src/domain/handover-event.ts';
import type { Counterparty } from '../../src/domain/handover-log.ts';
import { handoverItems } from '../../src/domain/ids.ts';
import type { HandoverItem } from '../../src/domain/ids.ts';
import { minute, noon } from './build-outage.ts';
import {
  ange,
  angeAndCentre,
  centre,
  clinic,
  otherWard,
  past,
  timra,
  toAnge,
  toCentre,
  toClinic,
  toTimra,
  toWard,
  ward,
} from './log-commands.ts';

/** Some of a second, so that several things happen in a minute; sometimes long. */
export const waits = fc.constantFrom(0, 0, 20_000, minute, minute, 2 * minute, 7 * minute);
/** Mostly nothing. */
export const notEveryTime = <Value>(value: fc.Arbitrary<Value>, weight = 4) =>
  fc.option(value, { nil: undefined, freq: weight });

/** Actual dates of discharge: two during the outage, one before. */
const dates = fc.constantFrom(past(90), past(120), noon - 90 * minute);
/** What may be told of a stay. */
export const someFacts: fc.Arbitrary<StayFacts> = fc
  .record({
    admittedAt: notEveryTime(fc.constantFrom(past(0), noon - 30 * minute, noon - 90 * minute), 3),
    admissionNoticeSent: notEveryTime(fc.boolean(), 3),
    dischargedAt: notEveryTime(dates, 3),
    wentHome: notEveryTime(fc.boolean(), 3),
    sipOn: notEveryTime(fc.constant('2026-11-27'), 8),
    formUsed: notEveryTime(fc.boolean(), 8),
  })
  .map(({ admissionNoticeSent, admittedAt, dischargedAt, formUsed, sipOn, wentHome }) => ({
    ...(admittedAt !== undefined && { admittedAt }),
    ...(admissionNoticeSent !== undefined && { admissionNoticeSent }),
    ...(dischargedAt !== undefined && { dischargedAt }),
    ...(wentHome !== undefined && { wentHome }),
    ...(sipOn !== undefined && { sipOn }),
    ...(formUsed !== undefined && { formUsed }),
  }));
/** The same, mostly nothing. */
export const factsAtTimes = fc.oneof(
  { weight: 4, arbitrary: fc.constant<StayFacts>({}) },
  { weight: 1, arbitrary: someFacts },
);

/** Mostly of the discharge: what the gate turns on. */
export const someItems = fc.uniqueArray(
  fc.constantFrom<HandoverItem>(
    'dischargeNotice',
    'dischargeNotice',
    'dischargeNotice',
    'canReceive',
    'canReceive',
    'expectedDischargeChanged',
    'actualDischarge',
    ...handoverItems,
  ),
  { minLength: 1, maxLength: 3 },
);
/** Mostly Ånge and the health centre. */
export const someSide = fc.constantFrom<Counterparty>(
  toAnge,
  toAnge,
  toCentre,
  toCentre,
  toTimra,
  toClinic,
  toWard,
);
/** Mostly the ward. */
export const someUnit = fc.constantFrom(ward, ward, ward, ward, otherWard, ange, timra, centre, clinic);
/** Mostly repeated. */
export const someOutcome = fc.constantFrom<Call['outcome']>('read-back', 'read-back', 'given', 'no-answer');
/** Mostly Ånge and the health centre. */
export const someReceivers = fc.constantFrom(
  angeAndCentre,
  angeAndCentre,
  { ...angeAndCentre, municipality: 'timra' as const },
  { parties: ['primary-care' as const] },
  { ...angeAndCentre, parties: [...angeAndCentre.parties, 'psychiatric-outpatient' as const] },
);
