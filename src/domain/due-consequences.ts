import { isDeclared, runningDrill, runningOutage } from './current-outage.ts';
import type { NoticeCause, World, Write } from './decision.ts';
import type { Unit } from './directory.ts';
import { deliveryKey } from './notice-steps.ts';
import type { Outage } from './outage.ts';
import { concernedUnits, toldOn, unitRecipient } from './outage-recipients.ts';
import type { Outbox } from './outbox.ts';
import { broughtBy } from './outage-standing.ts';
import { together, toCoordinators, toUnits, writeOn } from './outage-write.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A real outage ends a running drill at once, in the name of whoever declared it. */
export function dueInterruption(world: World, now: number): readonly Write[] {
  const drill = runningDrill(world);
  const real = runningOutage(world);
  const act = real && isDeclared(real) ? real.deeds.declared : undefined;
  if (drill === undefined || act === undefined) return [];
  return [
    writeOn(
      [drill, world],
      [{ kind: 'outageEnded', act, endedAt: now, message: '', isInterrupted: true }],
      together(
        toUnits({ notice: 'end', manner: 'conclude' }),
        toCoordinators({ notice: 'coordination', manner: 'revise' }),
      ),
    ),
  ];
}

/** A unit that an outage concerns and that has heard nothing of it since it was connected hears that it began. */
export function dueUntold(world: World): readonly Write[] {
  return [...world.outages.values()]
    .filter((outage) => isDeclared(outage))
    .flatMap((outage) => {
      const notices = untoldUnits(outage, world).map((unit) => startFor(unit));
      return notices.length > 0 ? [writeOn([outage, world], [], () => notices)] : [];
    });
}

function untoldUnits(outage: Outage, { directory }: World): readonly Unit[] {
  const told = toldOn(outage.outbox, 'units');
  return concernedUnits(outage, directory, told).filter((unit) => {
    const toldAt = told.get(unitRecipient(unit));
    return (toldAt === undefined || toldAt < unit.connected.at) && !outage.outbox.keys.has(startKey(unit));
  });
}

function startFor(unit: Unit): NoticeCause {
  return {
    notice: 'start',
    manner: 'post',
    thread: 'units',
    key: startKey(unit),
    recipients: [unitRecipient(unit)],
  };
}

/** One that is connected anew has a key anew. */
function startKey({ connected, id }: Unit): string {
  return `start:${id}:${connected.at}`;
}

/**
 * A closed outage needs no reading any more when all is delivered. It stays for a day, so that an old button is
 * answered by who did what rather than by not knowing the outage. What waits for somebody to install the app does
 * not keep it open longer: the list of deliveries has shown it for that day, and it is dropped. One that was
 * announced and never written, since the service broke off in between, is put away as well.
 */
export function dueSettlements(world: World, now: number): readonly Write[] {
  const settled = [...world.outages.values()]
    .filter((outage) => settleInstants(outage, world).some((instant) => instant <= now))
    .map(({ id }) => id);
  const orphans = orphansIn(world)
    .filter(({ goesAt }) => goesAt <= now)
    .map(({ id }) => id);
  if (settled.length + orphans.length === 0) return [];
  return [
    {
      stream: 'directory',
      events: [...settled, ...orphans].map((outage) => ({ kind: 'outageSettled', at: now, outage })),
      notices: [],
    },
  ];
}

/** When an outage may be put away; none while it is open, undelivered or put away already. */
export function settleInstants(outage: Outage, { directory }: World): readonly number[] {
  if (outage.state !== 'closed' || !directory.openOutages.has(outage.id)) return [];
  if (isUndelivered(outage.outbox)) return [];
  const closedAt = outage.joinedTo === undefined ? outage.deeds[broughtBy(outage)]?.at : undefined;
  return [(closedAt ?? outage.startedAt) + day];
}

/** Whether something waits that goes by itself: it does not wait for the app, nor behind what does. */
function isUndelivered({ deliveries, waiting }: Outbox): boolean {
  return [...waiting].some(
    ([recipient, numbers]) =>
      !numbers.some((number) => deliveries.get(deliveryKey(number, recipient))?.awaitsInstallation),
  );
}

/** When outages that were announced and never written are put away. */
export function orphanInstants(world: World): readonly number[] {
  return orphansIn(world).map(({ goesAt }) => goesAt);
}

/** An hour is longer than any writing takes. */
function orphansIn({
  directory,
  outages,
}: World): readonly { readonly id: string; readonly goesAt: number }[] {
  return [...directory.openOutages]
    .filter(([id]) => !outages.has(id))
    .map(([id, { at }]) => ({ id, goesAt: at + hour }));
}
