import pino from 'pino';
import type { Courier, Place, SendFailure, Sent } from '../../src/delivery/courier.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import type { DeliveryLoop } from '../../src/delivery/delivery.ts';
import { defaultDeliveryLimits } from '../../src/delivery/delivery-limits.ts';
import type { DeliveryLimits } from '../../src/delivery/delivery-limits.ts';
import type { DeliveryStream } from '../../src/delivery/delivery-stream.ts';
import type { Directory, KnownPerson, KnownTeam, Unit } from '../../src/domain/directory.ts';
import type {
  IssuedNotice,
  NoticeEvent,
  NoticeStep,
  Recipient,
  Root,
} from '../../src/domain/notice-event.ts';
import { deliveryKey } from '../../src/domain/notice-steps.ts';
import { emptyOutbox, evolveOutbox } from '../../src/domain/outbox.ts';
import type { Delivery, Outbox } from '../../src/domain/outbox.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { StreamName } from '../../src/storage/store.ts';
import { createVirtualClock } from './virtual-clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** 14 February 2026, 02.00 in Sweden. */
export const night = Date.UTC(2026, 1, 14, 1);
export const outageStream: StreamName = 'outages/o-1';

const act = {
  by: { id: 'p-1', name: 'Kim' },
  at: night,
  form: { id: 'f-1', digest: '' },
};

export function aUnit(id: string, changes: Partial<Unit> = {}): Unit {
  return {
    id,
    name: `Avdelning ${id}`,
    organisation: 'region',
    isCoordination: false,
    channel: { id: `19:${id}@thread.tacv2`, name: 'Allmänt' },
    team: 'team-1',
    state: 'connected',
    connected: act,
    ...changes,
  };
}

export function aTeam(changes: Partial<KnownTeam> = {}): KnownTeam {
  return {
    id: 'team-1',
    name: 'Medicin',
    tenant: 'tenant-1',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    isInstalled: true,
    installedAt: night - 1_000,
    ...changes,
  };
}

export function aPerson(id: string, changes: Partial<KnownPerson> = {}): KnownPerson {
  return {
    id,
    name: `Person ${id}`,
    tenant: 'tenant-1',
    chat: { conversation: `a:${id}`, serviceUrl: 'https://smba.trafficmanager.net/emea/' },
    profile: {},
    ...changes,
  };
}

type Known = {
  readonly units?: readonly Unit[];
  readonly teams?: readonly KnownTeam[];
  readonly people?: readonly KnownPerson[];
};

export function aDirectory({ units = [aUnit('a')], teams = [aTeam()], people = [] }: Known = {}): Directory {
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    teams: new Map(teams.map((team) => [team.id, team])),
    people: new Map(people.map((person) => [person.id, person])),
    coordinators: new Map(),
    openOutages: new Map(),
    forms: new Map(),
    outbox: emptyOutbox,
  };
}

export function aNotice(changes: Partial<IssuedNotice> = {}): IssuedNotice {
  const number = changes.number ?? 1;
  return {
    kind: 'noticeIssued',
    at: night,
    number,
    notice: 'start',
    manner: 'post',
    thread: 'units',
    recipients: ['unit:a'],
    card: { card: number },
    text: `text ${number}`,
    ...changes,
  };
}

/** A request as it came to Teams. */
type Call = {
  readonly at: number;
  readonly step: NoticeStep;
  readonly place: Place;
  readonly root?: Root;
  readonly card?: unknown;
  readonly text: string;
};
/** What Teams makes of a request. */
export type Script = (
  call: Call,
  earlier: readonly Call[],
) => SendFailure | 'ok' | Promise<SendFailure | 'ok'>;

export const refused = (status: number, errorCode = 'none', retryAfterMs?: number): SendFailure => ({
  status,
  errorCode,
  reached: 'maybe',
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

/** Each failure once, in this order; then everything succeeds. */
export const failsWith =
  (...failures: readonly SendFailure[]): Script =>
  (_call, earlier) =>
    failures[earlier.length] ?? 'ok';

type Setting = {
  readonly script?: Script;
  readonly directory?: Directory;
  readonly limits?: Partial<DeliveryLimits>;
  readonly random?: () => number;
  /** How long Teams takes for each request. */
  readonly latencyMs?: number;
  /** How long each record waits before it is written. */
  readonly recordMs?: number;
};

/** A delivery on virtual time with a scripted Teams; the record lives in memory and outlasts the process. */
export type Stage = AsyncDisposable & {
  readonly clock: VirtualClock;
  readonly calls: readonly Call[];
  readonly steps: () => readonly string[];
  readonly events: (stream?: StreamName) => readonly NoticeEvent[];
  readonly outbox: (stream?: StreamName) => Outbox;
  readonly streams: () => readonly DeliveryStream[];
  readonly directory: () => Directory;
  readonly delivery: (recipient?: Recipient, number?: number) => Delivery | undefined;
  readonly issue: (notice: IssuedNotice, stream?: StreamName) => void;
  /** Writes down what a process before this one did. */
  readonly keep: (event: NoticeEvent, stream?: StreamName) => void;
  readonly know: (directory: Directory) => void;
  readonly close: (stream: StreamName) => void;
  /** The store refuses so many records, or every one until it is told otherwise. */
  readonly storeFails: (times: number) => void;
  /** So many records are written, and yet said to have failed. */
  readonly storeLies: (times: number) => void;
  readonly readFails: (times: number) => void;
  readonly recordsTried: () => number;
  readonly logged: () => string;
  /** Begins to deliver; a delivery that runs already is left behind, as by a crash. */
  readonly start: () => DeliveryLoop;
};

export function createStage(setting: Setting = {}): Stage {
  const { script = () => 'ok' as const, random = () => 0.5, latencyMs = 0, recordMs = 0 } = setting;
  const clock = createVirtualClock(night);
  const limits = { ...defaultDeliveryLimits, ...setting.limits };
  const records = new Map<StreamName, { events: NoticeEvent[]; outbox: Outbox }>();
  const calls: Call[] = [];
  const lines: string[] = [];
  const loops: DeliveryLoop[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  let directory = setting.directory ?? aDirectory();
  let faults = 0;
  let lies = 0;
  let readFaults = 0;
  let tried = 0;

  const append = (stream: StreamName, events: readonly NoticeEvent[]): Outbox => {
    const record = records.get(stream) ?? { events: [], outbox: emptyOutbox };
    record.events.push(...events);
    record.outbox = evolveOutbox(record.outbox, events);
    records.set(stream, record);
    return record.outbox;
  };
  const take = async (request: Omit<Call, 'at'>): Promise<Sent> => {
    const call = { ...request, at: clock.at() };
    const earlier = [...calls];
    calls.push(call);
    const answer = await script(call, earlier);
    if (latencyMs > 0) await clock.wait(latencyMs, new AbortController().signal);
    if (answer !== 'ok') return { kind: 'failed', failure: answer };
    const activity = `${calls.length}`;
    const root = { conversation: `${call.place.conversation};messageid=${activity}`, activity };
    return { kind: 'sent', ...(call.step === 'post' && { root }) };
  };
  const courier: Courier = {
    post: (place, { card, text }) => take({ step: 'post', place, card, text }),
    edit: (place, root, { card, text }) => take({ step: 'edit', place, root, card, text }),
    reply: (place, root, text) => take({ step: 'reply', place, root, text }),
  };
  const read = async () => {
    readFaults -= 1;
    if (readFaults >= 0) throw new StoreFault('disk');
    return { directory, streams: streams() };
  };
  const record = async (stream: StreamName, events: readonly NoticeEvent[]) => {
    tried += 1;
    if (!records.has(stream)) throw new StoreFault('closed');
    if (recordMs > 0) await clock.wait(recordMs, new AbortController().signal);
    faults -= 1;
    if (faults >= 0) throw new StoreFault('disk');
    const outbox = append(stream, events);
    lies -= 1;
    if (lies >= 0) throw new StoreFault('disk');
    return outbox;
  };
  const streams = () => [...records].map(([stream, { outbox }]) => ({ stream, outbox }));
  const outbox = (stream = outageStream) => records.get(stream)?.outbox ?? emptyOutbox;
  return {
    clock,
    calls,
    steps: () => calls.map(({ step }) => step),
    events: (stream = outageStream) => records.get(stream)?.events ?? [],
    outbox,
    streams,
    directory: () => directory,
    delivery: (recipient = 'unit:a', number = 1) => outbox().deliveries.get(deliveryKey(number, recipient)),
    issue: (notice, stream = outageStream) => void append(stream, [notice]),
    keep: (event, stream = outageStream) => void append(stream, [event]),
    know(known) {
      directory = known;
    },
    close: (stream) => void records.delete(stream),
    storeFails(times) {
      faults = times;
    },
    storeLies(times) {
      lies = times;
    },
    readFails(times) {
      readFaults = times;
    },
    recordsTried: () => tried,
    logged: () => lines.join(''),
    start() {
      // The service's world is wider, and names in it that are ours too may mean something else.
      const world = { ...clock, random, log, limits: {}, courier: {} };
      const loop = createDelivery({ read, record, courier, limits }, world);
      loops.push(loop);
      return loop;
    },
    async [Symbol.asyncDispose]() {
      const ending = loops.map((loop) => loop[Symbol.asyncDispose]());
      await clock.passAll();
      await Promise.all(ending);
    },
  };
}

/** One notice to one channel, and so much time. */
export async function deliver(
  script: Script,
  notice: Partial<IssuedNotice> = {},
  passMs = 2 * 60_000,
): Promise<Stage> {
  const stage = createStage({ script });
  stage.issue(aNotice(notice));
  stage.start();
  await stage.clock.pass(passMs);
  return stage;
}
