import { join } from 'node:path';
import { z } from 'zod';
import { readAdvisories } from './advisory-list.ts';
import { clockNow } from './clock-now.ts';
import { dependencyReport } from './dependency-report.ts';
import { npmAudit } from './npm-audit.ts';
import { runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';
import { bytesOf, readDependencyTree } from './production-packages.ts';

/** `npm run vet`: licences and known vulnerabilities of every package that runs in production. */

const usage = `Så kontrollerar du paketens licenser och kända sårbarheter:
  npm run --silent vet                                 (frågar npm-registret)
  npm run --silent vet -- --advisories <fil|mapp>      (utan nät: en sparad lista)

Listan är råd i OSV-form (osv.dev, npm/all.zip uppackad) eller det som npm audit --json skrev där registret nås. Det som
är fel, eller inte kunde kontrolleras, sägs på stderr, och slutkoden är då 1.`;

const root = join(import.meta.dirname, '../..');

await runCommand({
  usage,
  values: ['advisories'],
  options: z.strictObject({ advisories: z.string().min(1).optional() }),
  async run({ advisories }): Promise<Outcome> {
    const now = (await clockNow()).getTime();
    const tree = await readDependencyTree(root);
    const known = advisories === undefined ? await npmAudit(root, now) : await readAdvisories(advisories);
    const { faults, said } = dependencyReport(tree, known, now);
    const megabytes = (await bytesOf(root, tree.production)) / 1e6;
    const size = `${tree.production.length} paket i produktion, ${megabytes.toFixed(1)} MB.`;
    const text = `${[size, ...said].join('\n')}\n`;
    return faults.length === 0
      ? { kind: 'done', said: text }
      : { kind: 'alarm', said: text, told: `FEL:\n${faults.join('\n')}\n` };
  },
});
