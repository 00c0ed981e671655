import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { organisations } from './domain/ids.ts';
import type { Organisation } from './domain/ids.ts';
import { load } from './routine/loaded.ts';
import type { Loaded } from './routine/loaded.ts';
import type { StoragePlace } from './storage/open-store.ts';
import type { BotIdentity } from './teams/bot-identity.ts';

const exampleDatabase = 'postgres://bot:hemligt@db:5432/avbrott';
const exampleId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';

/** A variable that is set has content: an empty one is a slip. */
const text = (example: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `är tom; ange till exempel ${example}, eller ta bort variabeln` })
    .optional();
const id = z
  .guid({ error: `är inget id; ange till exempel ${exampleId}` })
  .toLowerCase()
  .optional();
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `ska vara ett av ${values.join(', ')}; till exempel ${values[0]}` });

const filesEnvironment = z
  .object({ ROUTINE_FILE: text('./min-rutin.json'), DIRECTORY_FILE: text('./nummer.csv') })
  .transform((env) => ({
    /** Another version of the routine's data; absent: the one that ships. */
    routineFile: env.ROUTINE_FILE,
    /** The customer's own numbers; absent: none. */
    directoryFile: env.DIRECTORY_FILE,
  }));
export type Config = z.infer<typeof filesEnvironment>;

/** The files alone, for what answers without Teams; every fault at once, each led by its variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Loaded<Config> {
  return load(filesEnvironment, env);
}

/** Who may talk to the bot: a tenant, and the organisations its people belong to (empty: any). */
type AllowedTenants = ReadonlyMap<string, readonly Organisation[]>;

const tenant = z.string().transform((entry, context) => {
  const [tenantId = '', names, ...more] = entry.split('=').map((part) => part.trim());
  const named = names === undefined ? [] : names.split('+').map((name) => name.trim());
  const known = organisations.filter((one) => named.includes(one));
  const isKnown = known.length === named.length && more.length === 0;
  if (z.guid().safeParse(tenantId).success && isKnown) {
    return [tenantId.toLowerCase(), known] as const;
  }
  const message = `ska vara ett tenant-id eller tenant-id=organisation+organisation; till exempel ${exampleId}=region (organisationer: ${organisations.join(', ')})`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
const split = (list: string): readonly string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const tenants = z
  .string()
  .transform(split)
  .pipe(z.array(tenant).min(1, { error: `är tom; ange till exempel ${exampleId}=region` }))
  .refine((all) => new Set(all.map(([tenantId]) => tenantId)).size === all.length, {
    error: `nämner samma tenant två gånger; skriv till exempel ${exampleId}=region+timra`,
  });
const people = z
  .string()
  .transform(split)
  .pipe(
    z.array(
      z
        .guid({ error: `ska vara Entra-objekt-id:n med komma emellan; till exempel ${exampleId}` })
        .toLowerCase(),
    ),
  );

const privateKey = z
  .string()
  .transform((pem) => pem.replaceAll('\\n', '\n'))
  .refine(isPrivateKey, {
    error: 'är ingen privat nyckel i PEM-form, till exempel -----BEGIN PRIVATE KEY-----…',
  })
  .optional();

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private';
  } catch {
    return false;
  }
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'är inget portnummer; ange till exempel 3978' })
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, { error: 'ska vara 1–65535; ange till exempel 3978' });

const certificateNames = ['CertificateThumbprint', 'CertificatePrivateKey'];
const appTypes = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

const fields = z.object({
  PORT: port.default(3978),
  HOST: text('0.0.0.0'),
  ALLOW_ANONYMOUS: oneOf(['true', 'false']).default('false'),
  MicrosoftAppId: id,
  MicrosoftAppPassword: text('hemligheten från Azure'),
  MicrosoftAppType: oneOf(appTypes).optional(),
  MicrosoftAppTenantId: id,
  CertificateThumbprint: z
    .string()
    .regex(/^(?:[\da-f]{40}|[\da-f]{64})$/i, {
      error:
        'ska vara 40 eller 64 hexadecimala tecken; till exempel 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B',
    })
    .optional(),
  CertificatePrivateKey: privateKey,
  ALLOWED_TENANTS: tenants.optional(),
  COORDINATORS: people.default([]),
  DATA_DIR: text('./data').default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: `ska börja med postgres://; till exempel ${exampleDatabase}`,
    })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'är ingen webbadress; ange till exempel https://avbrott.example.se' })
    .optional(),
  CALL_LINKS: oneOf(['none', 'tel', 'teams']).default('none'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
type Fields = z.infer<typeof fields>;

/** What the service runs on beside its files: the environment of contract.md §2. */
export type ServiceConfig = {
  readonly listen: { readonly host: string; readonly port: number };
  readonly identity: BotIdentity;
  /** `anyone` only where the bot has no identity, which is on this machine alone. */
  readonly tenants: AllowedTenants | 'anyone';
  readonly coordinators: readonly string[];
  readonly storage: StoragePlace;
  readonly publicUrl: string | undefined;
  readonly callLinks: 'none' | 'tel' | 'teams';
  readonly logLevel: Fields['LOG_LEVEL'];
};

/** Reads the environment but the files; `changes` stand in for it where they name a variable. */
export function readServiceConfig(
  changes: NodeJS.ProcessEnv = {},
  env: NodeJS.ProcessEnv = process.env,
): Loaded<ServiceConfig> {
  const read = { ...env, ...changes };
  const values = load(fields, read);
  const missing = missingFor(read);
  if (values.kind === 'faulty') return { kind: 'faulty', faults: [...values.faults, ...missing] };
  if (missing.length > 0) return { kind: 'faulty', faults: missing };
  return { kind: 'loaded', value: serviceConfig(values.value) };
}

/** Where the records lie, for the operator's commands; `changes` stand in for the environment where they name a variable. */
export function readStorage(
  changes: NodeJS.ProcessEnv = {},
  env: NodeJS.ProcessEnv = process.env,
): Loaded<StoragePlace> {
  const read = load(fields.pick({ DATA_DIR: true, DATABASE_URL: true }), { ...env, ...changes });
  return read.kind === 'faulty' ? read : { kind: 'loaded', value: storageOf(read.value) };
}

/** The database that a command works on; it must be named. */
export function readDatabaseUrl(env: NodeJS.ProcessEnv = process.env): Loaded<string> {
  const read = load(fields.pick({ DATABASE_URL: true }), { ...env });
  if (read.kind === 'faulty') return read;
  const { DATABASE_URL: url } = read.value;
  if (url !== undefined) return { kind: 'loaded', value: url };
  return { kind: 'faulty', faults: [`DATABASE_URL: saknas; ange till exempel ${exampleDatabase}`] };
}

/** The environment that a child process is given: this one's, with changes. */
export function environmentWith(changes: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** What one variable asks of another. Reads them raw, so that it is told together with what is wrong in each. */
function missingFor(env: NodeJS.ProcessEnv): readonly string[] {
  return env['MicrosoftAppId'] === undefined ? missingForAnonymous(env) : missingForRegistered(env);
}

function missingForAnonymous({ ALLOW_ANONYMOUS, HOST }: NodeJS.ProcessEnv): readonly string[] {
  if (ALLOW_ANONYMOUS !== 'true') {
    return [
      `MicrosoftAppId: saknas; ange botens app-id, till exempel ${exampleId}. För att prova på den egna datorn: ALLOW_ANONYMOUS=true`,
    ];
  }
  return HOST === undefined || isLoopback(HOST)
    ? []
    : ['HOST: utan MicrosoftAppId får bara den egna datorn nå boten; ange till exempel 127.0.0.1'];
}

function missingForRegistered(env: NodeJS.ProcessEnv): readonly string[] {
  const named = new Set(Object.keys(env).filter((name) => env[name] !== undefined));
  const type = env['MicrosoftAppType'] ?? '';
  const faults: readonly (readonly [isFault: boolean, fault: string])[] = [
    [
      ['SingleTenant', 'UserAssignedMSI'].includes(type) && !named.has('MicrosoftAppTenantId'),
      `MicrosoftAppTenantId: saknas; ${type} behöver den, till exempel ${exampleId}`,
    ],
    [
      named.isDisjointFrom(new Set(['ALLOWED_TENANTS', 'MicrosoftAppTenantId'])),
      `ALLOWED_TENANTS: saknas; ange vilka som får använda boten, till exempel ${exampleId}=region`,
    ],
    ...credentialFaults(named, type === 'UserAssignedMSI'),
  ];
  return faults.flatMap(([isFault, fault]) => (isFault ? [fault] : []));
}

function credentialFaults(
  named: ReadonlySet<string>,
  isManaged: boolean,
): readonly (readonly [isFault: boolean, fault: string])[] {
  const [password, thumbprint, key] = ['MicrosoftAppPassword', ...certificateNames].map((name) =>
    named.has(name),
  );
  return [
    [
      key === true && thumbprint === false,
      'CertificateThumbprint: saknas; CertificatePrivateKey behöver den, till exempel 9F86D081…',
    ],
    [
      thumbprint === true && key === false,
      'CertificatePrivateKey: saknas; CertificateThumbprint behöver den, till exempel -----BEGIN PRIVATE KEY-----…',
    ],
    [
      isManaged && password === true,
      'MicrosoftAppPassword: används inte av UserAssignedMSI; ta bort den, till exempel ur .env',
    ],
    [
      !isManaged && [password, thumbprint, key].every((one) => one === false),
      'MicrosoftAppPassword: saknas; ange hemligheten från Azure, till exempel Abc8Q~…, eller ett certifikat',
    ],
  ];
}

function serviceConfig(env: Fields): ServiceConfig {
  const identity = identityOf(env);
  return {
    listen: {
      host: env.HOST ?? (identity.kind === 'anonymous' ? '127.0.0.1' : '0.0.0.0'),
      port: env.PORT,
    },
    identity,
    tenants: tenantsOf(env),
    coordinators: env.COORDINATORS,
    storage: storageOf(env),
    publicUrl: env.PUBLIC_URL,
    callLinks: env.CALL_LINKS,
    logLevel: env.LOG_LEVEL,
  };
}

function storageOf({ DATABASE_URL, DATA_DIR }: Pick<Fields, 'DATA_DIR' | 'DATABASE_URL'>): StoragePlace {
  return DATABASE_URL === undefined
    ? { kind: 'file', directory: DATA_DIR }
    : { kind: 'postgres', url: DATABASE_URL };
}

/** Without a type the bot is its own tenant's where one is named: multi-tenant bots can no longer be made. */
function identityOf(env: Fields): BotIdentity {
  if (env.MicrosoftAppId === undefined) return { kind: 'anonymous' };
  const ownTenant = env.MicrosoftAppType === 'MultiTenant' ? undefined : env.MicrosoftAppTenantId;
  return {
    kind: 'registered',
    appId: env.MicrosoftAppId,
    // Microsoft's own name for the tenant that issues tokens to multi-tenant bots.
    loginTenant: ownTenant ?? 'botframework.com',
    credential: credentialOf(env),
  };
}

function credentialOf(env: Fields): Extract<BotIdentity, { kind: 'registered' }>['credential'] {
  if (env.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managed-identity' };
  if (env.CertificateThumbprint !== undefined && env.CertificatePrivateKey !== undefined) {
    return {
      kind: 'certificate',
      thumbprint: env.CertificateThumbprint,
      privateKey: env.CertificatePrivateKey,
    };
  }
  return { kind: 'secret', secret: env.MicrosoftAppPassword ?? '' };
}

function tenantsOf(env: Fields): ServiceConfig['tenants'] {
  if (env.ALLOWED_TENANTS !== undefined) return new Map(env.ALLOWED_TENANTS);
  return env.MicrosoftAppTenantId === undefined ? 'anyone' : new Map([[env.MicrosoftAppTenantId, []]]);
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
