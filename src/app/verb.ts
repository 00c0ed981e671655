import type { Answer } from '../cards/answer.ts';
import type { FormCard } from '../cards/form.ts';
import type { Act } from '../domain/act.ts';
import type { Asker } from '../domain/asker.ts';
import type { Decision, World } from '../domain/decision.ts';
import type { Unit } from '../domain/directory.ts';
import type { Organisation } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { CodeAsked } from './code-asked.ts';
import type { CodeGuesses } from './code-guesses.ts';
import type { FormValues } from './form-values.ts';
import type { Reading } from './log-read.ts';
import type { Member } from './member.ts';
import type { Roster } from './roster.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Somebody who wants something done, where, and what is known when they do. */
export type Asked = {
  readonly verb: string;
  /** As filled in; what was not filled in is missing. */
  readonly values: FormValues;
  readonly person: Person;
  readonly whereabouts: Whereabouts;
  readonly isCoordinator: boolean;
  /** The unit of the channel where it was said. */
  readonly unit: Unit | undefined;
  readonly asker: Asker;
  /** The organisations that use the tenant; empty: any. */
  readonly organisations: readonly Organisation[];
  readonly knowledge: Knowledge;
  readonly world: World;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A form of ours was sent, with all that is in it. */
  readonly isWhole: boolean;
  /** The form is asked for: nothing was filled in yet. */
  readonly isFetch: boolean;
  /** Once: the form's id, or the activity's where there was no form. */
  readonly act: Act;
  /** A new id, for what this may begin and for the next form. */
  readonly newId: () => string;
  /** Of what only members of a unit may: whom they act for, by Teams' roster. */
  readonly member?: Member;
  /** Of the same: the code that goes with it. */
  readonly ofCode?: CodeAsked;
};

/** What a verb answers with. */
export type VerbReply =
  { readonly kind: 'form'; readonly form: FormCard } | { readonly kind: 'answer'; readonly answer: Answer };

/** What is wrong with what was filled in: sentences of the whole form, and of single fields. */
export type Faults = {
  readonly problems?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  /** Somebody changed it since the form was shown. */
  readonly isStale?: boolean;
};

/** What was filled in, read. `answered`: nothing is to be changed. */
export type Read =
  | { readonly kind: 'wish'; readonly decide: (world: World) => Decision }
  | { readonly kind: 'faulty'; readonly faults: Faults }
  | { readonly kind: 'answered'; readonly reply: VerbReply };

/** What `read` may ask of the outside. */
export type Outer = { readonly roster: Roster; readonly guesses: CodeGuesses };

/** One thing that people may want done: contract.md §5. */
export type Verb = {
  readonly who: 'anyone' | 'coordinator' | 'member';
  /** What a coordinator gets instead, who asks among coordinators and names no unit. */
  readonly forCoordinators?: Verb;
  /** It only shows, and what it shows is the reader's alone. */
  readonly isShown?: true;
  /** What the form asks for. A form with none of them filled in is shown first; one of ours may be sent empty. */
  readonly inputs: readonly string[];
  /** The form, with what is filled in and what is wrong with it. Undefined: it is done at one press. */
  readonly form?: (asked: Asked, faults: Faults) => VerbReply;
  readonly read: (asked: Asked, outer: Outer) => Read | Promise<Read>;
  /** Of a unit's log: what others may have written in it, that is shown with the form and when it is done. */
  readonly reading?: (asked: Asked) => readonly Reading[];
  /** What is said when it is done. */
  readonly done: (asked: Asked, world: World, outage: string | undefined) => Answer;
};
