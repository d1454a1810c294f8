/** Exit codes of the command line; the README and `lisan --help` list them. */
export const EXIT_CODES = {
  0: 'success',
  1: 'something failed, or records were skipped; stderr has the details',
  2: 'invalid command line or setting',
  3: 'the engine is unreachable or rejected the request: documents are stored, the index is out of date',
  4: 'another process is updating the index of this archive',
  5: 'a new index failed verification; the live index stays in use',
  130: 'stopped by SIGINT; what was stored and indexed stays',
  143: 'stopped by SIGTERM; what was stored and indexed stays',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

/** The exit code of a command that fails with an error of this `code`. */
export function exitCodeOf(code: string): ExitCode {
  if (code.startsWith('engine_')) return 3;
  if (code === 'invalid_option' || code === 'invalid_setting') return 2;
  if (code === 'already_running') return 4;
  if (code === 'verification_failed') return 5;
  return 1;
}
