import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { unreachable } from '../../src/domain/unreachable.ts';
import type { ConnectorCall, ConnectorDouble, Outcome, RequestKind } from './connector-double.ts';
import type { Trouble } from './misbehave.ts';
import { stepKey } from './told-steps.ts';

/** The end of a process: how many calls had come by then, and which steps it had recorded as done. */
export type Death = { readonly calls: number; readonly done: ReadonlySet<string> };

/** What the requests of a run come to. */
export type Ledger = {
  readonly requests: number;
  /** What a perfect sender would have needed: each step once, and once more for each trouble that it met. */
  readonly fewest: number;
  /** The steps that Teams said yes to, by `stepKey`. */
  readonly answered: ReadonlySet<string>;
  /** How often each reason led to a request that had been made before; and of these, how often it shows in Teams. */
  readonly again: ReadonlyMap<string, number>;
  readonly shown: ReadonlyMap<string, number>;
  /** Repeats without a reason, or that did not say the same; a line each. */
  readonly faults: readonly string[];
};

type Made = { readonly call: ConnectorCall; readonly at: number; readonly outcome: Outcome | undefined };

/** Goes through the requests that brought notices; `deaths` in their order. */
export function ledgerOf({ calls, outcomeOf }: ConnectorDouble, deaths: readonly Death[]): Ledger {
  const made = calls.map((call, at): Made => ({ call, at, outcome: outcomeOf(call) }));
  const answered = new Set<string>();
  const again = new Map<string, number>();
  const shown = new Map<string, number>();
  const faults: string[] = [];
  for (const [key, same] of Map.groupBy(made, ({ call }) => keyOf(call))) {
    for (const [earlier, later] of pairs(same)) {
      const reason = reasonOf(key, [earlier, later], deaths);
      if (reason === undefined) faults.push(`${key}: repeated without a reason`);
      else count(again, reason);
      if (reason !== undefined && isPosted(earlier)) count(shown, reason);
      if (!isDeepStrictEqual(earlier.call.body, later.call.body)) faults.push(`${key}: the repeat differs`);
    }
    if (isAnswered(same.at(-1)?.outcome)) answered.add(key);
    else faults.push(`${key}: given up`);
  }
  const troubles = made.filter(({ outcome }) => outcome?.kind === 'troubled').length;
  const fewest = answered.size + troubles;
  return { requests: made.length, fewest, answered, again, shown, faults };
}

const said = z.object({ summary: z.string().optional(), text: z.string().optional() });
const begun = z.object({ activity: said });
const steps: Readonly<Partial<Record<RequestKind, 'post' | 'edit' | 'reply'>>> = {
  thread: 'post',
  edit: 'edit',
  message: 'reply',
};

function keyOf({ kind, conversation, body }: ConnectorCall): string {
  const step = steps[kind];
  if (step === undefined) throw new Error(`No notice is brought by ${kind}`);
  const { text, summary = text ?? '' } = kind === 'thread' ? begun.parse(body).activity : said.parse(body);
  const [channel = ''] = conversation.split(';messageid=');
  return stepKey(channel, step, summary);
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.slice(1).flatMap((later, index) => {
    const earlier = items[index];
    return earlier === undefined ? [] : [[earlier, later] as const];
  });
}

/** Why a request was made again; undefined where there was no reason. */
function reasonOf(key: string, [earlier, later]: readonly [Made, Made], deaths: readonly Death[]) {
  const { outcome } = earlier;
  if (outcome?.kind === 'troubled') return troubleText(outcome.trouble);
  if (outcome?.kind === 'over-limit') return 'more than Teams takes in a second';
  const death = deaths.find(({ calls }) => calls > earlier.at && calls <= later.at);
  return death === undefined || death.done.has(key) ? undefined : 'killed before it was recorded';
}

function troubleText(trouble: Trouble): string {
  const after = trouble.kept === true ? ', taken all the same' : '';
  switch (trouble.kind) {
    case 'status':
      return `${trouble.status}${after}`;
    case 'drop':
      return `dropped${after}`;
    case 'redirect':
    case 'echo':
    case 'hang':
    case 'unreachable':
      return trouble.kind;
    default:
      return unreachable(trouble);
  }
}

/** A post or reply that stands in Teams; an edit made twice shows once. */
function isPosted({ call, outcome }: Made): boolean {
  if (call.kind === 'edit') return false;
  return isAnswered(outcome) || (outcome?.kind === 'troubled' && outcome.trouble.kept === true);
}

function isAnswered(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'answered' && outcome.status < 300;
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
