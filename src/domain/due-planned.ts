import type { Act } from './act.ts';
import { aheadMoments } from './ahead.ts';
import { runningOutage } from './current-outage.ts';
import type { World, Write } from './decision.ts';
import type { Outage } from './outage.ts';
import type { OutageEvent, Terms } from './outage-event.ts';
import { hasThread, unitRecipients } from './outage-recipients.ts';
import type { NoticesOf } from './outage-write.ts';
import { together, toCoordinators, toPlanned, toUnits, writeOn } from './outage-write.ts';
import { openMoments, sayLatest } from './say-latest.ts';
import { worldAfter } from './world-after.ts';

/** When the clock has something to do with a planned outage: moments ahead of it, and its start. */
export function plannedMoments(outage: Outage): readonly number[] {
  if (outage.state !== 'planned') return [];
  const ahead = openMoments(outage, aheadMoments(outage.startedAt)).map(({ at }) => at);
  return [...ahead, outage.startedAt];
}

/**
 * What is said 7 days, 1 day and 1 hour ahead. A late one is still said, until the next moment or the start has
 * come: late word is better than none, and the card names the start itself.
 */
export function dueAhead(world: World, now: number): readonly Write[] {
  return plannedOutages(world).flatMap((outage) =>
    sayLatest(
      [outage, world],
      {
        moments: aheadMoments(outage.startedAt),
        noticeAt: (key) => (outage.startedAt <= now ? () => [] : toldAhead(key)),
      },
      now,
    ),
  );
}

function toldAhead(key: string): NoticesOf {
  return (outage, { directory }) => [
    {
      notice: 'planned-ahead',
      manner: hasThread(outage.outbox, 'planned') ? 'revise' : 'post',
      thread: 'planned',
      key,
      recipients: unitRecipients(outage, directory, 'planned'),
    },
  ];
}

/** The plans whose time has come: the first begins, or becomes part of what runs; so on with the next. */
export function dueStarts(world: World, now: number): readonly Write[] {
  const plan = plannedOutages(world).find(({ startedAt }) => startedAt <= now);
  if (plan === undefined) return [];
  const running = runningOutage(world);
  const writes =
    running === undefined ? [startWrite(plan, world, now)] : joinWrites([plan, running], world, now);
  return [...writes, ...dueStarts(worldAfter(world, writes, now), now)];
}

function plannedOutages({ outages }: World): readonly Outage[] {
  return [...outages.values()]
    .filter(({ state }) => state === 'planned')
    .toSorted((one, other) => one.startedAt - other.startedAt);
}

function startWrite(plan: Outage, world: World, now: number): Write {
  return writeOn(
    [plan, world],
    [{ kind: 'outageStarted', at: now }],
    together(
      toUnits({ notice: 'start', manner: 'post' }),
      toCoordinators({ notice: 'coordination', manner: 'revise' }),
    ),
  );
}

/**
 * What runs comes first, so that a plan is never put away before somebody else carries it. A reported outage is
 * declared by the plan, rather than closed in its favour: the calls logged in it stay where they are, and its
 * start is the earlier of the two, so that they lie within it. One that is declared already takes over the
 * plan's scope, and units that were not told are told then (due-consequences.ts). Whoever was told of the plan
 * ahead hears that it is part of what runs.
 */
function joinWrites([plan, running]: readonly [Outage, Outage], world: World, now: number): readonly Write[] {
  const taken = running.state === 'reported' ? declared(plan, running, now) : widened(plan, running, now);
  const begun =
    running.state === 'reported'
      ? together(
          toUnits({ notice: 'start', manner: 'post' }),
          toCoordinators({ notice: 'coordination', manner: 'revise' }),
        )
      : toCoordinators({ notice: 'coordination', manner: 'amend' });
  return [
    ...(taken.length > 0 ? [writeOn([running, world], taken, begun)] : []),
    writeOn(
      [plan, world],
      [{ kind: 'outageJoined', at: now, into: running.id }],
      together(
        toPlanned({ notice: 'cancelled', manner: 'revise' }),
        toCoordinators({ notice: 'coordination', manner: 'amend' }),
      ),
    ),
  ];
}

function declared(plan: Outage, reported: Outage, now: number): readonly OutageEvent[] {
  const act = planActOf(plan, now);
  const startedAt = Math.min(reported.startedAt, plan.startedAt);
  const { terms } = plan;
  return act ? [{ kind: 'outageDeclared', act, outageKind: 'planned', startedAt, terms }] : [];
}

function widened(plan: Outage, running: Outage, now: number): readonly OutageEvent[] {
  const act = planActOf(plan, now);
  const scope = wideScope(running.terms.scope, plan.terms.scope);
  if (act === undefined || scope.length === running.terms.scope.length) return [];
  const { startedAt, terms } = running;
  return [{ kind: 'outageUpdated', act, startedAt, terms: { ...terms, scope } }];
}

/** Both scopes together; an empty one is everybody's. */
function wideScope(one: Terms['scope'], other: Terms['scope']): Terms['scope'] {
  return one.length === 0 || other.length === 0 ? [] : [...new Set([...one, ...other])];
}

/** What is done by the clock in the planner's name, under a form id of its own: the plan's is its own stream's. */
function planActOf({ deeds, id }: Outage, now: number): Act | undefined {
  return deeds.planned && { ...deeds.planned, at: now, form: { id: `joined:${id}`, digest: '' } };
}
