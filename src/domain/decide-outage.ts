import { runningOutage } from './current-outage.ts';
import { decideDeclare } from './decide-declare.ts';
import { decideOnOne } from './decide-on-one.ts';
import type { Decision, World } from './decision.ts';
import { newOutage } from './evolve-outage.ts';
import { formDone } from './form-done.ts';
import type { OutageCommand } from './outage-command.ts';
import { textFaults } from './outage-faults.ts';
import { opening, refused, toCoordinators, writeOn } from './outage-write.ts';

/**
 * What a wish concerning outages leads to; who may wish it is judged before. A form that was carried out already
 * is not carried out again, whatever has become of the outage since.
 */
export function decideOutage(command: OutageCommand, world: World, now: number): Decision {
  const earlier = formDone(command.act, world);
  if (earlier !== undefined) return earlier;
  if (command.kind === 'report') return decideReport(command, world, now);
  if (command.kind === 'declare') return decideDeclare(command, world, now);
  return decideOnOne(command, world, now);
}

/** Reports after the first change the coordinators' card silently, whatever it shows by then. */
function decideReport(
  { act, message, newOutage: newId, unit }: Extract<OutageCommand, { kind: 'report' }>,
  world: World,
  now: number,
): Decision {
  const running = runningOutage(world);
  const faults = textFaults('message', message);
  if (faults.length > 0) return refused(faults, running?.id);
  const outage = running ?? newOutage(newId);
  const write = writeOn(
    [outage, world],
    [{ kind: 'outageReported', act, message, ...(unit !== undefined && { unit }) }],
    toCoordinators({
      notice: outage.state === 'reported' ? 'report' : 'coordination',
      manner: running === undefined ? 'post' : 'amend',
    }),
  );
  const writes = running === undefined ? [opening(write, now), write] : [write];
  return { kind: 'decided', writes, outage: outage.id };
}
