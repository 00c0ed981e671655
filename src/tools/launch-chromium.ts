import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { environmentWith } from '../config.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Debian's package for each shared library that the bundled Chromium needs besides the C library's own. */
const debianPackages: Readonly<Record<string, string>> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
};

/**
 * A headless Chromium: the one that the variable `CHROMIUM` names, else the system's, else the one that the
 * package @sparticuz/chromium carries (Linux). Throws, with what to install, where that one misses a library.
 * Close it when done.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath =
    environmentWith({})['CHROMIUM'] ??
    installed.find((path) => existsSync(path)) ??
    (await bundledChromium());
  // By its environment alone does Chromium show the fields of dates and times in Swedish.
  const env = environmentWith({ LANG: 'sv_SE.UTF-8', LANGUAGE: 'sv' });
  // Chromium's own sandbox refuses to run as root, which containers are.
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env });
}

async function bundledChromium(): Promise<string> {
  const path = await bundled.executablePath();
  const missing = await missingLibraries(path);
  if (missing.length === 0) return path;
  const packages = new Set(missing.map((library) => debianPackages[library] ?? library));
  throw new Error(
    `Chromium saknar ${missing.join(', ')}: installera med ”apt-get install ${[...packages].join(' ')}”.`,
  );
}

/** What `ldd` cannot find; nothing where there is no `ldd` to ask. */
async function missingLibraries(path: string): Promise<readonly string[]> {
  const listed = await promisify(execFile)('ldd', [path]).catch(() => ({ stdout: '' }));
  return [...listed.stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
}
