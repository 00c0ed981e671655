import { missedAhead } from './ahead.ts';
import { lastEndedAt } from './current-outage.ts';
import type { Decision, World } from './decision.ts';
import type { Outage } from './outage.ts';
import type { OutageEvent } from './outage-event.ts';
import { faultIf, pastFaults, startFaults, termsFaults, textFaults } from './outage-faults.ts';
import type { CommandOnOne } from './outage-standing.ts';
import { standingRefusal } from './outage-standing.ts';
import { firstCallFaults } from './first-call-faults.ts';
import { logKeptNotices } from './log-notices.ts';
import type { NoticesOf } from './outage-write.ts';
import { refused, together, toCoordinators, toPlanned, toUnits, writeOn } from './outage-write.ts';
import type { Refusal } from './refusal.ts';
import { unreachable } from './unreachable.ts';

type CommandOf<Kind extends CommandOnOne['kind']> = Extract<CommandOnOne, { kind: Kind }>;

/** What a command would lead to, and what is wrong with its fields. */
type Plan = {
  readonly faults: readonly Refusal[];
  readonly events: readonly OutageEvent[];
  readonly notices: NoticesOf;
};

const amendCoordination = toCoordinators({ notice: 'coordination', manner: 'amend' });
const reviseCoordination = toCoordinators({ notice: 'coordination', manner: 'revise' });

/** What is wanted of an outage that there is: refused where the state, the form's revision or a field forbids it. */
export function decideOnOne(command: CommandOnOne, world: World, now: number): Decision {
  const outage = world.outages.get(command.outage);
  if (outage === undefined || outage.revision === 0) return refused([{ kind: 'no-such-outage' }]);
  const refusal = standingRefusal(outage, command);
  if (refusal !== undefined) return refused([refusal], outage.id);
  const { events, faults, notices } = planOf(command, [outage, world], now);
  if (faults.length > 0) return refused(faults, outage.id);
  return {
    kind: 'decided',
    writes: [writeOn([outage, world], events, notices)],
    outage: outage.id,
  };
}

function planOf(command: CommandOnOne, [outage, world]: readonly [Outage, World], now: number): Plan {
  switch (command.kind) {
    case 'update':
      return update(command, [outage, world], now);
    case 'restored':
      return restored(command, outage, now);
    case 'resume':
      return resume(command, outage, now);
    case 'end':
      return end(command, outage, now);
    case 'dismiss':
      return {
        faults: textFaults('reason', command.reason, true),
        events: [{ kind: 'outageDismissed', act: command.act, reason: command.reason }],
        notices: together(amendCoordination, logKeptNotices),
      };
    case 'cancel':
      return cancel(command);
    case 'close':
      return {
        faults: textFaults('reason', command.reason),
        events: [{ kind: 'outageClosed', act: command.act, reason: command.reason }],
        notices: amendCoordination,
      };
    default:
      return unreachable(command);
  }
}

function update(command: CommandOf<'update'>, [outage, world]: readonly [Outage, World], now: number): Plan {
  const { act, startedAt, terms } = command;
  const isPlanned = outage.state === 'planned';
  const isMoved = isPlanned && startedAt !== outage.startedAt;
  const { restoredAt } = outage;
  const lastEnd = outage.kind === 'drill' ? undefined : lastEndedAt(world);
  return {
    faults: [
      ...(startedAt === outage.startedAt
        ? []
        : [
            ...startFaults({ startedAt, isPlan: isPlanned, lastEnd }, now),
            ...firstCallFaults(startedAt, outage, lastEnd),
          ]),
      ...faultIf(restoredAt !== undefined && restoredAt < startedAt, 'restoredAt', 'before-start'),
      ...termsFaults({ startedAt, terms, before: outage.terms }, now),
    ],
    events: [
      { kind: 'outageUpdated', act, startedAt, terms },
      ...(isMoved ? missedAhead(outage, startedAt, now) : []),
    ],
    notices: together(
      (isPlanned ? toPlanned : toUnits)({ notice: 'update', manner: 'revise' }),
      amendCoordination,
    ),
  };
}

function restored({ act, restoredAt }: CommandOf<'restored'>, outage: Outage, now: number): Plan {
  return {
    faults: pastFaults('restoredAt', restoredAt, { now, startedAt: outage.startedAt }),
    events: [{ kind: 'outageRestored', act, restoredAt }],
    notices: reviseCoordination,
  };
}

function resume({ act, resumedAt }: CommandOf<'resume'>, { restoredAt }: Outage, now: number): Plan {
  return {
    faults: [
      ...faultIf(resumedAt > now, 'restoredAt', 'in-future'),
      ...faultIf(restoredAt !== undefined && resumedAt < restoredAt, 'restoredAt', 'before-restored'),
    ],
    events: [{ kind: 'outageResumed', act, resumedAt }],
    notices: reviseCoordination,
  };
}

function end({ act, endedAt, message }: CommandOf<'end'>, outage: Outage, now: number): Plan {
  return {
    faults: [...endedFaults(endedAt, outage, now), ...textFaults('message', message)],
    events: [{ kind: 'outageEnded', act, endedAt, message, isInterrupted: false }],
    notices: together(toUnits({ notice: 'end', manner: 'conclude' }), amendCoordination),
  };
}

/** The system answered before all was clear. */
function endedFaults(endedAt: number, { restoredAt, startedAt }: Outage, now: number): readonly Refusal[] {
  const faults = pastFaults('endedAt', endedAt, { now, startedAt });
  if (faults.length > 0 || restoredAt === undefined) return faults;
  return faultIf(endedAt < restoredAt, 'endedAt', 'before-restored');
}

function cancel({ act, reason }: CommandOf<'cancel'>): Plan {
  return {
    faults: textFaults('reason', reason, true),
    events: [{ kind: 'outageCancelled', act, reason }],
    notices: together(toPlanned({ notice: 'cancelled', manner: 'revise' }), amendCoordination),
  };
}
