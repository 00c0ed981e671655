/** Where Teams' double, on a port of this machine, takes what is meant for an address of Microsoft's. */
export function doubleUrl(port: number, { host, pathname, search }: URL): string {
  return `http://127.0.0.1:${port}/${host}${pathname}${search}`;
}
