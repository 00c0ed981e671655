import type { Decision, World } from '../../src/domain/decision.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import { dueWrites } from '../../src/domain/due.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import {
  aWorld,
  afterCommand,
  carriedOut,
  anAct,
  day,
  eventsOf,
  noon,
  noticesOf,
  someTerms,
  writesOf,
} from './build-outage.ts';

/** A command of one kind. */
export type CommandOf<Kind> = Extract<OutageCommand, { kind: Kind }>;

/** That it stands still, from nowhere in particular. */
export const report = (overrides: Partial<CommandOf<'report'>> = {}): OutageCommand => ({
  kind: 'report',
  act: anAct(),
  newOutage: 'o1',
  message: 'Det står still',
  ...overrides,
});
/** That there is an unplanned outage for all, since noon. */
export const declare = (overrides: Partial<CommandOf<'declare'>> = {}): OutageCommand => ({
  kind: 'declare',
  act: anAct(),
  newOutage: 'o1',
  outageKind: 'unplanned',
  startedAt: noon,
  terms: someTerms(),
  ...overrides,
});
/** That one is planned in ten days. */
export const plan = (overrides: Partial<CommandOf<'declare'>> = {}): OutageCommand =>
  declare({ outageKind: 'planned', startedAt: noon + 10 * day, newOutage: 'plan', ...overrides });
/** That a drill begins. */
export const drill = (): OutageCommand => declare({ outageKind: 'drill', newOutage: 'drill' });
const on = { outage: 'o1' };
/** That nothing is new. */
export const update = (overrides: Partial<CommandOf<'update'>> = {}): OutageCommand => ({
  kind: 'update',
  act: anAct(),
  ...on,
  startedAt: noon,
  terms: someTerms(),
  ...overrides,
});
/** That the system answers. */
export const restored = (restoredAt = noon): OutageCommand => ({
  kind: 'restored',
  act: anAct(),
  ...on,
  restoredAt,
});
/** That it fell again. */
export const resume = (resumedAt = noon): OutageCommand => ({
  kind: 'resume',
  act: anAct(),
  ...on,
  resumedAt,
});
/** All clear, at noon. */
export const end = (overrides: Partial<CommandOf<'end'>> = {}): OutageCommand => ({
  kind: 'end',
  act: anAct(),
  ...on,
  endedAt: noon,
  message: '',
  ...overrides,
});
/** What needs, or may have, a reason. */
export const because = (
  kind: 'dismiss' | 'cancel' | 'close',
  reason = 'Falskt larm',
  outage = 'o1',
): OutageCommand => ({ kind, act: anAct(), outage, reason });

/** The world after the commands, at noon. */
export const after = (...commands: readonly OutageCommand[]): World =>
  commands.reduce((world, command) => afterCommand(world, command, noon), aWorld());
/** What a command leads to, at noon. */
export const decide = (command: OutageCommand, world: World, now = noon): Decision =>
  decideOutage(command, world, now);
/** Why not; none where it is done. */
export const refusalsOf = (decision: Decision): readonly Refusal[] =>
  decision.kind === 'refused' ? decision.refusals : [];
/** Refusals in short: `startedAt in-future`, `already-done`. */
export const faultsOf = (decision: Decision): readonly string[] =>
  refusalsOf(decision).map((refusal) =>
    refusal.kind === 'field' ? `${refusal.field} ${refusal.fault}` : refusal.kind,
  );
/** What a command that must succeed writes, in short. */
export const eventsFrom = (command: OutageCommand, world: World, now = noon): readonly string[] =>
  eventsOf(writesOf(decide(command, world, now)));
/** What a command that must succeed tells, in short. */
export const noticesFrom = (command: OutageCommand, world: World, now = noon): readonly string[] =>
  noticesOf(writesOf(decide(command, world, now)));

/** What is due in short: notices as they go, and what happens otherwise. */
export const dueIn = (world: World, now: number): readonly string[] => {
  const writes = dueWrites(world, now);
  return [...eventsOf(writes), ...noticesOf(writes)];
};
/** The world when what was due at each of the times is done. */
export const at = (world: World, ...times: readonly number[]): World =>
  times.reduce((then, now) => carriedOut(then, dueWrites(then, now), now), world);
