import { expect, test } from 'vitest';
import { isLocalConnector, isMicrosoftConnector } from '../../src/teams/service-url.ts';

test.each([
  'https://smba.trafficmanager.net/emea/',
  'https://SMBA.trafficmanager.net/amer/11111111-1111-4111-8111-111111111111/',
  'https://europe.webchat.botframework.com/',
  'https://canary.botapi.teams.microsoft.com/',
])('%s is Microsoft’s', (url) => {
  expect(isMicrosoftConnector(url)).toBe(true);
  expect(isLocalConnector(url)).toBe(false);
});

test.each([
  '',
  'smba.trafficmanager.net',
  'https://',
  'https://trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://botframework.com.evil.example/',
  'https://evilteams.microsoft.com/',
  'https://smba.trafficmanager.net./',
  'https://user:pass@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net:444/',
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'https://10.0.0.1/',
  'https://evil.example\\@smba.trafficmanager.net/',
])('”%s” is not', (url) => {
  expect(isMicrosoftConnector(url)).toBe(false);
});

test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:56150/'])(
  '%s is on this machine',
  (url) => {
    expect(isLocalConnector(url)).toBe(true);
    expect(isMicrosoftConnector(url)).toBe(false);
  },
);

test.each(['http://localhost.evil.example/', 'http://10.0.0.1/', 'http://me@localhost/', 'file:///'])(
  '%s is not on this machine',
  (url) => {
    expect(isLocalConnector(url)).toBe(false);
  },
);
