/** Exit codes of the command line; the README and `lisan --help` list them. */
export const EXIT_CODES = {
  0: 'all went well',
  1: 'something failed, or records were skipped; stderr says what',
  2: 'the command line is wrong',
  3: 'the engine is down or refuses: documents are kept, the index is not level',
  4: 'another reindex of this archive is running',
  5: 'a new index failed verification; the live one was left in place',
  130: 'stopped by SIGINT; what was stored and indexed stays',
  143: 'stopped by SIGTERM; what was stored and indexed stays',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

/** The exit code that an error of this `code` ends a command with. */
export function exitCodeOf(code: string): ExitCode {
  if (code.startsWith('engine_')) return 3;
  if (code === 'already_running') return 4;
  if (code === 'verification_failed') return 5;
  return 1;
}
