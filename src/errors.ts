/** What went wrong, in the terms of the person who can mend it. */
export interface ErrorDetails {
  /** Stable, for programs: `invalid_query`, `engine_unreachable` … */
  code: string;
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do about it. */
  remedy: string;
  /** HTTP status the error is served with. Default 500. */
  status?: number;
  cause?: unknown;
}

/** The one error type that crosses module borders. HTTP and CLI print `code`, `message` and `remedy`. */
export class LisanError extends Error {
  readonly code: string;
  readonly remedy: string;
  readonly status: number;

  constructor({ code, message, remedy, status = 500, cause }: ErrorDetails) {
    super(message, { cause });
    this.name = 'LisanError';
    this.code = code;
    this.remedy = remedy;
    this.status = status;
  }
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
