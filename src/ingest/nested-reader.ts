/** Reads sources that were found within another one: entries of an archive, attachments of a message. */
import type { ReadResult } from '../common/types.ts';
import type { Source } from './byte-source.ts';

export interface NestedReader {
  /** Reads a source by the ending of its name. */
  read(source: Source): AsyncIterable<ReadResult>;
  /** Whether there is a reader for files of this name. */
  canRead(file: string): boolean;
}
