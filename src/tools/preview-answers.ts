import { answerQuestion } from '../app/answer-question.ts';
import { replyMessage } from '../app/reply-message.ts';
import { answerCard } from '../cards/answer-card.ts';
import type { CallLinks } from '../cards/call-link.ts';
import { didYouMeanAnswer } from '../cards/help.ts';
import type { Card } from '../cards/render-card.ts';
import type { Asker } from '../domain/asker.ts';
import { parsePhoneNumber } from '../domain/phone-number.ts';
import type { Knowledge } from '../routine/knowledge.ts';

type Asked = readonly [name: string, question: string, asker?: Asker, callLinks?: CallLinks];

const ward: Asker = { careSetting: 'inpatient-somatic', organisation: 'region', isInTeams: true };
const careManager: Asker = { careSetting: 'municipality', organisation: 'ange', isInTeams: true };
const healthCentre: Asker = { careSetting: 'primary-care', organisation: 'region' };

/** One question for each kind of answer, and for each way it can look. */
const asked: readonly Asked[] = [
  ['ring-ange', 'vem ringer jag i Ånge?', ward],
  ['ring-ange-tel', 'vem ringer jag i Ånge?', ward, 'tel'],
  ['ring-ange-teams', 'vem ringer jag i Ånge?', ward, 'teams'],
  ['ring-utan-roll', 'vem ringer jag?'],
  ['ring-slutenvard', 'vem ringer jag?', ward],
  ['ring-kommun', 'vem ringer jag?', careManager],
  ['ring-oppenvard', 'vem ringer jag?', healthCentre],
  ['ring-direktnummer', 'numret till avdelning 24?', careManager],
  ['ring-it', 'vad har it-supporten för nummer?', careManager],
  ['lamna-utan-roll', 'vad ska jag lämna över?'],
  ['lamna-slutenvard', 'vad ska jag lämna över till kommunen?', ward],
  ['lamna-kommun', 'vad ska jag lämna över?', careManager],
  ['utskrivning', 'får vi skriva ut patienten?', ward],
  ['sip', 'hur kallar vi till sip?', { careSetting: 'psychiatric-outpatient' }],
  ['dokumentera', 'hur dokumenterar jag?', ward],
  ['blankett', 'var finns blanketten?', ward],
  ['registrera-utan-roll', 'vad ska registreras efteråt?'],
  ['registrera-slutenvard', 'vad ska registreras efteråt?', ward],
  ['registrera-patient', 'ska den som blev inskriven och utskriven under avbrottet registreras?', ward],
  ['registrera-allt', 'Patient utskriven under avbrottet – hur registreras det efteråt?'],
  ['kvittera', 'hur kvitterar vi meddelanden?', healthCentre],
  ['om-rutinen', 'vilken version har rutinen?', ward],
  ['nere', 'är lifecare nere?', ward],
  ['anmal', 'lifecare sp fungerar inte', careManager],
  ['nere-utan-roll', 'är lifecare nere?', { isInTeams: true }],
  ['anmal-utan-roll', 'lifecare sp fungerar inte', { isInTeams: true }],
  ['order', 'starta ett avbrott', ward],
  ['hjalp', 'hjälp'],
  ['forstod-inte', 'xylofon på taket', ward],
  ['annat-system', 'Cosmic ligger nere', ward],
  ['konto', 'jag har glömt mitt lösenord'],
  ['medicinskt', 'vilken dos alvedon ska patienten ha', ward],
  ['schema', 'när kommer lönen'],
  ['fara-for-liv', 'patienten andas inte'],
  ['personnummer', 'kan ni registrera 121212-1212 åt mig?'],
];

/** The card of each, as Teams would get it; a customer's direct number is made up for the one that shows it. */
export function previewAnswers(knowledge: Knowledge): ReadonlyMap<string, Card> {
  const known = { ...knowledge, directory: directRows };
  const offered = didYouMeanAnswer(['discharge.allowed', 'reregistration.rules', 'handover.what'], known);
  return new Map([
    ['menade-du', answerCard(offered, known.routine, { callLinks: 'none' })],
    ...asked.map(([name, question, asker = {}, callLinks = 'none']): readonly [string, Card] => {
      const reply = answerQuestion(question, asker, known);
      return [
        name,
        replyMessage(reply, asker, {
          known,
          callLinks,
          publicUrl: 'https://avbrott.example.se',
          place: 'personal',
        }).card,
      ];
    }),
  ]);
}

const printed = '060-18 10 00';
const dialled = parsePhoneNumber(printed);

const directRows: Knowledge['directory'] = [
  {
    organisation: 'region',
    party: 'inpatient-ward',
    name: 'Medicinavdelning 24, Sundsvalls sjukhus',
    careSetting: 'inpatient-somatic',
    number: { printed, e164: dialled.kind === 'phone-number' ? dialled.e164 : '' },
    hours: 'dygnet runt',
    menu: undefined,
    source: 'telefonkatalogen',
    checkedOn: '2026-11-02',
  },
];
