import type { CardAction, CardRow } from '../../src/cards/answer.ts';
import type { Answer } from '../../src/cards/answer.ts';
import type { CaseContext } from '../../src/cards/case-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, actAt, logAfter, opened, recorded } from './build-log.ts';
import type { LogEventOf } from './build-log.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';
import { at, directory, outage, unit } from './outage-samples.ts';

/** The routine as it ships. */
export const { routine } = await builtInKnowledge();

/** A ward of the region. */
export const ward = { ...unit({ id: 'ward' }), careSetting: 'inpatient-somatic' } as const;
/** A unit of Ånge. */
export const ange = {
  ...unit({ id: 'ange', name: 'Ånge bistånd', organisation: 'ange' }),
  careSetting: 'municipality',
} as const;
/** A health centre. */
export const healthCentre = {
  ...unit({ id: 'hc', name: 'Hälsocentralen Ankaret' }),
  careSetting: 'primary-care',
} as const;

/** The three of them, and nobody else. */
export const threeUnits = directory({ units: [ward, ange, healthCentre] });

/** The ward took a code at nine, for a patient whom Ånge and the health centre are to receive. */
export const codeTaken = opened({
  act: actAt(at('09:00')),
  receivers: { parties: ['municipality', 'primary-care'], municipality: 'ange' },
});

/** The ward's call at a clock time, by Anna, who logged it at once. */
export const callAt = (
  clock: string,
  call: Parameters<typeof recorded>[1] = {},
  overrides: Parameters<typeof recorded>[2] = {},
): LogEventOf<'handoverRecorded'> => recorded(`call-${clock}`, { calledAt: at(clock), ...call }, overrides);

/** The case of the ward's code, after these events, as the ward sees it at 14.00. */
export function caseContext(
  events: readonly HandoverEvent[],
  over: Partial<CaseContext> & { readonly about?: Partial<Outage> } = {},
): CaseContext {
  const { about, ...rest } = over;
  return {
    outage: outage({ log: logAfter(...events), ...about }),
    unit: ward,
    code: aCode,
    now: at('14:00'),
    routine,
    directory: threeUnits,
    ...rest,
  };
}

/** That an outage is over since 14.10. */
export const ended = { state: 'ended', endedAt: at('14:10') } as const;

/** All rows of an answer. */
export function rowsOf({ sections }: Answer): readonly CardRow[] {
  return sections.flatMap(({ rows = [] }) => rows);
}

/** An answer's buttons, by title: what they carry. */
export function buttonsOf({ actions = [] }: Answer): Readonly<Record<string, CardAction>> {
  return Object.fromEntries(actions.map((action) => [action.title, action]));
}

/** The titles of an answer's buttons, in order. */
export function titlesOf({ actions = [] }: Answer): readonly string[] {
  return actions.map(({ title }) => title);
}
