import type { Answer } from './answer.ts';
import { own } from './line.ts';

/** What became of what was just saved: said first, then how things stand. */
export function savedAnswer(stand: Answer): Answer {
  return { ...stand, title: `Sparat: ${stand.title}`, sections: [{ lines: [own(sent)] }, ...stand.sections] };
}

const sent = 'Meddelandena skickas nu. Under Visa leveranser ser du vilka som har kommit fram.';
