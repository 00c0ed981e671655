import type { Answer, Question } from './answer.ts';
import { readAs } from './line.ts';

/** The answer, led by what the routine says nothing about where the question touches that. */
export function withTopicsBeyond(answer: Answer, { topics, knowledge }: Question): Answer {
  if (topics.length === 0 || answer.withoutRoutine === true) return answer;
  const lines = topics.map((id) => readAs(knowledge.routine, id));
  return { ...answer, sections: [{ heading: 'Det säger rutinen inget om', lines }, ...answer.sections] };
}
