import type { CareGroup } from './care-group.ts';
import type { Level } from './ids.ts';
import type { TaskLevels } from './reregistration.ts';

/** What the log knows of a case beyond the five facts; absent means not known. */
export type CaseKnowledge = {
  /** Fast vårdkontakt was given by phone during the outage. */
  readonly namedContactGiven?: boolean;
  /** Who mails the patient information: the inpatient unit the patient went home from. */
  readonly mailedBy?: 'this-unit' | 'another-unit';
  /** Who rang the parties for the SIP. */
  readonly sipRungBy?: 'this-unit' | 'another-unit';
};

type Adjustment = (group: CareGroup, levels: TaskLevels, knowledge: CaseKnowledge) => TaskLevels;

/**
 * A09: the routine asks all three groups to mail the patient information; one letter is enough, and it is
 * the inpatient unit's. The table says so between the groups; this says so between two inpatient units.
 */
const oneMailing: Adjustment = (_group, levels, { mailedBy }) =>
  levels.mailPatientInformation === 'must' && mailedBy === 'another-unit'
    ? { ...levels, mailPatientInformation: 'await' }
    : levels;

/**
 * A12: "Bekräfta fast vårdkontakt" (L537) holds where it was given by phone. Where the table asks, the log
 * answers; a patient who came and went has no case to confirm it in.
 */
const namedContactWhereGiven: Adjustment = (group, levels, { namedContactGiven }) => {
  const level = levels.namedContact;
  if (group !== 'outpatient' || namedContactGiven === undefined) return levels;
  if (level !== 'ask' && level !== 'notApplicable') return levels;
  const answered: Level = namedContactGiven ? 'must' : 'notApplicable';
  return { ...levels, namedContact: answered };
};

/** A22: one formal summons (L543–550), sent by the outpatient unit that rang for it. */
const oneSipSummons: Adjustment = (_group, levels, { sipRungBy }) =>
  levels.sipSummons === 'must' && sipRungBy === 'another-unit' ? { ...levels, sipSummons: 'await' } : levels;

/** The routine's levels for a case, corrected by what the log knows: the named adjustments, in turn. */
export function adjustLevels(group: CareGroup, levels: TaskLevels, knowledge: CaseKnowledge): TaskLevels {
  return [oneMailing, namedContactWhereGiven, oneSipSummons].reduce(
    (adjusted, adjust) => adjust(group, adjusted, knowledge),
    levels,
  );
}
