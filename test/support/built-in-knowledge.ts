import { readKnowledge } from '../../src/routine/knowledge.ts';
import type { Knowledge } from '../../src/routine/knowledge.ts';

/** The routine as it ships, without a directory. */
export async function builtInKnowledge(): Promise<Knowledge> {
  const knowledge = await readKnowledge({});
  if (knowledge.kind === 'faulty') throw new Error(knowledge.faults.join('\n'));
  return knowledge.value;
}
