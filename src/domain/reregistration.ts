import type { CareGroup } from './care-group.ts';
import { reregistrationTasks } from './ids.ts';
import type { Level, ReregistrationTask } from './ids.ts';

/**
 * The five facts about a patient that decide what is registered afterwards. "Under avbrottet" runs from
 * the start the coordinator set until all clear (A25).
 */
export type CaseFacts = {
  /** Inskriven under avbrottet. Also where the message was not sent before the outage (A02). */
  readonly admitted: boolean;
  /** Utskriven under avbrottet. */
  readonly discharged: boolean;
  /** Har gått hem. Not the same as discharged (A05). */
  readonly wentHome: boolean;
  /** Blev utskrivningsklar under avbrottet. Not the same as discharged. */
  readonly readyForDischarge: boolean;
  /** SIP-datum överenskommet per telefon. */
  readonly sipDateAgreed: boolean;
};

/** The facts in the order of the decision table's columns. */
export const caseFactNames = [
  'admitted',
  'discharged',
  'wentHome',
  'readyForDischarge',
  'sipDateAgreed',
] as const satisfies readonly (keyof CaseFacts)[];

export type TaskLevels = Readonly<Record<ReregistrationTask, Level>>;

type Rule = (group: CareGroup, facts: CaseFacts) => Level;

/** Patienter både in- och utskrivna under avbrottet: behöver inte registreras (L236–240, L404, L525). */
const cameAndWent = (facts: CaseFacts): boolean => facts.admitted && facts.discharged;

/** Only inpatient care registers; the others wait for its message and acknowledge it (A11). */
const inpatientRegisters = (group: CareGroup): Level => (group === 'inpatient' ? 'must' : 'await');

const rules: Readonly<Record<ReregistrationTask, Rule>> = {
  // L224–230, L244
  admissionNotice(group, facts) {
    if (cameAndWent(facts)) return 'needNot';
    return facts.admitted ? inpatientRegisters(group) : 'notApplicable';
  },
  // L232–234, L250
  dischargeNotice(group, facts) {
    if (cameAndWent(facts)) return 'needNot';
    return facts.discharged ? inpatientRegisters(group) : 'notApplicable';
  },
  // L246, L416, L539: "fyll i om det är möjligt"
  patientInformation(_group, facts) {
    if (cameAndWent(facts)) return 'needNot';
    return facts.admitted || facts.discharged ? 'ifPossible' : 'notApplicable';
  },
  // L246: "om patienten gått hem ska den skickas hem"; one mailing (A09), asked where nothing is registered (A10)
  mailPatientInformation(group, facts) {
    if (!facts.wentHome) return 'notApplicable';
    if (cameAndWent(facts)) return 'ask';
    return facts.admitted || facts.discharged ? inpatientRegisters(group) : 'notApplicable';
  },
  // L252–254: never, whatever else holds (A03, A04)
  readyForDischarge(group, facts) {
    return group === 'inpatient' && facts.readyForDischarge ? 'mustNot' : 'notApplicable';
  },
  // L258: not once the patient is ready for discharge or gone home; else the ordinary process goes on
  planningBasis(group, facts) {
    if (group !== 'inpatient') return 'notApplicable';
    return facts.discharged || facts.readyForDischarge || facts.wentHome ? 'mustNot' : 'continue';
  },
  // L537, for whom is unsaid (A12)
  namedContact(group, facts) {
    if (group !== 'outpatient') return 'notApplicable';
    if (cameAndWent(facts)) return 'needNot';
    if (facts.admitted) return 'must';
    return facts.discharged ? 'ask' : 'notApplicable';
  },
  // L543–550, also for a patient who came and went (A13)
  sipSummons(group, facts) {
    if (!facts.sipDateAgreed) return 'notApplicable';
    return group === 'outpatient' ? 'must' : 'await';
  },
  // L266, L414, L535: every unit, once
  acknowledgeMessages: () => 'must',
  // L293: inpatient care sends it in; the others scan and throw away
  sendForm: (group) => (group === 'inpatient' ? 'mustIfFormUsed' : 'notApplicable'),
};

/**
 * What a unit of this group owes Lifecare SP for one patient, by the routine alone: the 96 rows of the
 * decision table. What the log knows besides is added by `adjustLevels`.
 */
export function reregistrationLevels(group: CareGroup, facts: CaseFacts): TaskLevels {
  const levels = reregistrationTasks.map((task) => [task, rules[task](group, facts)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets its keys: all the tasks
  return Object.fromEntries(levels) as TaskLevels;
}

/** The ambiguities of the routine that bear on a case (domain C.8). */
export type CaseReading = 'A03' | 'A04' | 'A05' | 'A06' | 'A09' | 'A10' | 'A12' | 'A13';

const readingsByFact: readonly (readonly [
  id: CaseReading,
  bears: (group: CareGroup, facts: CaseFacts) => boolean,
])[] = [
  ['A03', (group, facts) => group === 'inpatient' && facts.readyForDischarge],
  ['A04', (group, facts) => group === 'inpatient' && facts.readyForDischarge && !facts.discharged],
  ['A05', (_group, facts) => facts.wentHome && !facts.discharged],
  ['A06', (_group, facts) => facts.discharged && !facts.readyForDischarge && !facts.wentHome],
  ['A09', (_group, facts) => facts.wentHome && facts.admitted !== facts.discharged],
  ['A10', (_group, facts) => facts.wentHome && cameAndWent(facts)],
  ['A12', (group, facts) => group === 'outpatient' && facts.discharged && !facts.admitted],
  ['A13', (_group, facts) => facts.sipDateAgreed && cameAndWent(facts)],
];

/** The ambiguities whose reading the levels of this case rest on: the flags of the decision table. */
export function readingsBehind(group: CareGroup, facts: CaseFacts): readonly CaseReading[] {
  return readingsByFact.filter(([, bears]) => bears(group, facts)).map(([id]) => id);
}
