import { z } from 'zod';
import { handoverItems, municipalities, organisations, parties } from '../domain/ids.ts';
import { parsePhoneNumber } from '../domain/phone-number.ts';

const sentence = z.string().trim().min(1);
const lines = z
  .tuple([z.int().positive(), z.int().positive()])
  .refine(([first, last]) => first <= last, { error: 'den första raden ligger efter den sista' });

/** A statement of the routine: its own words, the heading it stands under and its first and last line. */
const fact = z.strictObject({ text: sentence, heading: sentence, lines });
export type Fact = z.infer<typeof fact>;

/** A statement that the routine does not make but staff need, with the law or handbook it rests on. */
const beyondFact = z.strictObject({ text: sentence, basis: sentence });
export type BeyondFact = z.infer<typeof beyondFact>;

const receivers = z.enum(['municipality', 'inpatient-ward', 'primary-care', 'psychiatric-outpatient']);

/** Something one group says to others on the phone: which items it carries, and to whom. */
const handover = fact.extend({ items: z.array(z.enum(handoverItems)), to: z.array(receivers).min(1) });

/** A step on the way to the post. */
const postalStep = fact
  .extend({
    /** Who is named in it: said to staff (A24), and not on pages that are open to everybody. */
    person: sentence.optional(),
  })
  .refine(({ person, text }) => person === undefined || text.includes(person), {
    path: ['person'],
    error: 'nämns inte i ”text”',
  });
export type PostalStep = z.infer<typeof postalStep>;

/** A number of the routine: as printed there, and as a telephone dials it. */
const phone = z
  .strictObject({
    id: sentence,
    party: z.enum(parties),
    organisation: z.enum(organisations),
    name: sentence,
    place: sentence,
    printed: sentence,
    e164: z.e164(),
    askFor: sentence.optional(),
    hours: sentence.optional(),
    menu: sentence.optional(),
    email: z.email().optional(),
    /** The day somebody last rang or looked the number up, and who answers for it; absent = never. */
    checkedOn: z.iso.date().optional(),
    owner: sentence.optional(),
    /** A published source besides the routine that prints the same number. */
    confirmedBy: sentence.optional(),
    heading: sentence,
    lines,
  })
  .refine(({ printed, e164 }) => dials(printed) === e164, {
    path: ['e164'],
    error: 'är inte samma nummer som ”printed”',
  });
export type RoutinePhone = z.infer<typeof phone>;

function dials(printed: string): string | undefined {
  const parsed = parsePhoneNumber(printed);
  return parsed.kind === 'phone-number' ? parsed.e164 : undefined;
}

/** The ambiguities of the routine that are known; the answers rest on the reading of each (A07 was none). */
// prettier-ignore
const readingIds = [
  'A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17',
  'A18', 'A19', 'A20', 'A21', 'A22', 'A23', 'A24', 'A25', 'A26', 'A27', 'A28', 'A29', 'A30', 'A31', 'A32',
] as const;
export type ReadingId = (typeof readingIds)[number];

/**
 * How a place of the routine is read that is unclear or silent, until the customer decides; then `decided`,
 * and the reading is said as the routine's own.
 */
const reading = z.strictObject({
  id: z.enum(readingIds),
  kind: z.enum(['unclear', 'silent', 'decided']),
  problem: sentence,
  reading: sentence,
  askCustomer: z.boolean(),
  lines: lines.or(z.tuple([z.int().positive()])).optional(),
});

const readings = z.array(reading).superRefine((all, context) => {
  const ids = all.map(({ id }) => id);
  const say = (message: string): void => context.addIssue({ code: 'custom', message });
  for (const id of readingIds.filter((one) => !ids.includes(one))) say(`${id} saknas`);
  for (const id of repeated(ids)) say(`${id} står två gånger`);
});

const phones = z.array(phone).superRefine((all, context) => {
  const say = (message: string): void => context.addIssue({ code: 'custom', message });
  for (const id of repeated(all.map((one) => one.id))) say(`”${id}” står två gånger`);
  const count = (organisation: string, party: string): number =>
    all.filter((one) => one.organisation === organisation && one.party === party).length;
  for (const municipality of municipalities) {
    const own = count(municipality, 'municipality');
    if (own !== 1) say(`ska ha en växel för ${municipality}, har ${own}`);
  }
  for (const party of ['it-support', 'region-switchboard'] as const) {
    const own = count('region', party);
    if (own !== 1) say(`ska ha ett nummer för regionens ${party}, har ${own}`);
  }
});

const after = z.strictObject({ admitted: fact, discharged: fact, admittedAndDischarged: fact });

const groupShape = {
  name: sentence,
  appliesTo: fact,
  during: z.array(fact).min(1),
  contacts: z.array(fact).min(1),
  handsOver: z.array(handover).min(1),
  documentation: fact,
  form: z.array(fact).min(1),
  formKept: fact,
  after,
};

const everyonesTasks = { patientInformation: fact, acknowledgeMessages: fact };

const groups = z.strictObject({
  inpatient: z.strictObject({
    ...groupShape,
    tasks: z.strictObject({
      ...everyonesTasks,
      admissionNotice: fact,
      dischargeNotice: fact,
      mustNot: fact,
      readyForDischarge: fact,
      planningBasis: fact,
      sendForm: fact,
    }),
    sendFormSteps: z.array(postalStep).min(1),
  }),
  municipality: z.strictObject({
    ...groupShape,
    tasks: z.strictObject({ ...everyonesTasks, checkMessages: fact }),
  }),
  outpatient: z.strictObject({
    ...groupShape,
    tasks: z.strictObject({ ...everyonesTasks, checkMessages: fact, namedContact: fact, sipSummons: fact }),
  }),
});

const general = z.strictObject({
  scope: fact,
  background: fact,
  purpose: fact,
  responsibility: fact,
  contactItSupport: fact,
  regionItSupport: fact,
  municipalItSupport: fact,
  applicability: fact,
  phoneOnly: fact,
  ownRecords: fact,
  shortOutage: fact,
  longOutage: fact,
  allInformed: fact,
  dischargeGate: fact,
  handoverByPhone: fact,
  intranetDirectory: fact,
  reachMunicipality: fact,
  careManagerForwards: fact,
  reachOutpatient: fact,
  sharedResponsibility: fact,
  documentAfterwards: fact,
  formMayBeUsed: fact,
  supportMaterial: fact,
  regionSwitchboard: fact,
  intranetContacts: fact,
  intranetPath: fact,
  externalSwitchboard: fact,
  oneWayIn: fact,
});

const beyond = z.strictObject({
  readyForDischarge: beyondFact,
  readyForDischargeWithdrawn: beyondFact,
  expectedDischargeChanged: beyondFact,
  admissionContents: beyondFact,
  dischargeDeadline: beyondFact,
  writtenInformation: beyondFact,
  appointNamedContact: beyondFact,
  sipConsent: beyondFact,
  sipDeadline: beyondFact,
  readBack: beyondFact,
});

const documentFacts = z.strictObject({
  title: sentence,
  system: sentence,
  kind: sentence,
  version: sentence,
  date: z.iso.date(),
  /** Who decided it, as the document's "Fastställd av" says; today "EJ BESLUTAD". */
  status: sentence,
  /** What the document's links dial and nobody owns (A19): never shown, from whatever source. */
  linkNumbers: z.array(z.e164()),
  lines,
});

/**
 * Everything the routine says, as data: what the bot answers is taken from here and nowhere else. A later
 * version of the routine, or another system's, is another file of this shape (`ROUTINE_FILE`).
 */
export const routineSchema = z
  .strictObject({
    document: documentFacts,
    general,
    groups,
    sip: z.strictObject({ during: z.array(fact).min(1), after: fact }),
    beyond,
    phones,
    readings,
  })
  .refine((routine) => !routine.phones.some(({ e164 }) => routine.document.linkNumbers.includes(e164)), {
    path: ['phones'],
    error: 'har ett nummer som bara finns i dokumentets länkar',
  });
export type Routine = z.infer<typeof routineSchema>;

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
