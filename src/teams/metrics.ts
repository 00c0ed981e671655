import { Counter, Gauge, Registry } from 'prom-client';

/** What operations may count: kinds and outcomes, never a person, a place or a text. */
export type Metrics = {
  activity(kind: string, outcome: string): void;
  answer(intent: string): void;
  refusal(reason: string): void;
  connectorCall(method: string, status: string): void;
  /** Where to ask, each time that the metrics are read, what has become of notices. */
  watchNotices(read: () => Promise<NoticeHealth>): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly contentType: string;
};

/** Notices that did not come through, and how long the oldest that is to go by itself has waited, in seconds. */
type NoticeHealth = { readonly failed: number; readonly oldestUndeliveredSeconds: number };

/** Counters of one service; two in one process do not share them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  const activities = counter('bot_activities_total', 'Activities received.', ['kind', 'outcome']);
  const answers = counter('bot_answers_total', 'Answers given.', ['intent']);
  const refusals = counter('bot_refusals_total', 'Requests refused, by reason.', ['reason']);
  const calls = counter('bot_connector_calls_total', 'Calls to the connector.', ['method', 'status']);
  addMemory(registry);
  return {
    activity: (kind, outcome) => activities.inc({ kind, outcome }),
    answer: (intent) => answers.inc({ intent }),
    refusal: (reason) => refusals.inc({ reason }),
    connectorCall: (method, status) => calls.inc({ method, status }),
    watchNotices(read) {
      const failed = gauge(
        'bot_notices_failed',
        'Notices that need somebody to act.',
        async () => (await read()).failed,
      );
      const oldest = gauge(
        'bot_notices_oldest_undelivered_seconds',
        'Since the oldest undelivered notice was issued.',
        async () => (await read()).oldestUndeliveredSeconds,
      );
      registry.registerMetric(failed);
      registry.registerMetric(oldest);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** prom-client's own default metrics would also tell the version of Node. */
function addMemory(registry: Registry): void {
  registry.registerMetric(
    gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss()),
  );
  registry.registerMetric(gauge('process_heap_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed));
}

function gauge(name: string, help: string, read: () => number | Promise<number>): Gauge {
  return new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      this.set(await read());
    },
  });
}
