import type { CareGroup } from '../domain/care-group.ts';
import { municipalities } from '../domain/ids.ts';
import type { Party } from '../domain/ids.ts';
import { organisationNames } from '../text/names.ts';
import type { Answer, Question, Section } from './answer.ts';
import { asList } from './as-list.ts';
import { itSupportSection } from './it-support.ts';
import { own, readAs, said } from './line.ts';
import { careUnitPhones, municipalityPhones, regionSwitchboard } from './phone-line.ts';

type MakeSection = (question: Question) => Section;

/** Vem ringer jag: whom, which number, what to ask for. Of the party asked about, else of all one's own. */
export function callWhoAnswer(question: Question): Answer {
  const { entities, topics } = question;
  const isElsewhere = topics.includes('A28') && entities.municipality === undefined;
  return {
    title: titleOf(question),
    sections: isElsewhere
      ? [switchboardSection(question)]
      : sectionsFor(question).map((make) => make(question)),
    choices: ['handover.what', 'discharge.allowed'],
  };
}

function titleOf({ entities }: Question): string {
  const named = asList(entities.municipality);
  const isAboutMunicipality = asList(entities.party).every((party) => party === 'municipality');
  if (named.length === 0 || !isAboutMunicipality) return 'Ring så här';
  return `Ring ${named.map((one) => organisationNames[one]).join(' och ')}`;
}

function sectionsFor({ group, entities }: Question): readonly MakeSection[] {
  const parties = asList(entities.party);
  if (parties.length > 0) return parties.map((party) => sectionOfParty[party]);
  if (entities.municipality !== undefined) return [municipalitySection];
  return group === undefined
    ? [municipalitySection, switchboardSection, itSupportSection]
    : sectionsOfGroup[group];
}

const municipalitySection: MakeSection = ({ entities, knowledge }) => {
  const named = asList(entities.municipality);
  const phones = (named.length > 0 ? named : municipalities).flatMap((one) =>
    municipalityPhones(knowledge, one),
  );
  const { reachMunicipality, careManagerForwards } = knowledge.routine.general;
  return {
    heading: 'Kommunen',
    // In a list of many the sentence below says once what to ask for.
    phones: named.length > 0 ? phones : phones.map(({ askFor: _, ...phone }) => phone),
    lines: [
      said(reachMunicipality),
      said(careManagerForwards),
      own('Svarar växeln inte, till exempel kväll och helg? Rutinen säger inget om andra vägar.'),
    ],
  };
};

const wardSection: MakeSection = ({ text, knowledge }) => ({
  heading: 'Avdelningen (slutenvården)',
  phones: [...careUnitPhones(knowledge, 'inpatient-ward', text), ...regionSwitchboard(knowledge)],
  lines: [
    own('Ring avdelningens direktnummer. Har du det inte: ring växeln och fråga efter avdelningen.'),
    said(knowledge.routine.general.intranetDirectory),
  ],
});

function outpatientSection(heading: string, parties: readonly Party[]): MakeSection {
  return ({ text, knowledge }) => ({
    heading,
    phones: [
      ...parties.flatMap((party) => careUnitPhones(knowledge, party, text)),
      ...regionSwitchboard(knowledge),
    ],
    lines: [
      said(knowledge.routine.general.reachOutpatient),
      readAs(knowledge.routine, 'A21'),
      said(knowledge.routine.general.intranetDirectory),
    ],
  });
}

/** The parties of the region that have a number of their own. */
const unitParties: readonly Party[] = ['inpatient-ward', 'primary-care', 'psychiatric-outpatient'];

const switchboardSection: MakeSection = ({ group, text, knowledge }) => ({
  heading: 'Avdelning, hälsocentral eller mottagning i regionen',
  phones: [
    ...unitParties.flatMap((party) => careUnitPhones(knowledge, party, text)),
    ...regionSwitchboard(knowledge),
  ],
  lines: [
    own(
      'Ring direktnumret. Har du det inte: ring växeln och fråga efter avdelningen eller patientens fasta vårdkontakt.',
    ),
    readAs(knowledge.routine, 'A21'),
    group === 'municipality'
      ? readAs(knowledge.routine, 'A18')
      : said(knowledge.routine.general.intranetDirectory),
  ],
});

/** The routine gives the administration a postal address and no number. */
const administrationSection: MakeSection = ({ knowledge }) => ({
  heading: 'Systemförvaltningen för Lifecare SP',
  phones: regionSwitchboard(knowledge),
  lines: [
    own(
      'Rutinen har inget telefonnummer till systemförvaltningen. Fråga i växeln efter systemförvaltaren för Lifecare SP. Fel och avbrott anmäler du till din egen IT-support.',
    ),
    readAs(knowledge.routine, 'A24'),
  ],
});

const sectionOfParty: Readonly<Record<Party, MakeSection>> = {
  municipality: municipalitySection,
  'inpatient-ward': wardSection,
  'primary-care': outpatientSection('Hälsocentralen (primärvården)', ['primary-care']),
  'psychiatric-outpatient': outpatientSection('Psykiatrisk öppenvård', ['psychiatric-outpatient']),
  'region-switchboard': switchboardSection,
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
  municipality: [switchboardSection, itSupportSection],
  outpatient: [wardSection, municipalitySection, itSupportSection],
};
