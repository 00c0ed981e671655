import type { ServerResponse } from 'node:http';

/** What Microsoft's side may do instead of answering. */
export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }
  /** Nobody listens there. */
  | { readonly kind: 'unreachable' };

export function misbehave(misbehaviour: Misbehaviour, response: ServerResponse): void {
  if (misbehaviour.kind === 'drop') return void response.socket?.destroy();
  if (misbehaviour.kind === 'redirect') {
    response.setHeader('location', misbehaviour.to);
    return sendJson(response, 307, {});
  }
  if (misbehaviour.kind !== 'status') return;
  const { status, code = 'ServiceError', retryAfter } = misbehaviour;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  sendJson(response, status, { error: { code, message: 'Something a log should not repeat.' } });
}

/** Without `writeHead`: restify replaces it for the whole process, and its own returns nothing. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
