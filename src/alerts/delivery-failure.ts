/** A message that did not arrive, as far as is known. */
export class DeliveryFailure extends Error {
  /** Whether trying again is of no use. */
  readonly permanent: boolean;
  /** Least time until it should be tried again. */
  readonly retryAfterMs: number;

  constructor(message: string, { permanent = false, retryAfterMs = 0 } = {}) {
    super(message);
    this.permanent = permanent;
    this.retryAfterMs = retryAfterMs;
  }
}
