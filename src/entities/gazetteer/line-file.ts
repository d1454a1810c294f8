/** Lines of a file of any size, read piece by piece, without those that are empty. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE_BYTES = 1 << 20;

/** @throws Error if the file cannot be read. */
export function* readLines(file: string): Generator<string> {
  for (const [, line] of numberedLines(file)) yield line;
}

/** The same with their 1-based numbers. */
export function* numberedLines(file: string): Generator<[number, string]> {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(PIECE_BYTES);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let number = 0;
    for (let length = PIECE_BYTES; length > 0; ) {
      length = readSync(descriptor, bytes, 0, PIECE_BYTES, null);
      const text = rest + (length > 0 ? decoder.write(bytes.subarray(0, length)) : decoder.end());
      const lines = text.split('\n');
      rest = length > 0 ? lines.pop()! : '';
      for (const line of lines) {
        number++;
        if (line.trim() !== '') yield [number, line];
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
