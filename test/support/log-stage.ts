import { expect } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { issueNotices } from '../../src/app/issue-notices.ts';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import { decideLog } from '../../src/domain/decide-log.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import type { Decision, World } from '../../src/domain/decision.ts';
import type { DirectoryEvent } from '../../src/domain/directory-event.ts';
import { dueWrites } from '../../src/domain/due.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import type { CareSetting, Organisation } from '../../src/domain/ids.ts';
import type { LogCommand, LogUnit } from '../../src/domain/log-command.ts';
import type { IssuedNotice, NoticeKind, Recipient } from '../../src/domain/notice-event.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { connected, seen, someFields } from './build-directory.ts';
import { aCall } from './build-log.ts';
import { anAct, minute, noon } from './build-outage.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';
import { cardFaults } from './card-faults.ts';
import { declare } from './outage-commands.ts';

const { routine } = await builtInKnowledge();

/** Units that have logs, as they log. */
export const ward: LogUnit = { id: 'ward', careSetting: 'inpatient-somatic', organisation: 'region' };
export const other: LogUnit = { id: 'other', careSetting: 'inpatient-somatic', organisation: 'region' };
export const ange: LogUnit = { id: 'ange', careSetting: 'municipality', organisation: 'ange' };

/** Anna has a chat with the bot, Bo has none. */
export const people = { anna: { id: 'anna', name: 'Anna' }, bo: { id: 'bo', name: 'Bo' } };

type Fields = { careSetting?: CareSetting; organisation?: Organisation; isCoordination?: boolean };

/** A channel becomes a unit; without a care setting it wants notices only. */
export const channelOf = (id: string, fields: Fields = {}): DirectoryEvent => {
  const { careSetting: _, ...rest } = someFields({ name: id });
  return connected({
    unit: id,
    channel: { id: `channel-${id}`, name: 'Lifecare' },
    fields: { ...rest, ...fields },
  });
};
const wardChannels = [ward, other, ange].map(({ careSetting, id, organisation }) =>
  channelOf(id, { careSetting, organisation }),
);
const leads = channelOf('lead', { isCoordination: true });

/** The books of a store in memory, with the notices that the bot says, and a clock that is set. */
export async function openLogStage(directory: readonly DirectoryEvent[] = [...wardChannels, leads, seen()]) {
  let now = noon;
  let ids = 0;
  const books = createBooks({
    store: createMemoryStore(),
    now: () => new Date(now),
    configuredCoordinators: [],
    issueNotices: (caused) => issueNotices(caused, routine),
  });
  const change = async (decide: (world: World) => Decision) => {
    const { decision, world } = await books.change(decide);
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
    return world;
  };
  const first = { stream: 'directory', events: directory, notices: [] } as const;
  await change(() => ({ kind: 'decided', writes: [first] }));
  const newId = () => `${(ids += 1)}`.padStart(12, '0');
  return {
    at: (instant: number) => void (now = instant),
    does: (command: OutageCommand) =>
      change((world) => decideOutage({ ...command, act: { ...command.act, at: now } }, world, now)),
    logs: (command: LogCommand) => change((world) => decideLog(command, world, now)),
    /** Does what is due. */
    tick: () => change((world) => ({ kind: 'decided', writes: dueWrites(world, now) })),
    /** A call of a unit's to the other side, by somebody. */
    record: (unit: LogUnit, call: Partial<Call>, by = people.anna, named?: string): LogCommand => ({
      kind: 'record',
      act: anAct({ at: now, by }),
      unit,
      isUnverified: false,
      newOutage: 'o1',
      newEntry: `e${newId()}`,
      newCode: newId(),
      call: aCall({ code: '', calledAt: now, ...call }),
      ...(named !== undefined && { outage: named }),
    }),
    acknowledge: (code: string, items: Call['items']): LogCommand => ({
      kind: 'acknowledge',
      act: anAct({ at: now, by: { id: 'eva', name: 'Eva' } }),
      unit: ange,
      isUnverified: false,
      newEntry: 'receipt',
      code,
      items,
    }),
  };
}

/** The one outage there is. */
export const only = ({ outages }: World): Outage => {
  const [outage] = outages.values();
  if (outage === undefined) throw new Error('There is no outage');
  return outage;
};
/** The first code that was taken. */
export const codeIn = (world: World): string => [...only(world).log.cases.keys()][0] ?? '';
/** The notices of a kind, in their order. */
export const issuedIn = (world: World, kind: NoticeKind): readonly IssuedNotice[] =>
  [...only(world).outbox.notices.values()].flat().filter(({ notice }) => notice === kind);
/** All of a notice that is stored. */
export const said = (notice: IssuedNotice | undefined): string => JSON.stringify(notice ?? {});
/** The notice that somebody gets. */
export const forOne = (notices: readonly IssuedNotice[], recipient: Recipient): IssuedNotice | undefined =>
  notices.find(({ recipients }) => recipients.includes(recipient));

/** Every card of a notice, where it is sent, is sound; its push is short. */
export function expectSound(notices: readonly IssuedNotice[]): void {
  for (const { card, conclusion, recipients, text } of notices) {
    const place = recipients.some((one) => one.startsWith('person:')) ? 'personal' : 'channel';
    for (const view of conclusion === undefined ? [card] : [card, conclusion]) {
      expect(cardFaults(noticeMessage(view, { place }).card)).toEqual([]);
    }
    expect(text.length).toBeLessThanOrEqual(120);
  }
}

/** The ward has told Ånge by Anna, who has a chat, and by Bo, who has none; Ånge says that it has it all. */
export async function withReceipt(begin = declare()) {
  const stage = await openLogStage();
  const isDrill = begin.kind === 'declare' && begin.outageKind === 'drill';
  await stage.does(begin);
  stage.at(noon + 10 * minute);
  const named = isDrill ? 'drill' : undefined;
  const told = await stage.logs(
    stage.record(ward, { items: ['admission'], outcome: 'given' }, people.anna, named),
  );
  const code = codeIn(told);
  await stage.logs(
    stage.record(ward, { code, items: ['planningBasis'], outcome: 'given' }, people.bo, named),
  );
  stage.at(noon + 20 * minute);
  const world = await stage.logs(stage.acknowledge(code, ['admission', 'planningBasis']));
  return { stage, code, world };
}
