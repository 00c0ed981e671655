/**
 * A call to the connector that did not succeed. `reached` tells whether Teams may have acted on it all the
 * same: `no` (it never left, or was refused), `maybe` (broken off, or Teams failed while at it).
 */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly status: number | undefined;
  readonly errorCode: string;
  readonly reached: 'no' | 'maybe';
  /** From the answer's `Retry-After`. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: {
    readonly status?: number;
    readonly errorCode: string;
    readonly reached: 'no' | 'maybe';
    readonly retryAfterMs?: number;
  }) {
    super(`The connector call failed: ${failure.status ?? ''} ${failure.errorCode}`);
    this.status = failure.status;
    this.errorCode = failure.errorCode;
    this.reached = failure.reached;
    this.retryAfterMs = failure.retryAfterMs;
  }
}
