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

/** How an unclear or contradictory place of the routine is read here, until the customer decides. */
const reading = z.strictObject({
  id: z.string().regex(/^A\d\d$/, { error: 'skrivs som A09' }),
  problem: sentence,
  reading: sentence,
  askCustomer: z.boolean(),
  lines: lines.or(z.tuple([z.int().positive()])).optional(),
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
      readyForDischarge: fact,
      planningBasis: fact,
      sendForm: fact,
    }),
    sendFormSteps: z.array(fact).min(1),
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
  admissionDeadline: beyondFact,
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
    phones: z.array(phone),
    readings: z.array(reading),
  })
  .superRefine(({ phones, readings }, context) => {
    const say = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const id of repeated(phones.map((one) => one.id))) say('phones', `”${id}” står två gånger`);
    for (const id of repeated(readings.map((one) => one.id))) say('readings', `${id} står två gånger`);
    for (const municipality of municipalities) {
      const own = phones.filter((one) => one.organisation === municipality && one.party === 'municipality');
      if (own.length !== 1) say('phones', `ska ha en växel för ${municipality}, har ${own.length}`);
    }
    for (const party of ['it-support', 'region-switchboard'] as const) {
      const own = phones.filter((one) => one.organisation === 'region' && one.party === party);
      if (own.length !== 1) say('phones', `ska ha ett nummer för regionens ${party}, har ${own.length}`);
    }
  });
export type Routine = z.infer<typeof routineSchema>;

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
