/** The URL of a resource of the connector: a service URL with or without its last slash, and ids as they are. */
export function connectorUrl(serviceUrl: string, ...path: readonly string[]): string {
  return [serviceUrl.replace(/\/+$/, ''), 'v3', ...path.map(encodeURIComponent)].join('/');
}
