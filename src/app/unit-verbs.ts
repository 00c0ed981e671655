import type { Answer } from '../cards/answer.ts';
import { connectForm } from '../cards/connect-form.ts';
import { connectedAnswer } from '../cards/connected-answer.ts';
import { disconnectForm } from '../cards/disconnect-form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { decideDirectory } from '../domain/decide-directory.ts';
import type { Unit } from '../domain/directory.ts';
import type { Organisation } from '../domain/ids.ts';
import { isOfTenant, otherTenant } from './tenant-organisation.ts';
import { formState } from './form-state.ts';
import { filledUnit } from './filled-unit.ts';
import { valueOf } from './form-values.ts';
import { standingIn } from './membership.ts';
import type { Standing } from './membership.ts';
import { unitAt } from './situation-of.ts';
import type { Asked, Outer, Read, Verb, VerbReply } from './verb.ts';
import type { WhereaboutsPlace } from './whereabouts.ts';

type Channel = Extract<WhereaboutsPlace, { kind: 'channel' }>;

/** Why a place cannot be a unit's; undefined: it can. */
function notConnectable(place: WhereaboutsPlace): Answer | undefined {
  if (place.kind !== 'channel') {
    return plainAnswer('Anslut i enhetens kanal', [
      'Öppna kanalen som besked om avbrott ska komma till, och skriv där: @Avbrottsboten anslut enheten.',
    ]);
  }
  if (place.channelType === undefined || place.channelType === 'standard') return undefined;
  return plainAnswer('Den här kanalen går inte att ansluta', [
    'Privata och delade kanaler har andra medlemmar än teamet. Välj en vanlig kanal i teamet och anslut den.',
  ]);
}

const notMember: Readonly<Record<Exclude<Standing, 'member'>, Answer>> = {
  guest: plainAnswer('Inget har ändrats', ['Gäster kan inte ändra en enhet. Be någon i teamet göra det.']),
  stranger: plainAnswer('Inget har ändrats', [
    'Teams säger att du inte är med i teamet. Be någon som är det, eller en samordnare.',
  ]),
  unknown: plainAnswer('Inget har ändrats', [
    'Teams svarar inte just nu på om du är med i teamet. Försök igen om en stund.',
  ]),
};

const answered = (answer: Answer): Extract<Read, { kind: 'answered' }> => ({
  kind: 'answered',
  reply: { kind: 'answer', answer },
});
const asReply = (answer: Answer): VerbReply => ({ kind: 'answer', answer });

/** A member of the channel: it becomes a unit's, or its fields are changed. */
const connect: Verb = {
  who: 'anyone',
  inputs: ['name', 'careSetting', 'organisation', 'directNumber'],
  form(asked, faults) {
    const { place } = asked.whereabouts;
    const refusal = notConnectable(place);
    if (refusal !== undefined || place.kind !== 'channel') return asReply(refusal ?? notMember.unknown);
    const { isCoordinator, unit } = asked;
    return {
      kind: 'form',
      form: connectForm(formState(asked, faults), {
        channel: place.channel.name,
        organisations: organisationsFor(asked, place),
        isCoordinator,
        ...(unit !== undefined && { unit }),
      }),
    };
  },
  async read(asked, outer) {
    const { place } = asked.whereabouts;
    const refusal = notConnectable(place);
    if (refusal !== undefined || place.kind !== 'channel') return answered(refusal ?? notMember.unknown);
    const standing = await standingIn(
      { team: place.team, channel: place.channel.id },
      asked.whereabouts,
      outer,
    );
    if (standing !== 'member') return answered(notMember[standing]);
    return connectWish(asked, place);
  },
  done(asked, world) {
    const unit = unitAt(asked.whereabouts, world);
    return unit === undefined ? plainAnswer('Sparat', []) : connectedAnswer(unit, world.directory);
  },
};

/** Those of the tenant; where another unit is in the team already, its own: one organisation per team. */
function organisationsFor(
  { organisations, world }: Asked,
  { team, channel }: Channel,
): readonly Organisation[] {
  const neighbour = [...world.directory.units.values()].find(
    (unit) => unit.team === team.id && unit.channel.id !== channel.id && unit.state !== 'disconnected',
  );
  return neighbour === undefined ? organisations : [neighbour.organisation];
}

function connectWish(asked: Asked, { channel, team }: Channel): Read {
  const { act, newId, isCoordinator } = asked;
  const filled = filledUnit(asked.values, channel.name, asked.unit);
  if (filled.kind === 'faulty') return { kind: 'faulty', faults: { errors: filled.errors } };
  const { fields } = filled;
  if (!isOfTenant(fields.organisation, asked)) {
    return { kind: 'faulty', faults: { errors: { organisation: otherTenant } } };
  }
  const command = { kind: 'connect', act, newUnit: newId(), channel, team, fields, isCoordinator } as const;
  return { kind: 'wish', decide: (world) => decideDirectory(command, world) };
}

/** A member of the channel, or a coordinator: it gets no notices any more. */
const disconnect: Verb = {
  who: 'anyone',
  inputs: [],
  form(asked, faults) {
    const unit = unitMeant(asked);
    if (unit === undefined) return asReply(noUnit);
    return { kind: 'form', form: disconnectForm(formState(asked, faults), unit) };
  },
  async read(asked, outer: Outer) {
    const unit = unitMeant(asked);
    if (unit === undefined) return answered(noUnit);
    if (!asked.isCoordinator) {
      const team = asked.world.directory.teams.get(unit.team);
      const where = team && { team, channel: unit.channel.id };
      const standing = where ? await standingIn(where, asked.whereabouts, outer) : 'unknown';
      if (standing !== 'member') return answered(notMember[standing]);
    }
    const command = { kind: 'disconnect', act: asked.act, unit: unit.id } as const;
    return { kind: 'wish', decide: (world) => decideDirectory(command, world) };
  },
  done: () =>
    plainAnswer('Kanalen är bortkopplad', [
      'Den får inga fler besked om avbrott. Någon måste ringa er i stället.',
      'Vill ni ha besked igen: skriv @Avbrottsboten anslut enheten i kanalen.',
    ]),
};

const noUnit = plainAnswer('Kanalen är inte ansluten', [
  'Det finns inget att koppla bort. Skriv @Avbrottsboten anslut enheten om kanalen ska få besked om avbrott.',
]);

const unitMeant = ({ values, world, unit }: Asked): Unit | undefined => {
  const named = valueOf(values, 'unit');
  return named === '' ? unit : world.directory.units.get(named);
};

/** A coordinator agrees that the units of a team read each other (design.md §2, promise 6). */
const share: Verb = {
  who: 'coordinator',
  inputs: [],
  read({ values, act }) {
    const command = { kind: 'confirm-shared-team', act, team: valueOf(values, 'team') } as const;
    return { kind: 'wish', decide: (world) => decideDirectory(command, world) };
  },
  done: () => plainAnswer('Bekräftat', ['Enheterna delar team: alla i teamet kan läsa båda.']),
};

/** The verbs of a unit: contract.md §5. */
export const unitVerbs = {
  'unit.connect': connect,
  'unit.disconnect': disconnect,
  'unit.share': share,
} as const;
