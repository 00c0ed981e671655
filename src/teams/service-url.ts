/** Microsoft's own hosts for Teams' connector; a bearer token never goes anywhere else. */
const exactHosts: ReadonlySet<string> = new Set(['smba.trafficmanager.net']);
const hostSuffixes = ['.botframework.com', '.teams.microsoft.com'];
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True where the bot may send: https, the usual port, no user in it, one of Microsoft's hosts. */
export function isMicrosoftConnector(serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || url.protocol !== 'https:' || url.port !== '') return false;
  if (url.username !== '' || url.password !== '') return false;
  return exactHosts.has(url.hostname) || hostSuffixes.some((suffix) => url.hostname.endsWith(suffix));
}

/** True for this machine: where the Playground is, and the only place that an anonymous bot sends to. */
export function isLocalConnector(serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  return url !== null && url.protocol === 'http:' && url.username === '' && loopbackHosts.has(url.hostname);
}
