import type { HandoverItem, Municipality, Party } from '../domain/ids.ts';
import type { Beyond } from './lexicon/vetoes.ts';

/** What a person can want of the bot: the ids of intents.md. */
export const intents = [
  'call.who',
  'handover.what',
  'handover.log',
  'handover.confirm',
  'handover.list',
  'outage.status',
  'outage.report',
  'outage.start',
  'outage.update',
  'outage.end',
  'outage.summary',
  'discharge.allowed',
  'sip.how',
  'documentation.how',
  'form.where',
  'reregistration.rules',
  'reregistration.list',
  'reregistration.done',
  'messages.acknowledge',
  'routine.about',
  'unit.connect',
  'statistics',
  'help',
  'none',
] as const;
export type Intent = (typeof intents)[number];

/** What a text names; a list where it names several, absent where it names none. */
export type Entities = {
  readonly municipality?: Municipality | readonly Municipality[];
  readonly party?: Party | readonly Party[];
  /** A case's code as contract.md §4 writes it, `K7M-3F`; its check character is not judged here. */
  readonly code?: string | readonly string[];
  /** `HH:mm` where the text gives a clock time. */
  readonly time?: string | readonly string[];
  /** The date as typed ("imorgon", "25/11"). */
  readonly date?: string | readonly string[];
  /** A unit's name as typed ("avd 24", "Hälsocentralen Ankaret"). */
  readonly unit?: string | readonly string[];
  readonly items?: readonly HandoverItem[];
};

/** What one text was understood as. */
export type Recognition = {
  /** The best guess; `none` when the bot would say that it does not understand. */
  readonly intent: Intent;
  /** 0–1. */
  readonly confidence: number;
  /** True when the bot asks back ("Menade du …?") instead of answering. */
  readonly asks: boolean;
  /** When it asks: the up to three intents offered, best first; else empty. */
  readonly alternatives: readonly Intent[];
  readonly entities: Entities;
  /** Danger to life ("andas inte", "ring 112"): answered with 112 before everything else. */
  readonly emergency: boolean;
  /** Whose business it is, where nothing was understood and the words say so. */
  readonly beyond?: Beyond;
};
