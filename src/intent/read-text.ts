import type { CareGroup } from '../domain/care-group.ts';
import { putLast } from '../domain/put-last.ts';
import { describedCase } from './described-case.ts';
import type { DescribedCase } from './described-case.ts';
import { describesPatient } from './described-patient.ts';
import { groupNamed } from './group-named.ts';
import { isOfKnownWords } from './known-words.ts';
import { recognise } from './recognise.ts';
import type { Recognition } from './recognition.ts';
import { topicsBeyond } from './topics-beyond.ts';
import type { TopicReading } from './topics-beyond.ts';

/** What a text tells besides what it asks for. */
export type TextDetails = {
  /** The part of the routine that it names. */
  readonly group: CareGroup | undefined;
  readonly described: DescribedCase;
  readonly topics: readonly TopicReading[];
  /** Whether it may tell who a patient is, without a number. */
  readonly describesPatient: boolean;
};

/** All that a text says by itself, whoever asks and however things stand. */
type ReadText = { readonly recognition: Recognition; readonly details: TextDetails };

/**
 * Reads one text. In an outage many ask the same in the same words: those texts are read once, if they are made of
 * words that the bot brings with it and of municipalities. What may name anybody is read anew, and not kept.
 */
export function readText(text: string): ReadText {
  const kept = known.get(text);
  const result = kept ?? read(text);
  if (kept !== undefined || isOfKnownWords(text)) putLast(known, [text, result], knownMost);
  return result;
}

const known = new Map<string, ReadText>();
const knownMost = 1_000;

const read = (text: string): ReadText => ({
  recognition: recognise(text),
  details: {
    group: groupNamed(text),
    described: describedCase(text),
    topics: topicsBeyond(text),
    describesPatient: describesPatient(text),
  },
});
