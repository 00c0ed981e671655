import type { Answer, Question } from '../cards/answer.ts';
import { callWhoAnswer } from '../cards/call-who.ts';
import { dischargeAllowedAnswer } from '../cards/discharge-allowed.ts';
import { documentationHowAnswer } from '../cards/documentation-how.ts';
import { emergencyAnswer } from '../cards/emergency.ts';
import { formWhereAnswer } from '../cards/form-where.ts';
import { handoverWhatAnswer } from '../cards/handover-what.ts';
import { didYouMeanAnswer, helpAnswer, notUnderstoodAnswer } from '../cards/help.ts';
import { identityRefusedAnswer } from '../cards/identity-refused.ts';
import { messagesAcknowledgeAnswer } from '../cards/messages-acknowledge.ts';
import { needsTeamsAnswer } from '../cards/needs-teams.ts';
import { notOursAnswer } from '../cards/not-ours.ts';
import { orderAnswer } from '../cards/order-answer.ts';
import { outageReportAnswer } from '../cards/outage-report.ts';
import { outageStatusAnswer } from '../cards/outage-status.ts';
import { warnedAnswer } from '../cards/patient-warning.ts';
import { reregistrationRulesAnswer } from '../cards/reregistration-rules.ts';
import { routineAboutAnswer } from '../cards/routine-about.ts';
import { sipHowAnswer } from '../cards/sip-how.ts';
import { withTopicsBeyond } from '../cards/topics-beyond.ts';
import { askersGroup } from '../domain/asker.ts';
import type { Asker } from '../domain/asker.ts';
import { findPatientIdentities, maskPatientIdentities } from '../domain/patient-identity.ts';
import { readText } from '../intent/read-text.ts';
import type { TextDetails } from '../intent/read-text.ts';
import { recogniseAs } from '../intent/recognise.ts';
import type { Intent, Recognition } from '../intent/recognition.ts';
import type { TopicReading } from '../intent/topics-beyond.ts';
import type { Known } from './known.ts';

/** What the bot makes of one text. */
export type Reply = {
  /** The text, with any patient identity taken out of it. */
  readonly text: string;
  /** True when the text named a patient: nothing of it was understood or answered but an emergency. */
  readonly refused: boolean;
  readonly recognition: Recognition;
  readonly details: TextDetails;
  readonly answer: Answer;
};

/** A text as it was understood. */
type Understood = Pick<Reply, 'text' | 'recognition' | 'details'>;

/**
 * Answers one text. First of all it is searched for a patient's identity, which is neither understood nor
 * repeated; danger to life comes before everything else; a question never changes anything. Where the words tell who a
 * patient is, the answer warns of it.
 */
export function answerQuestion(typed: string, asker: Asker, known: Known): Reply {
  const refused = findPatientIdentities(typed).length > 0;
  const text = refused ? maskPatientIdentities(typed) : typed;
  const read = { text, refused, ...readText(text) };
  if (read.recognition.emergency)
    return { ...read, answer: emergencyAnswer(refused, read.recognition.intent) };
  if (refused) return { ...read, recognition: recogniseAs('none', ''), answer: identityRefusedAnswer };
  const answer = answerAs(read, asker, known);
  return { ...read, answer: read.details.describesPatient ? warnedAnswer(answer) : answer };
}

/** Answers what was chosen on a button: the intent is known, and nothing was typed. */
export function answerIntent(intent: Intent, asker: Asker, known: Known): Reply {
  return answerChosen({ intent, text: '' }, asker, known);
}

/** Answers a text as what was chosen for it on a button. The text is free of identity: only such are kept. */
export function answerChosen(
  { intent, text }: { readonly intent: Intent; readonly text: string },
  asker: Asker,
  known: Known,
): Reply {
  const understood = { text, details: readText(text).details, recognition: recogniseAs(intent, text) };
  return { ...understood, refused: false, answer: answerAs(understood, asker, known) };
}

/** The answer that this asker gets to a text which has been understood already. */
export function answerAs({ text, recognition, details }: Understood, asker: Asker, known: Known): Answer {
  const { asks, alternatives, beyond, intent, entities } = recognition;
  if (asks) return didYouMeanAnswer(alternatives, known);
  const question: Question = {
    text,
    asker,
    group: details.group ?? askersGroup(asker),
    entities,
    described: details.described,
    topics: topicsFor(intent, details.topics),
    knowledge: known,
    ...(known.situation !== undefined && { situation: known.situation }),
  };
  if (beyond !== undefined && question.topics.length === 0) return notOursAnswer(beyond, question);
  return withTopicsBeyond(answerOf[intent](question), question);
}

/**
 * Where the patient went bears on what is registered and on nothing else. A place outside the county does
 * not alone make a text one about the routine; with a question for a number it does.
 */
function topicsFor(intent: Intent, topics: readonly TopicReading[]): readonly TopicReading[] {
  return topics.filter((reading) => {
    if (reading === 'A05' || reading === 'A06') return intent === 'reregistration.rules';
    return reading !== 'A28' || intent !== 'none';
  });
}

type MakeAnswer = (question: Question) => Answer;

const inTeams =
  (intent: Intent): MakeAnswer =>
  (question) =>
    needsTeamsAnswer(intent, question);

const answerOf: Readonly<Record<Intent, MakeAnswer>> = {
  'call.who': callWhoAnswer,
  'handover.what': handoverWhatAnswer,
  'discharge.allowed': dischargeAllowedAnswer,
  'sip.how': sipHowAnswer,
  'documentation.how': documentationHowAnswer,
  'form.where': formWhereAnswer,
  'reregistration.rules': reregistrationRulesAnswer,
  'messages.acknowledge': messagesAcknowledgeAnswer,
  'routine.about': routineAboutAnswer,
  'outage.status': outageStatusAnswer,
  'outage.report': outageReportAnswer,
  help: helpAnswer,
  none: notUnderstoodAnswer,
  'handover.log': inTeams('handover.log'),
  'handover.confirm': inTeams('handover.confirm'),
  'handover.list': inTeams('handover.list'),
  'outage.start': (question) => orderAnswer('outage.start', question),
  'outage.update': (question) => orderAnswer('outage.update', question),
  'outage.end': (question) => orderAnswer('outage.end', question),
  'outage.summary': inTeams('outage.summary'),
  'reregistration.list': inTeams('reregistration.list'),
  'reregistration.done': inTeams('reregistration.done'),
  'unit.connect': (question) => orderAnswer('unit.connect', question),
  statistics: inTeams('statistics'),
};
