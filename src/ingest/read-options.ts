/** How the files of a run are read. */
import type { RecordOptions } from './record.ts';

export interface ReadOptions extends RecordOptions {
  /** Path to the list of records in JSON: `data.articles`. By default it is found by its name. */
  records?: string;
  /** Name of the format (`csv`, `jsonl` …) of all input. By default it follows from the extension. */
  format?: string;
}
