import type { CareGroup } from '../domain/care-group.ts';
import { handoverParties, municipalities } from '../domain/ids.ts';
import type { Party } from '../domain/ids.ts';
import { organisationNames } from '../text/names.ts';
import type { Answer, Line, Question, Section } from './answer.ts';
import { asList } from './as-list.ts';
import { itSupportSection } from './it-support.ts';
import { advised, forwards, own, readAs, said } from './line.ts';
import { administrationPhones, municipalityPhones, regionSwitchboard, unitPhones } from './phone-line.ts';

type MakeSection = (question: Question) => Section;

/** Vem ringer jag: whom, which number, what to ask for. Of the party asked about, else of all one's own. */
export function callWhoAnswer(question: Question): Answer {
  const { entities, topics } = question;
  // Outside the county the routine has nobody to ring, and no number of ours is theirs.
  const isElsewhere = topics.includes('A28') && entities.municipality === undefined;
  return {
    title: titleOf(question),
    sections: isElsewhere ? [] : sectionsFor(question).map((make) => make(question)),
    ...(isElsewhere ? {} : logActions(question)),
    choices: ['handover.what', 'discharge.allowed'],
  };
}

/** One press from the number to the form for the call: whom it was with is known where one was asked about. */
function logActions({ asker, entities, group }: Question): Pick<Answer, 'actions'> {
  const sides = sidesOf(entities);
  const isLogged = sides.slice(0, 1).every(({ party }) => handoverParties.some((one) => one === party));
  // Of Teams' users alone, who have a log; and not where it is the IT support or the switchboard that is rung.
  if (asker.isInTeams !== true || !isLogged) return {};
  const [side = {}, ...others] = sides;
  const title = group === undefined ? 'Logga överlämning' : 'Logga samtalet';
  const data = others.length === 0 ? side : {};
  return { actions: [{ title, verb: 'handover.record', data, opensForm: true }] };
}

/** Who was asked about, as the form for a call has them. */
function sidesOf(entities: Question['entities']): readonly { readonly [field: string]: string }[] {
  const { municipality, party } = entities;
  return isOfMunicipality(entities)
    ? asList(municipality).map((one) => ({ party: 'municipality', municipality: one }))
    : asList(party).map((one) => ({ party: one }));
}

/** A municipality beside another party ("hälsocentralen i Timrå") is only where that is. */
function isOfMunicipality({ municipality, party }: Question['entities']): boolean {
  return municipality !== undefined && asList(party).every((one) => one === 'municipality');
}

function titleOf({ entities }: Question): string {
  if (!isOfMunicipality(entities)) return 'Ring så här';
  const named = asList(entities.municipality);
  return `Ring ${named.map((one) => organisationNames[one]).join(' och ')}`;
}

function sectionsFor({ group, entities }: Question): readonly MakeSection[] {
  const parties = asList(entities.party);
  if (isOfMunicipality(entities)) {
    return group === 'inpatient' ? [municipalitySection, ringTooSection] : [municipalitySection];
  }
  if (parties.length > 0) return parties.map((party) => sectionOfParty[party]);
  return group === undefined ? [municipalitySection, unitsSection, itSupportSection] : sectionsOfGroup[group];
}

const municipalitySection: MakeSection = ({ entities, knowledge }) => {
  const named = asList(entities.municipality);
  const phones = (named.length > 0 ? named : municipalities).flatMap((one) =>
    municipalityPhones(knowledge, one),
  );
  const { reachMunicipality } = knowledge.routine.general;
  return {
    heading: 'Kommunen',
    // In a list of many the sentence below says once what to ask for.
    phones: named.length > 0 ? phones : phones.map(({ askFor: _, ...phone }) => phone),
    lines: [
      ...(named.length > 0 ? [] : [said(reachMunicipality)]),
      forwards(knowledge.routine.general),
      ...whenClosed,
    ],
  };
};

const whenClosed: readonly Line[] = [
  own('Svarar växeln inte, till exempel kväll, natt och helg: rutinen ger ingen annan väg in.'),
  advised('Notera försöket, ring igen när växeln öppnar och fråga ledningsansvarig hos er.'),
];

/** A ward contacts them all (L157–165), whoever it asked about. */
const ringTooSection: MakeSection = ({ knowledge }) => ({
  heading: 'Ring också',
  lines: knowledge.routine.groups.inpatient.contacts.slice(1).map(said),
});

const wardSection: MakeSection = (question) => {
  const { phones, remarks } = unitPhones('inpatient-ward', question);
  return {
    heading: 'Avdelningen (slutenvården)',
    phones: [...phones, ...regionSwitchboard(question.knowledge)],
    lines: [...remarks, ...directNumberLines(question)],
  };
};

function outpatientSection(heading: string, parties: readonly Party[]): MakeSection {
  return (question) => {
    const found = parties.map((party) => unitPhones(party, question));
    return {
      heading,
      phones: [...found.flatMap(({ phones }) => phones), ...regionSwitchboard(question.knowledge)],
      lines: [
        ...found.flatMap(({ remarks }) => remarks),
        said(question.knowledge.routine.general.reachOutpatient),
        readAs(question.knowledge.routine, 'A21'),
        ...intranetLine(question),
      ],
    };
  };
}

const unitsSection: MakeSection = (question) => {
  const { routine } = question.knowledge;
  const found = unitParties.map((party) => unitPhones(party, question));
  return {
    heading: 'Avdelning, hälsocentral eller mottagning i regionen',
    phones: [...found.flatMap(({ phones }) => phones), ...regionSwitchboard(question.knowledge)],
    lines: [
      ...found.flatMap(({ remarks }) => remarks).slice(0, 1),
      ...directNumberLines(question),
      said(routine.general.reachOutpatient),
      readAs(routine, 'A21'),
      ...(question.group === 'municipality' ? [readAs(routine, 'A18')] : []),
    ],
  };
};

/** The parties of the region that have a number of their own. */
const unitParties: readonly Party[] = ['inpatient-ward', 'primary-care', 'psychiatric-outpatient'];

/** Direct number or switchboard: to the municipality the routine says so in as many words (L335). */
function directNumberLines(question: Question): readonly Line[] {
  const { groups } = question.knowledge.routine;
  if (question.group === 'municipality') return groups.municipality.contacts.map(said);
  return [advised('Ring direktnumret. Har du det inte: ring växeln.'), ...intranetLine(question)];
}

/** The directory on the intranet is for the region's staff alone (L115). */
function intranetLine({ group, knowledge }: Question): readonly Line[] {
  return group === 'municipality' ? [] : [said(knowledge.routine.general.intranetDirectory)];
}

const administrationSection: MakeSection = ({ knowledge }) => {
  const known = administrationPhones(knowledge);
  return {
    heading: 'Systemförvaltningen för Lifecare SP',
    phones: known.length > 0 ? known : regionSwitchboard(knowledge),
    lines: [
      ...(known.length > 0
        ? []
        : [
            own(
              'Rutinen har inget telefonnummer till systemförvaltningen. Fråga i växeln efter systemförvaltaren för Lifecare SP.',
            ),
          ]),
      own('Fel och avbrott anmäler du till din egen IT-support.'),
      readAs(knowledge.routine, 'A24'),
    ],
  };
};

const sectionOfParty: Readonly<Record<Party, MakeSection>> = {
  municipality: municipalitySection,
  'inpatient-ward': wardSection,
  'primary-care': outpatientSection('Hälsocentralen (primärvården)', ['primary-care']),
  'psychiatric-outpatient': outpatientSection('Psykiatrisk öppenvård', ['psychiatric-outpatient']),
  'region-switchboard': unitsSection,
  'it-support': itSupportSection,
  'system-administration': administrationSection,
};

/** Whom each group calls (L157–165, L319–337, L444–448), and the own IT support (L52). */
const sectionsOfGroup: Readonly<Record<CareGroup, readonly MakeSection[]>> = {
  inpatient: [
    municipalitySection,
    outpatientSection('Hälsocentralen, och psykiatrisk öppenvård vid behov', [
      'primary-care',
      'psychiatric-outpatient',
    ]),
    itSupportSection,
  ],
  municipality: [unitsSection, itSupportSection],
  outpatient: [wardSection, municipalitySection, itSupportSection],
};
