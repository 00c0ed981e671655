import { runningDrill, runningOutage } from '../domain/current-outage.ts';
import { unconfirmedSharedTeams } from '../domain/decide-directory.ts';
import type { World } from '../domain/decision.ts';
import type { Unit } from '../domain/directory.ts';
import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import { kept } from '../domain/kept.ts';
import type { Recipient } from '../domain/notice-event.ts';
import type { Delivery, Outbox } from '../domain/outbox.ts';
import { unitRecipient } from '../domain/outage-recipients.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { careSettingText } from '../text/care-setting-names.ts';
import { deliveryReasonText } from '../text/delivery-reason-text.ts';
import { organisationNames } from '../text/names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardRow, PhoneLine, Section } from './answer.ts';
import { mostButtons } from './button-view.ts';
import type { Looked } from './delivery-list.ts';
import { own } from './line.ts';
import { showAction } from './outage-actions.ts';
import { pageOf } from './paged-rows.ts';
import { itSupportPhones, municipalityPhones } from './phone-line.ts';
import { unreachedBy } from './unreached.ts';
import type { Unreached } from './unreached.ts';

/** Whether notices reach a unit, as far as is known. */
type Readiness =
  | { readonly kind: 'ready'; readonly at: number }
  | { readonly kind: 'untried' }
  | { readonly kind: 'waiting' | 'unreachable'; readonly delivery: Delivery }
  | { readonly kind: Unreached };

/** What is known of whether a unit can be reached: its channel, its team, and the last notice to it. */
function readinessOf(unit: Unit, { directory, outages }: World): Readiness {
  const unreached = unreachedBy(unit, directory);
  if (unreached !== undefined) return { kind: unreached };
  const delivery = lastTried(unit, [directory, ...outages.values()]);
  if (delivery === undefined) return { kind: 'untried' };
  if (delivery.state === 'sent') return { kind: 'ready', at: delivery.at };
  return { kind: delivery.state === 'given-up' ? 'unreachable' : 'waiting', delivery };
}

/** The last notice to the unit of which anything is known: one on its way proves nothing yet. */
function lastTried(unit: Unit, streams: readonly Pick<World['directory'], 'outbox'>[]): Delivery | undefined {
  return streams
    .flatMap(({ outbox }) => lastTriedIn(outbox.deliveries).get(unitRecipient(unit)) ?? [])
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
}

const lastTriedIn = kept((deliveries: Outbox['deliveries']): ReadonlyMap<Recipient, Delivery> => {
  const last = new Map<Recipient, Delivery>();
  for (const delivery of deliveries.values()) {
    const { at, done, failures, recipient, state } = delivery;
    const isTried = state === 'sent' ? done.length > 0 : failures > 0;
    if (isTried && at >= (last.get(recipient)?.at ?? -Infinity)) last.set(recipient, delivery);
  }
  return last;
});

/** The organisations that no connected channel belongs to: somebody has to ring them. */
function organisationsWithoutUnit({ directory }: World): readonly Organisation[] {
  const connected = [...directory.units.values()].filter(({ state }) => state === 'connected');
  return organisations.filter((one) => !connected.some(({ organisation }) => organisation === one));
}

/** To coordinators: every unit with its readiness, what needs doing first; and whom nothing reaches. */
export function unitListAnswer(world: World, knowledge: Knowledge, { now, page }: Looked): Answer {
  const known = [...world.directory.units.values()]
    .map((unit) => ({ unit, readiness: readinessOf(unit, world) }))
    .toSorted(
      (one, other) =>
        weights[one.readiness.kind] - weights[other.readiness.kind] ||
        one.unit.name.localeCompare(other.unit.name, 'sv'),
    );
  const ready = known.filter(({ readiness }) => readiness.kind === 'ready').length;
  const connected = known.filter(({ unit }) => unit.state === 'connected').length;
  const shown = pageOf(known, page, { verb: 'unit.list', data: {} });
  return {
    title: 'Anslutna enheter',
    facts: [{ label: 'Redo', value: `${ready} av ${connected}` }],
    sections: [
      {
        rows: shown.rows.map(({ unit, readiness }) => unitRow(unit, readiness, now)),
        lines:
          known.length === 0
            ? [own('Ingen kanal är ansluten än. Skriv ”anslut enheten” till boten i en kanal.')]
            : shown.lines,
      },
      ...sharedTeamSections(world),
      ...withoutUnitSections(world, knowledge),
    ],
    actions: actionsOf(world, shown.actions),
    withoutRoutine: true,
  };
}

const weights: Readonly<Record<Readiness['kind'], number>> = {
  unreachable: 0,
  'channel-deleted': 1,
  'app-removed': 2,
  waiting: 3,
  untried: 4,
  ready: 5,
  disconnected: 6,
};

const readinessNames: Readonly<Record<Readiness['kind'], string>> = {
  unreachable: 'Nås inte',
  'channel-deleted': 'Kanalen borttagen',
  'app-removed': 'Appen borttagen',
  waiting: 'Väntar',
  untried: 'Inte provad',
  ready: 'Redo',
  disconnected: 'Bortkopplad',
};

const problems: ReadonlySet<Readiness['kind']> = new Set([
  'unreachable',
  'channel-deleted',
  'app-removed',
  'waiting',
]);

function unitRow(unit: Unit, readiness: Readiness, now: number): CardRow {
  const { name, organisation, careSetting, isCoordination } = unit;
  const kind = isCoordination ? 'Samordningskanal' : careSettingText(careSetting);
  return {
    title: name,
    state: readinessNames[readiness.kind],
    details: [`${organisationNames[organisation]} · ${kind}`, ...readinessDetails(readiness, now)],
    ...(problems.has(readiness.kind) && { isProblem: true }),
  };
}

function readinessDetails(readiness: Readiness, now: number): readonly string[] {
  switch (readiness.kind) {
    case 'ready':
      return [`Senaste meddelandet kom fram ${swedishSince(readiness.at, now)}`];
    case 'untried':
      return ['Inget meddelande har kommit fram än.'];
    case 'waiting':
    case 'unreachable': {
      const { why, advice } = deliveryReasonText(readiness.delivery);
      return [why, advice];
    }
    case 'app-removed':
      return ['Appen är borttagen ur teamet.', 'Be enheten lägga till den igen. Ring enheten så länge.'];
    case 'channel-deleted':
      return ['Kanalen är borttagen i Teams.', 'Be enheten ansluta en annan kanal. Ring enheten så länge.'];
    case 'disconnected':
      return ['Får inga meddelanden. Ska ringas.'];
    default:
      return unreachable(readiness);
  }
}

/** Members of a team read the log of every unit in it: a coordinator is to agree. */
function sharedTeamSections({ directory }: World): readonly Section[] {
  const teams = unconfirmedSharedTeams(directory);
  if (teams.length === 0) return [];
  return [
    {
      heading: 'Enheter som delar team',
      lines: teams.map(({ id, name }) =>
        own(
          `${name === '' ? 'Ett team' : name}: ${unitNames(id, directory)}. Alla i teamet kan läsa båda. Är det rätt?`,
        ),
      ),
    },
  ];
}

function unitNames(team: string, { units }: World['directory']): string {
  const names = [...units.values()].filter((unit) => unit.team === team && unit.state === 'connected');
  return names.map(({ name }) => name).join(', ');
}

/** To confirm a shared team where there is room beside the rest: the others come when these are confirmed. */
function actionsOf(world: World, toPages: readonly CardAction[]): readonly CardAction[] {
  const outage = runningOutage(world) ?? runningDrill(world);
  const shows = outage === undefined ? [] : [showAction(outage)];
  const changes = coordinatorsActions(world);
  const room = mostButtons - toPages.length - shows.length - changes.length;
  return [...toPages, ...shows, ...shareActions(world).slice(0, room), ...changes];
}

function shareActions({ directory }: World): readonly CardAction[] {
  return unconfirmedSharedTeams(directory).map(({ id, name }) => ({
    title: name === '' ? 'Bekräfta delat team' : `Bekräfta ${name}`,
    verb: 'unit.share',
    data: { team: id },
  }));
}

/** Who may declare is changed here too; only those who were added in chat are removed in chat. */
function coordinatorsActions({ directory }: World): readonly CardAction[] {
  const add = {
    title: 'Lägg till en samordnare',
    verb: 'coordinator.add',
    data: {},
    opensForm: true,
  } as const;
  const remove = { ...add, title: 'Ta bort en samordnare', verb: 'coordinator.remove' };
  return directory.coordinators.size === 0 ? [add] : [add, remove];
}

function withoutUnitSections(world: World, knowledge: Knowledge): readonly Section[] {
  const missing = organisationsWithoutUnit(world);
  if (missing.length === 0) return [];
  return [
    {
      heading: 'Organisationer utan kanal (ska ringas)',
      phones: missing.flatMap((one) => phonesOf(one, knowledge)),
      lines: [],
    },
  ];
}

/** How one tells a whole organisation: the region's Servicedesk, a municipality's switchboard. */
function phonesOf(organisation: Organisation, knowledge: Knowledge): readonly PhoneLine[] {
  const [phone] =
    organisation === 'region'
      ? itSupportPhones(knowledge, organisation)
      : municipalityPhones(knowledge, organisation);
  if (phone === undefined) return [];
  const { askFor: _, ...others } = phone;
  return [others];
}
