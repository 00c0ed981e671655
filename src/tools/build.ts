import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildService } from './build-service.ts';

/** `npm run build`: the service as the image and the systemd unit start it; `-- --out <folder>` for another place. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
await buildService(values.out ?? join(import.meta.dirname, '../../dist/service'));
