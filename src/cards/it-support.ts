import { askersGroup } from '../domain/asker.ts';
import { municipalities } from '../domain/ids.ts';
import type { Municipality, Organisation } from '../domain/ids.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { organisationNames } from '../text/names.ts';
import type { PhoneLine, Question, Section } from './answer.ts';
import { asList } from './as-list.ts';
import { own, said } from './line.ts';
import { itSupportPhones, municipalityPhones } from './phone-line.ts';

/** Who asks, whose support the text names, and the numbers. */
export type ItSupportQuestion = Pick<Question, 'asker' | 'entities' | 'knowledge'>;

/**
 * The own IT support, which is rung at once (L52–62). The region's number stands in the routine; the
 * municipalities' do not, so where the customer has not added one, their switchboard is shown instead.
 */
export function itSupportSection(question: ItSupportQuestion): Section {
  const { routine } = question.knowledge;
  const asked = organisationsAsked(question);
  const isRegion = asked.includes('region');
  const missing = asked.filter((one) => itSupportPhones(question.knowledge, one).length === 0);
  return {
    heading: 'Din egen IT-support – ring genast vid avbrott',
    phones: asked.flatMap((one) => phonesOf(one, question)).map((phone) => forWhom(phone, asked)),
    lines: [
      ...(asked.length === 1 && isRegion ? [] : [said(routine.general.municipalItSupport)]),
      ...missingLine(missing),
    ],
  };
}

/** Where it is not known whose IT support is meant, the number says for whom it is. */
function forWhom(phone: PhoneLine, asked: readonly Organisation[]): PhoneLine {
  return asked.length === 1 ? phone : { ...phone, name: `För anställda i ${phone.place}: ${phone.name}` };
}

function organisationsAsked({ asker, entities }: ItSupportQuestion): readonly Organisation[] {
  const named = asList(entities.municipality);
  if (entities.party === 'it-support' && named.length > 0) return named;
  if (asker.organisation !== undefined) return [asker.organisation];
  const group = askersGroup(asker);
  if (group === 'municipality') return municipalities;
  return group === undefined ? ['region', ...municipalities] : ['region'];
}

/** A single municipality whose IT support is not known still gets a number to ring. */
function phonesOf(organisation: Organisation, question: ItSupportQuestion): readonly PhoneLine[] {
  const isOnlyOne = organisationsAsked(question).length === 1;
  if (organisation === 'region' || !isOnlyOne) return itSupportPhones(question.knowledge, organisation);
  return wayToItSupport(question.knowledge, organisation);
}

/** A municipality's IT support; where its number is not known, the switchboard, and that it is asked for there. */
export function wayToItSupport(knowledge: Knowledge, municipality: Municipality): readonly PhoneLine[] {
  const known = itSupportPhones(knowledge, municipality);
  if (known.length > 0) return known;
  return municipalityPhones(knowledge, municipality).map(({ askFor: _, ...phone }) => ({
    ...phone,
    askFor: 'kommunens IT-support',
  }));
}

function missingLine(missing: readonly Organisation[]) {
  if (missing.length === 0) return [];
  const whose =
    missing.length === municipalities.length ? ['kommunerna'] : missing.map((one) => organisationNames[one]);
  return [
    own(`Numret till IT-supporten i ${whose.join(', ')} finns inte i rutinen. Fråga i kommunens växel.`),
  ];
}
