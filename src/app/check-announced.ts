import { StoreFault } from '../storage/store.ts';
import type { Store } from '../storage/store.ts';
import { announcedIn } from './read-outages.ts';

/**
 * Rejects with `StoreFault` where an outage has records that the directory does not know of: it is announced there
 * before it begins, so the directory has lost its end or is an older copy, and with it whoever is to be told.
 */
export async function checkAnnounced(store: Pick<Store, 'read' | 'streams'>): Promise<void> {
  // In this order: another instance may announce one meanwhile, and begin it.
  const streams = await store.streams();
  const announced = new Set(announcedIn(await store.read('directory', 0)).map(({ id }) => id));
  const unknown = streams.filter((stream) => isUnknown(stream, announced));
  if (unknown.length === 0) return;
  throw new StoreFault(
    `Avbrott som registret inte känner till finns sparade: ${unknown.join(', ')}. Registret (directory) saknas, eller är ` +
      'en äldre kopia. Inget har ändrats. Lägg tillbaka registret från samma säkerhetskopia som avbrotten, eller ' +
      'flytta undan dem, och starta sedan tjänsten.',
  );
}

function isUnknown(stream: string, announced: ReadonlySet<string>): boolean {
  const [folder, outage] = stream.split('/');
  return (folder === 'outages' || folder === 'drills') && outage !== undefined && !announced.has(outage);
}
