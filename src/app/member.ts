import type { Answer, CardAction } from '../cards/answer.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { isSharingUnconfirmed } from '../domain/decide-directory.ts';
import type { Unit } from '../domain/directory.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { LogUnit } from '../domain/log-command.ts';
import { choiceOf } from './form-values.ts';
import { membershipIn } from './membership.ts';
import { unitOf } from './situation-of.ts';
import type { Asked, Outer } from './verb.ts';

/** Somebody who may act for a unit, by Teams' roster (design.md §2, promise 6). */
export type Member = {
  readonly unit: Unit & { readonly careSetting: CareSetting };
  /** Teams could not be asked: what is written is marked with that. */
  readonly isUnverified: boolean;
  /** Whether what others wrote may be shown: checked in the last 24 hours, and the team the unit's alone or agreed to. */
  readonly mayRead: boolean;
  /** Why it may not be shown. */
  readonly whyNot?: Answer;
};

export type Admitted =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'refused'; readonly answer: Answer };

const refused = (answer: Answer): Admitted => ({ kind: 'refused', answer });

/** Whether somebody may do something for a unit, and read its log: never as they say, always as Teams does. */
export async function memberOf(asked: Asked, outer: Pick<Outer, 'roster'>): Promise<Admitted> {
  const place = placeRefusal(asked);
  if (place !== undefined) return refused(place);
  const unit = unitMeant(asked);
  if (unit === undefined) return refused(whichUnit(asked));
  const { careSetting } = unit;
  if (careSetting === undefined) return refused(onlyNotices);
  const team = asked.world.directory.teams.get(unit.team);
  if (team === undefined) return refused(notMember.stranger);
  const standing = await membershipIn({ team, channel: unit.channel.id }, asked.whereabouts, outer);
  return standingAs({ ...unit, careSetting }, standing, asked);
}

type Told = Awaited<ReturnType<typeof membershipIn>>;

function standingAs(unit: Member['unit'], { isInChannel, kind, verifiedAt }: Told, asked: Asked): Admitted {
  if (kind === 'guest' || kind === 'stranger') return refused(notMember[kind]);
  const isKnown = kind === 'member' || verifiedAt !== undefined;
  if (!isKnown && !isInChannel) return refused(notMember.unknown);
  const whyNot = isKnown ? sharedRefusal(unit, asked) : unread;
  const member = { unit, isUnverified: kind === 'unknown', mayRead: whyNot === undefined };
  return { kind: 'member', member: { ...member, ...(whyNot !== undefined && { whyNot }) } };
}

/** The unit as its log knows it. */
export function logUnit({ unit: { careSetting, id, organisation } }: Member): LogUnit {
  return { careSetting, id, organisation };
}

/** Logs are written and read in a unit's standard channel or in one's own chat, nowhere else. */
function placeRefusal({ whereabouts: { place } }: Asked): Answer | undefined {
  if (place.kind === 'personal') return undefined;
  const isStandard =
    place.kind === 'channel' && (place.channelType === undefined || place.channelType === 'standard');
  return isStandard
    ? undefined
    : plainAnswer('Det görs inte här', [
        'Här kan andra än enheten läsa. Skriv till mig i enhetens egen kanal eller i din egen chatt.',
      ]);
}

/** The one that is named; else the channel's, or in the own chat the one that is one's own. */
function unitMeant({ values, whereabouts, world }: Asked): Unit | undefined {
  const named = choiceOf(values, 'unit');
  return named === '' ? unitOf(whereabouts, world) : world.directory.units.get(named);
}

const chooseAction: CardAction = {
  title: 'Välj min enhet',
  verb: 'profile.choose',
  data: {},
  opensForm: true,
};
const connectAction: CardAction = {
  title: 'Anslut enheten',
  verb: 'unit.connect',
  data: {},
  opensForm: true,
};

function whichUnit({ whereabouts: { place } }: Asked): Answer {
  return place.kind === 'personal'
    ? {
        ...plainAnswer('Vilken enhet gäller det?', [
          'Inget är sparat. Välj din enhet, så vet jag vems logg det är. Gör sedan om det du ville göra.',
        ]),
        actions: [chooseAction],
      }
    : {
        ...plainAnswer('Kanalen är inte ansluten', [
          'Inget är sparat. Anslut kanalen till er enhet, så vet jag vems logg det är.',
        ]),
        actions: [connectAction],
      };
}

const onlyNotices: Answer = {
  ...plainAnswer('Kanalen får bara besked', [
    'Den är ansluten utan vårdform, och har därför ingen logg. Ange vårdform för enheten först.',
  ]),
  actions: [connectAction],
};

const notMember: Readonly<Record<'guest' | 'stranger' | 'unknown', Answer>> = {
  guest: plainAnswer('Bara enhetens egna kan göra det', [
    'Du är gäst i teamet, eller kommer från en annan organisation. Be någon i enheten göra det.',
  ]),
  stranger: plainAnswer('Bara enhetens egna kan göra det', [
    'Teams säger att du inte är med i enhetens team. Be någon i teamet lägga till dig, eller välj din egen enhet.',
  ]),
  unknown: plainAnswer('Jag kan inte kontrollera det just nu', [
    'Teams svarar inte på om du är med i enhetens team. Skriv i enhetens egen kanal, eller försök igen om en stund. Anteckna på papper så länge.',
  ]),
};

const unread = plainAnswer('Jag kan inte visa loggen just nu', [
  'Teams svarar inte på om du är med i enhetens team. Det går att logga samtal här så länge. Försök igen om en stund.',
]);

function sharedRefusal(unit: Unit, { world }: Asked): Answer | undefined {
  return isSharingUnconfirmed(world.directory, unit.team)
    ? plainAnswer('Loggen visas inte än', [
        'Flera enheter delar team, så alla i teamet skulle kunna läsa båda. En samordnare måste först bekräfta det. Det går att logga samtal så länge.',
      ])
    : undefined;
}
