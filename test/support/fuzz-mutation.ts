import { plantedIdentities } from './planted-identities.ts';

/** One change somewhere in a tree of JSON; `at` chooses where. */
export type Mutation = {
  readonly at: number;
  readonly how: 'remove' | 'replace' | 'wrap' | 'plant' | 'add-key';
  readonly junk: unknown;
};

type Slot = { readonly holder: object; readonly key: string };

/** Ids and addresses are Microsoft's: no person writes in them. */
const machineKeys =
  /^(?:id|tenantId|aadObjectId|aadGroupId|replyToId|serviceUrl|channelId|type|name|timestamp|conversationType)$/;

/** A copy with the change made. */
export function mutated(tree: object, { at, how, junk }: Mutation): object {
  const copy: object = structuredClone(tree);
  const slots = slotsIn(copy);
  const chosen = how === 'plant' ? slots.filter(isWritten) : slots;
  const slot = chosen[at % Math.max(1, chosen.length)];
  if (slot === undefined) return copy;
  change(slot, { at, how, junk });
  return copy;
}

function change({ holder, key }: Slot, { at, how, junk }: Mutation): void {
  const value: unknown = Reflect.get(holder, key);
  const identity = plantedIdentities[at % plantedIdentities.length] ?? '';
  if (how === 'remove') Reflect.deleteProperty(holder, key);
  if (how === 'replace') put(holder, key, junk);
  if (how === 'wrap') put(holder, key, [value, junk]);
  if (how === 'plant') put(holder, key, `${String(value)} ${identity}`);
  if (how === 'add-key') put(holder, at % 2 === 0 ? identity : '__proto__', junk);
}

/** Also under `__proto__`, as JSON does. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A person's, team's or channel's own name is written by somebody, though its key is a machine's elsewhere. */
function isWritten({ holder, key }: Slot): boolean {
  if (typeof Reflect.get(holder, key) !== 'string') return false;
  return !machineKeys.test(key) || (key === 'name' && 'id' in holder);
}

function slotsIn(value: unknown): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...slotsIn(inner)]);
}
