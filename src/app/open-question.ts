import { settingOfPart } from '../cards/button-view.ts';
import type { OpenQuestion } from '../cards/button-view.ts';
import { askersGroup, isPossibleAsker } from '../domain/asker.ts';
import type { Asker } from '../domain/asker.ts';
import { careGroups } from '../domain/care-group.ts';
import type { Intent } from '../intent/recognition.ts';
import { answerAs } from './answer-question.ts';
import type { Reply } from './answer-question.ts';
import type { Known } from './known.ts';

/** The intents whose answer the routine gives in three parts. Elsewhere what comes next is worth more than who asks. */
const answeredByPart: ReadonlySet<Intent> = new Set([
  'call.who',
  'handover.what',
  'documentation.how',
  'form.where',
  'reregistration.rules',
  'messages.acknowledge',
]);

/**
 * The question that is left open by a reply, where it would be another for each part of the routine and the
 * asker's is not known. Who asks about Ånge or names a part gets one answer, and no question.
 */
export function openQuestion(reply: Reply, asker: Asker, known: Known): OpenQuestion | undefined {
  const { text, refused, recognition } = reply;
  const { intent, asks, emergency } = recognition;
  if (refused || asks || emergency || !answeredByPart.has(intent)) return undefined;
  // Whoever asks about Ånge rings the same number.
  if (intent === 'call.who' && recognition.entities.municipality !== undefined) return undefined;
  if (askersGroup(asker) !== undefined) return undefined;
  const groups = careGroups.filter((group) =>
    isPossibleAsker({ ...asker, careSetting: settingOfPart[group] }),
  );
  const answers = groups.map((group) =>
    JSON.stringify(answerAs(reply, { ...asker, careSetting: settingOfPart[group] }, known)),
  );
  return new Set(answers).size > 1 ? { intent, text, groups } : undefined;
}
