import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readConfig, readServiceConfig } from '../src/config.ts';

const appId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';
const tenantId = '11111111-1111-4111-8111-111111111111';
const registered = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'hemligt',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
};
const anonymous = { ALLOW_ANONYMOUS: 'true' };
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();
const thumbprint = '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B';

const read = (env: NodeJS.ProcessEnv) => readServiceConfig({}, env);
const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  const config = read(env);
  return config.kind === 'faulty' ? config.faults : [];
};
const valueOf = (env: NodeJS.ProcessEnv) => {
  const config = read(env);
  if (config.kind === 'faulty') throw new Error(config.faults.join('\n'));
  return config.value;
};

describe('a bot with credentials', () => {
  test('listens to everybody on 3978, answers its own tenant and keeps its data beside it', () => {
    expect(valueOf(registered)).toEqual({
      listen: { host: '0.0.0.0', port: 3978 },
      identity: {
        kind: 'registered',
        appId,
        loginTenant: tenantId,
        credential: { kind: 'secret', secret: 'hemligt' },
      },
      tenants: new Map([[tenantId, []]]),
      coordinators: [],
      storage: { kind: 'file', directory: './data' },
      publicUrl: undefined,
      callLinks: 'none',
      logLevel: 'info',
    });
  });

  test('takes all that can be said', () => {
    const other = '22222222-2222-4222-8222-222222222222';
    expect(
      valueOf({
        ...registered,
        HOST: '127.0.0.1',
        PORT: '8080',
        ALLOWED_TENANTS: ` ${tenantId.toUpperCase()} , ${other}=region+ange,`,
        COORDINATORS: `${appId}, ${other.toUpperCase()}`,
        DATABASE_URL: 'postgres://bot:hemligt@db:5432/avbrott',
        PUBLIC_URL: 'https://avbrott.example.se',
        CALL_LINKS: 'teams',
        LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      listen: { host: '127.0.0.1', port: 8080 },
      tenants: new Map([
        [tenantId, []],
        [other, ['region', 'ange']],
      ]),
      coordinators: [appId, other],
      storage: { kind: 'postgres', url: 'postgres://bot:hemligt@db:5432/avbrott' },
      publicUrl: 'https://avbrott.example.se',
      callLinks: 'teams',
      logLevel: 'debug',
    });
  });

  test.each<[string, NodeJS.ProcessEnv, object]>([
    [
      'a managed identity',
      { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: undefined },
      { credential: { kind: 'managed-identity' }, loginTenant: tenantId },
    ],
    [
      'a certificate',
      {
        MicrosoftAppPassword: undefined,
        CertificateThumbprint: thumbprint,
        CertificatePrivateKey: privateKey,
      },
      { credential: { kind: 'certificate', thumbprint, privateKey } },
    ],
    [
      'a certificate’s key on one line',
      {
        MicrosoftAppPassword: undefined,
        CertificateThumbprint: thumbprint,
        CertificatePrivateKey: privateKey.replaceAll('\n', '\\n'),
      },
      { credential: { kind: 'certificate', thumbprint, privateKey } },
    ],
    ['a multi-tenant bot', { MicrosoftAppType: 'MultiTenant' }, { loginTenant: 'botframework.com' }],
    ['no type, and a tenant', { MicrosoftAppType: undefined }, { loginTenant: tenantId }],
    [
      'no type and no tenant',
      { MicrosoftAppType: undefined, MicrosoftAppTenantId: undefined, ALLOWED_TENANTS: tenantId },
      { loginTenant: 'botframework.com' },
    ],
  ])('may be %s', (_case, changes, identity) => {
    expect(valueOf({ ...registered, ...changes }).identity).toMatchObject(identity);
  });
});

describe('a bot without credentials', () => {
  test('is refused', () => {
    expect(faultsOf({})).toEqual([expect.stringMatching(/^MicrosoftAppId: saknas; .*ALLOW_ANONYMOUS=true/)]);
  });

  test('is let on to the own machine alone when that is asked for', () => {
    expect(valueOf(anonymous)).toMatchObject({
      listen: { host: '127.0.0.1', port: 3978 },
      identity: { kind: 'anonymous' },
      tenants: 'anyone',
    });
  });

  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('may be on %s', (host) => {
    expect(valueOf({ ...anonymous, HOST: host }).listen.host).toBe(host);
  });

  test.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.se', 'example.se'])(
    'may not be on %s',
    (host) => {
      expect(faultsOf({ ...anonymous, HOST: host })).toEqual([
        expect.stringMatching(/^HOST: .*127\.0\.0\.1/),
      ]);
    },
  );

  test.each(['false', undefined])('is not let in by ALLOW_ANONYMOUS=%s', (value) => {
    expect(faultsOf({ ALLOW_ANONYMOUS: value })).toHaveLength(1);
  });
});

describe('a value that is wrong is told with its variable and an example', () => {
  test.each<[variable: string, value: string]>([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3978x'],
    ['PORT', ''],
    ['HOST', ' '],
    ['ALLOW_ANONYMOUS', 'ja'],
    ['MicrosoftAppId', 'boten'],
    ['MicrosoftAppPassword', ''],
    ['MicrosoftAppType', 'Multi'],
    ['MicrosoftAppTenantId', 'rvn.se'],
    ['CertificateThumbprint', 'abc'],
    ['CertificatePrivateKey', 'nyckel'],
    ['ALLOWED_TENANTS', ''],
    ['ALLOWED_TENANTS', 'rvn'],
    ['ALLOWED_TENANTS', `${tenantId}=umea`],
    ['ALLOWED_TENANTS', `${tenantId}=`],
    ['ALLOWED_TENANTS', `${tenantId}=region=timra`],
    ['ALLOWED_TENANTS', `${tenantId}=region,${tenantId}=timra`],
    ['ALLOWED_TENANTS', `${tenantId}=region+umea`],
    ['COORDINATORS', 'Åsa'],
    ['DATA_DIR', ''],
    ['DATABASE_URL', 'mysql://db/avbrott'],
    ['DATABASE_URL', 'db'],
    ['PUBLIC_URL', 'avbrott.example.se'],
    ['CALL_LINKS', 'ja'],
    ['LOG_LEVEL', 'allt'],
  ])('%s=%s', (variable, value) => {
    const faults = faultsOf({ ...registered, [variable]: value });
    expect(faults.some((fault) => fault.startsWith(variable))).toBe(true);
    expect(faults.every((fault) => /till exempel/.test(fault))).toBe(true);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['MicrosoftAppTenantId', { MicrosoftAppTenantId: undefined, ALLOWED_TENANTS: tenantId }],
    ['MicrosoftAppPassword', { MicrosoftAppPassword: undefined }],
    ['MicrosoftAppPassword', { MicrosoftAppType: 'UserAssignedMSI' }],
    ['CertificatePrivateKey', { CertificateThumbprint: thumbprint }],
    ['CertificateThumbprint', { CertificatePrivateKey: privateKey }],
    ['ALLOWED_TENANTS', { MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: undefined }],
  ])('what one variable asks of %s', (variable, changes) => {
    expect(faultsOf({ ...registered, ...changes })).toEqual([
      expect.stringMatching(new RegExp(`^${variable}: .*till exempel`)),
    ]);
  });

  test('together with every other', () => {
    const faults = faultsOf({ PORT: 'x', HOST: '', LOG_LEVEL: 'x', COORDINATORS: 'x', CALL_LINKS: 'x' });
    expect(faults.map((fault) => fault.split(/[:[]/)[0])).toEqual([
      'PORT',
      'HOST',
      'COORDINATORS',
      'CALL_LINKS',
      'LOG_LEVEL',
      'MicrosoftAppId',
    ]);
  });

  test('and no secret is repeated', () => {
    const faults = faultsOf({
      ...registered,
      PORT: 'x',
      DATABASE_URL: 'mysql://bot:ytterst-privat@db/x',
      CertificatePrivateKey: 'ytterst-privat',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join('\n')).not.toContain('ytterst-privat');
  });
});

test('the files alone can be read where no credentials are', () => {
  expect(readConfig({ ROUTINE_FILE: './rutin.json' })).toEqual({
    kind: 'loaded',
    value: { routineFile: './rutin.json', directoryFile: undefined },
  });
  expect(readConfig({ DIRECTORY_FILE: '' }).kind).toBe('faulty');
});
