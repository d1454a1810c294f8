/** Parsers of option values. An invalid value is an error of the command line (exit code 2). */
import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers from 1 to `most`. */
export function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

/** A number from 0 to 1. */
export function share(text: string): number {
  const value = /^(?:0|1|[01]?\.\d{1,6})$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}
