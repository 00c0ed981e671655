import type { OutageFormState } from '../cards/form-state.ts';
import type { FormCard } from '../cards/form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { savedAnswer } from '../cards/saved-answer.ts';
import { whichOutageAnswer } from '../cards/which-outage.ts';
import { decideOutage } from '../domain/decide-outage.ts';
import type { World } from '../domain/decision.ts';
import type { OutageCommand } from '../domain/outage-command.ts';
import { unitRecipients } from '../domain/outage-recipients.ts';
import type { CommandOnOne } from '../domain/outage-standing.ts';
import { standingRefusal } from '../domain/outage-standing.ts';
import type { Outage } from '../domain/outage.ts';
import { formState } from './form-state.ts';
import { revisionIn, valueOf } from './form-values.ts';
import { targetOf } from './outage-target.ts';
import type { VerbOnOutage } from './outage-target.ts';
import { refusalReply } from './refusal-reply.ts';
import type { Asked, Read, Verb, VerbReply } from './verb.ts';

/** A verb that is done to an outage which is there: its form, and what is wished in it. */
export type OnOutage = {
  readonly verb: VerbOnOutage;
  readonly command: CommandOnOne['kind'];
  readonly inputs: readonly string[];
  readonly form: (state: OutageFormState, extent: { readonly channels: number }) => FormCard;
  /** What is filled in, beside whom it is by and what it is done to. */
  readonly wish: (asked: Asked, outage: Outage) => Wished;
};
/** What is filled in, read; or what is wrong with it, by field. */
export type Wished =
  | { readonly kind: 'wished'; readonly command: WithoutTarget<CommandOnOne> }
  | { readonly kind: 'faulty'; readonly errors: Readonly<Record<string, string>> };
export type WithoutTarget<Command> = Command extends unknown
  ? Omit<Command, 'act' | 'outage' | 'revision'>
  : never;

export const wished = (command: WithoutTarget<CommandOnOne>): Wished => ({ kind: 'wished', command });

/** Coordinators: something is done to an outage that is there. */
export function verbOnOutage({ verb, command, inputs, form, wish: wishOf }: OnOutage): Verb {
  return {
    who: 'coordinator',
    inputs,
    form: (asked, faults) =>
      withTarget(verb, asked, (outage) => {
        const past = standingRefusal(outage, { kind: command });
        if (past !== undefined) return refusalReply([past], asked, asked.world);
        const channels = channelsOf(outage, asked.world);
        return { kind: 'form', form: form({ ...formState(asked, faults), outage }, { channels }) };
      }),
    read(asked) {
      const target = targetOf(verb, valueOf(asked.values, 'outage'), asked.world);
      if (target.kind !== 'one')
        return { kind: 'answered', reply: withTarget(verb, asked, () => noOutage(asked)) };
      const { outage } = target;
      const filled = wishOf(asked, outage);
      if (filled.kind === 'faulty') return faulty(filled.errors);
      const revision = revisionIn(asked.values);
      const on = { act: asked.act, outage: outage.id, ...(revision !== undefined && { revision }) };
      return wish({ ...filled.command, ...on }, asked.now);
    },
    done: boardAnswer,
  };
}

function withTarget(verb: VerbOnOutage, asked: Asked, use: (outage: Outage) => VerbReply): VerbReply {
  const target = targetOf(verb, valueOf(asked.values, 'outage'), asked.world);
  if (target.kind === 'one') return use(target.outage);
  if (target.kind === 'none') return noOutage(asked);
  return { kind: 'answer', answer: whichOutageAnswer(verb, target.outages, asked.now) };
}

const noOutage = (asked: Asked): VerbReply => {
  const kind = valueOf(asked.values, 'outage') === '' ? 'no-outage' : 'no-such-outage';
  return refusalReply([{ kind }], asked, asked.world);
};

/** Decided on when it is written, by what is true then. */
export const wish = (command: OutageCommand, now: number): Read => ({
  kind: 'wish',
  decide: (world) => decideOutage(command, world, now),
});
/** What is wrong with what was filled in, by field. */
export const faulty = (errors: Readonly<Record<string, string>>): Read => ({
  kind: 'faulty',
  faults: { errors },
});

/** How many channels are told of an outage. */
export const channelsOf = (outage: Outage, { directory }: World): number =>
  unitRecipients(outage, directory).length;

/** How the outage stands when it is done. */
export function boardAnswer({ now }: Asked, world: World, id: string | undefined) {
  const outage = world.outages.get(id ?? '');
  return outage === undefined
    ? plainAnswer('Sparat', ['Avbrottet är stängt. Inget mer väntas av någon.'])
    : savedAnswer(outage, { now, directory: world.directory });
}
