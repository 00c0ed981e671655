import { missedAhead } from './ahead.ts';
import { isDeclared, lastEndedAt, runningDrill, runningOutage } from './current-outage.ts';
import type { Decision, World } from './decision.ts';
import { newOutage } from './evolve-outage.ts';
import { firstCallFaults } from './first-call-faults.ts';
import type { Outage } from './outage.ts';
import type { OutageCommand } from './outage-command.ts';
import { startFaults, termsFaults } from './outage-faults.ts';
import { hasThread } from './outage-recipients.ts';
import { opening, refused, together, toCoordinators, toUnits, writeOn } from './outage-write.ts';
import type { Refusal } from './refusal.ts';

type Declare = Extract<OutageCommand, { kind: 'declare' }>;

/** A coordinator says that there is an outage or a drill, or plans one. */
export function decideDeclare(command: Declare, world: World, now: number): Decision {
  const { outageKind, startedAt } = command;
  if (outageKind === 'planned' && startedAt > now) return decidePlan(command, world, now);
  const current = outageKind === 'drill' ? runningDrill(world) : runningOutage(world);
  const hindrance = hindranceTo(command, current, world);
  if (hindrance !== undefined) return refused([hindrance], current?.id);
  const lastEnd = outageKind === 'drill' ? undefined : lastEndedAt(world);
  const impossible = startFaults({ startedAt, isPlan: false, lastEnd }, now);
  const faults = [
    ...(impossible.length > 0 ? impossible : firstCallFaults(startedAt, current, lastEnd)),
    ...termsFaults(command, now),
  ];
  if (faults.length > 0) return refused(faults, current?.id);
  return begin(command, [current, world], now);
}

function hindranceTo(
  { outageKind }: Declare,
  current: Outage | undefined,
  world: World,
): Refusal | undefined {
  const real = runningOutage(world);
  if (outageKind === 'drill' && real !== undefined && isDeclared(real)) {
    return { kind: 'another-outage-runs', isDrill: false, since: real.startedAt };
  }
  if (current?.deeds.declared === undefined) return undefined;
  return { kind: 'already-done', deed: 'declared', act: current.deeds.declared };
}

function begin(
  { act, newOutage: newId, outageKind, startedAt, terms }: Declare,
  [reported, world]: readonly [Outage | undefined, World],
  now: number,
): Decision {
  const outage = reported ?? newOutage(newId);
  const manner = hasThread(outage.outbox, 'coordinators') ? 'revise' : 'post';
  const write = writeOn(
    [outage, world],
    [{ kind: 'outageDeclared', act, outageKind, startedAt, terms }],
    together(
      toUnits({ notice: 'start', manner: 'post' }),
      toCoordinators({ notice: 'coordination', manner }),
    ),
  );
  const writes = reported === undefined ? [opening(write, now), write] : [write];
  return { kind: 'decided', writes, outage: outage.id };
}

function decidePlan(command: Declare, world: World, now: number): Decision {
  const { act, newOutage: id, startedAt: startsAt, terms } = command;
  const faults = [...startFaults({ startedAt: startsAt, isPlan: true }, now), ...termsFaults(command, now)];
  if (faults.length > 0) return refused(faults);
  const outage = newOutage(id);
  const write = writeOn(
    [outage, world],
    [{ kind: 'outagePlanned', act, startsAt, terms }, ...missedAhead(outage, startsAt, now)],
    toCoordinators({ notice: 'coordination', manner: 'post' }),
  );
  return { kind: 'decided', writes: [opening(write, now), write], outage: id };
}
