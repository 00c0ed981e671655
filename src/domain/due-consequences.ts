import { isDeclared, runningDrill, runningOutage } from './current-outage.ts';
import type { NoticeCause, World, Write } from './decision.ts';
import type { Unit } from './directory.ts';
import type { Outage } from './outage.ts';
import { concernedUnits, toldOn, unitRecipient } from './outage-recipients.ts';
import { broughtBy } from './outage-standing.ts';
import { together, toCoordinators, toUnits, writeOn } from './outage-write.ts';

const day = 86_400_000;

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
  return concernedUnits(outage, directory).filter((unit) => {
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
 * answered by who did what rather than by not knowing the outage.
 */
export function dueSettlements(world: World, now: number): readonly Write[] {
  const settled = [...world.outages.values()].filter((outage) =>
    settleInstants(outage, world).some((instant) => instant <= now),
  );
  if (settled.length === 0) return [];
  return [
    {
      stream: 'directory',
      events: settled.map(({ id }) => ({ kind: 'outageSettled', at: now, outage: id })),
      notices: [],
    },
  ];
}

/** When an outage may be put away; none while it is open, undelivered or put away already. */
export function settleInstants(outage: Outage, { directory }: World): readonly number[] {
  if (outage.state !== 'closed' || !directory.openOutages.has(outage.id)) return [];
  if (outage.outbox.deliveries.values().some(({ state }) => state === 'waiting')) return [];
  const closedAt = outage.joinedTo === undefined ? outage.deeds[broughtBy(outage)]?.at : undefined;
  return [(closedAt ?? outage.startedAt) + day];
}
