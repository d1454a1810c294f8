/** Exit codes of the command line; the README and `lisan --help` list them. */
export const EXIT_CODES = {
  0: 'success',
  1: 'something failed, or records were skipped; stderr says what',
  2: 'the command line is invalid',
  3: 'the engine is unavailable or refused: documents are stored, the index is behind the archive',
  4: 'another reindex of this archive is running',
  5: 'the new index failed verification; the live one is still in use',
  130: 'stopped by SIGINT; documents stored and indexed so far are kept',
  143: 'stopped by SIGTERM; documents stored and indexed so far are kept',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

/** The exit code that an error of this `code` ends a command with. */
export function exitCodeOf(code: string): ExitCode {
  if (code.startsWith('engine_')) return 3;
  if (code === 'already_running') return 4;
  if (code === 'verification_failed') return 5;
  return 1;
}
