/** What went wrong, in terms of the person who can fix it. */
export interface ErrorDetails {
  /** Stable, for programs: `invalid_query`, `engine_unreachable` … */
  code: string;
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do about it. */
  remedy: string;
  /** HTTP status of the response. Default 500. */
  status?: number;
  /** Seconds after which the same request may succeed; sent as `Retry-After`. */
  retryAfter?: number;
  cause?: unknown;
}

/** The only error type that crosses module boundaries. HTTP and CLI print `code`, `message` and `remedy`. */
export class LisanError extends Error {
  readonly code: string;
  readonly remedy: string;
  readonly status: number;
  readonly retryAfter: number | undefined;

  constructor({ code, message, remedy, status = 500, retryAfter, cause }: ErrorDetails) {
    super(message, { cause });
    this.name = 'LisanError';
    this.code = code;
    this.remedy = remedy;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The message of anything that can be thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
