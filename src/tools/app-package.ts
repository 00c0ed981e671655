import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import product from '../../package.json' with { type: 'json' };

/** What an app package is filled with for one customer. Addresses are https, ids GUIDs. */
export type PackageIds = {
  readonly botId: string;
  /** What Teams knows the app by; may be the bot's id. */
  readonly appId: string;
  /** Where the service's pages are reached. */
  readonly publicUrl: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsOfUseUrl: string;
};

/** The manifest for a customer; without ids, one for looking at, which says so wherever its name is shown. */
export function filledManifest(ids: PackageIds | undefined) {
  const { version } = product;
  if (ids === undefined) {
    const { full, short } = manifest.name;
    return { ...manifest, version, name: { short: `${short} (visning)`, full: `${full} (visning)` } };
  }
  const { appId, botId, privacyUrl, publicUrl, termsOfUseUrl, websiteUrl } = ids;
  return {
    ...manifest,
    version,
    id: appId,
    developer: { ...manifest.developer, websiteUrl, privacyUrl, termsOfUseUrl },
    validDomains: [new URL(publicUrl).host],
    bots: manifest.bots.map((bot) => ({ ...bot, botId })),
    composeExtensions: manifest.composeExtensions.map((extension) => ({ ...extension, botId })),
  };
}

/** The same for every build of the same content; ZIP has no earlier day. */
const mtime = new Date(1980, 0, 1);

/** The package that Teams takes: the manifest and the two icons, side by side in a ZIP. */
export async function appPackage(ids: PackageIds | undefined): Promise<Uint8Array> {
  const folder = join(import.meta.dirname, '../../manifest');
  const { color, outline } = manifest.icons;
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(filledManifest(ids), null, 2)}\n`),
    [color]: new Uint8Array(await readFile(join(folder, color))),
    [outline]: new Uint8Array(await readFile(join(folder, outline))),
  };
  return zipSync(files, { mtime });
}
