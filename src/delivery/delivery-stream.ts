import type { Directory } from '../domain/directory.ts';
import type { Outbox } from '../domain/outbox.ts';
import type { StreamName } from '../storage/store.ts';

/** The notices of one stream, and how far each has come. */
export type DeliveryStream = { readonly stream: StreamName; readonly outbox: Outbox };

/** All that deliveries rest on: whom there is to tell, and what. */
export type DeliveryState = { readonly directory: Directory; readonly streams: readonly DeliveryStream[] };
