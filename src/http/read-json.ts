import type { IncomingMessage } from 'node:http';

/** How much of a body is read, and for how long. */
export type BodyLimits = { readonly bytes: number; readonly depth: number; readonly timeoutMs: number };

/** A body that is not taken: the HTTP status that says why. */
type BodyRefusal = { readonly kind: 'refused'; readonly status: 400 | 408 | 413 | 415 };
export type Body = { readonly kind: 'json'; readonly value: unknown } | BodyRefusal;

const refused = (status: BodyRefusal['status']): BodyRefusal => ({ kind: 'refused', status });

/**
 * Reads a JSON body: declared as such, not compressed, in UTF-8, within the limits. Not restify's own parser,
 * which takes forms too and inflates a compressed body without bound.
 */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  const isJson = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);
  if (!isJson || encoding.toLowerCase() !== 'identity') return refused(415);
  const bytes = await readBytes(request, limits);
  return Buffer.isBuffer(bytes) ? parse(bytes, limits.depth) : bytes;
}

/** The request is not destroyed by an early refusal, so that it can be answered. */
function readBytes(
  request: IncomingMessage,
  { bytes, timeoutMs }: BodyLimits,
): Promise<Buffer | BodyRefusal> {
  if (Number(request.headers['content-length'] ?? 0) > bytes) return Promise.resolve(refused(413));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (result: Buffer | BodyRefusal): void => {
      clearTimeout(timer);
      request.off('data', take).pause();
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > bytes) return settle(refused(413));
      chunks.push(chunk);
    };
    const timer = setTimeout(() => settle(refused(408)), timeoutMs);
    request
      .on('data', take)
      .once('end', () => settle(Buffer.concat(chunks)))
      .once('error', () => settle(refused(400)))
      .once('close', () => settle(refused(400)));
  });
}

function parse(bytes: Buffer, depth: number): Body {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return isDeeper(value, depth) ? refused(400) : { kind: 'json', value };
  } catch {
    return refused(400);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Goes no deeper than it asks about, so that no depth exhausts the stack. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts: readonly unknown[] = Object.values(value);
  return most === 0 ? parts.length > 0 : parts.some((part) => isDeeper(part, most - 1));
}
