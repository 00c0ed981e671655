import { expect } from 'vitest';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import { noticeEventSchemas } from '../../src/domain/notice-event.ts';
import type { IssuedNotice } from '../../src/domain/notice-event.ts';
import type { Store } from '../../src/storage/store.ts';
import { spelledCode } from '../../src/text/spelled-code.ts';
import type { BotStage } from './bot-stage.ts';
import { openLogStage } from './unit-stage.ts';

/** Something that more people can read than the one it is for: a channel's post, an answer in it, a push. */
type Told = { readonly where: string; readonly text: string };

/** The stages that were opened, with what was answered where others read, and whom the calls were with. */
const stages: { readonly stage: BotStage; readonly told: Told[]; readonly names: Set<string> }[] = [];

/** A stage of which every word that others could read is kept: see `expectNothingOverheard`. */
export async function openOverheardStage(store?: Store): Promise<BotStage> {
  const stage = await openLogStage(store);
  const told: Told[] = [];
  const names = new Set<string>();
  stages.push({ stage, told, names });
  return {
    ...stage,
    async press(by, verb, data = {}, how = {}) {
      const { counterpart }: Readonly<Record<string, unknown>> = data;
      if (typeof counterpart === 'string' && counterpart.trim().length > 2) names.add(counterpart.trim());
      const seen = await stage.press(by, verb, data, how);
      told.push({ where: `the push of ${verb}`, text: seen.summary });
      const isReadByAll = by.place.kind !== 'personal' && how.carrier === 'submit';
      if (isReadByAll) told.push({ where: `${verb} by Submit`, text: JSON.stringify(seen.card) });
      return seen;
    },
    async says(by, text, asker) {
      const seen = await stage.says(by, text, asker);
      const all = by.place.kind === 'personal' ? seen.summary : seen.summary + JSON.stringify(seen.card);
      told.push({ where: `what answers ”${text}”`, text: all });
      return seen;
    },
  };
}

/** Nothing that others could read in this test had a code in it, or the name of whoever a call was with. */
export async function expectNothingOverheard(): Promise<void> {
  expect(await overheard()).toEqual([]);
}

/** Every code, and every name of whoever a call was with, in what others could read since the last time. */
async function overheard(): Promise<readonly string[]> {
  const all = await Promise.all(
    stages.splice(0).map(async ({ stage, told, names }) => {
      const recorded = await stage.recorded();
      const codes = new Set(recorded.match(codeShape));
      return [...told, ...(await posted(stage))].flatMap(({ where, text }) =>
        caseDataIn(text, { codes, names }).map((found) => `${where}: ${found}`),
      );
    }),
  );
  return all.flat();
}

const codeShape = /\b[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}\b/g;
/** Stands in forms as an example of what a code looks like, and is nobody's. */
const example = 'K7M-3F';

type Known = { readonly codes: ReadonlySet<string>; readonly names: ReadonlySet<string> };

/** What of a case stands in a text: anything like a code, a code however it is written, a name. */
export function caseDataIn(text: string, { codes, names }: Known): readonly string[] {
  const alike = (text.match(codeShape) ?? []).filter((code) => code !== example || codes.has(code));
  const written = [...codes].flatMap((code) => [code, code.replace('-', ''), spelledCode(code)]);
  const heard = [...written, ...names].filter((one) => text.toLowerCase().includes(one.toLowerCase()));
  return [...new Set([...alike, ...heard])];
}

/** Whatever a channel is told, card by card; of what a person is told, the push; what coordinators read, whole. */
async function posted({ store }: BotStage): Promise<readonly Told[]> {
  const notices = await issuedOn(store);
  return notices.flatMap((issued) => {
    const { card, conclusion, notice, recipients, text } = issued;
    const isPublic = recipients.some((one) => one.startsWith('unit:')) || forCoordinators.has(notice);
    const views = conclusion === undefined ? [card] : [card, conclusion];
    const cards = isPublic ? views.map((view) => JSON.stringify(noticeMessage(view))) : [];
    return [text, ...cards].map((one) => ({ where: `${notice} to ${recipients.join(', ')}`, text: one }));
  });
}

const forCoordinators: ReadonlySet<string> = new Set(['report', 'prompt', 'coordination']);

/** Every notice that was ever issued on a store, in the order of its stream. */
export async function issuedOn(store: Store): Promise<readonly IssuedNotice[]> {
  const streams = await store.streams();
  const records = await Promise.all(streams.map((stream) => store.read(stream, 0)));
  const [issuedSchema] = noticeEventSchemas;
  return records
    .flat()
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => issuedSchema.safeParse(entry).data ?? []);
}
