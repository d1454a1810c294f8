/**
 * Whether the files of an open SQLite database are still those under their names. SQLite keeps working with a file that was
 * deleted, replaced or truncated by another program; what it writes then is lost.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Length of the header of a database. */
const HEADER_BYTES = 100;
/** A checkpoint of another process extends the file shortly after it wrote the header. */
const CHECKPOINT_MS = 20;
const CHECKPOINT_TRIES = 50;

export class FileIdentity {
  readonly #file: string;
  readonly #inode: bigint | undefined;
  /** Known once there was one: it stays as long as a connection is open. */
  #walInode: bigint | undefined;

  /** To be made right after the file was opened. */
  constructor(file: string) {
    this.#file = file;
    this.#inode = inodeOf(file);
    this.#walInode = inodeOf(`${file}-wal`);
  }

  /** Whether there is no file under the name any more. */
  get isMissing(): boolean {
    return inodeOf(this.#file) === undefined;
  }

  /** What happened to the files, to complete "the file …"; `undefined` if nothing did. */
  problem(): string | undefined {
    const inode = inodeOf(this.#file);
    if (inode === undefined) return 'was removed';
    if (inode !== this.#inode) return 'was replaced by another file';
    const wal = inodeOf(`${this.#file}-wal`);
    if (this.#walInode !== undefined && wal !== this.#walInode)
      return `lost its write-ahead log (${this.#file}-wal)`;
    this.#walInode = wal;
    return undefined;
  }

  /** The same, and whether the content was truncated or overwritten. Reads the header of the file. */
  problemWithContent(): string | undefined {
    let problem = this.problem();
    for (let left = CHECKPOINT_TRIES; problem === undefined; left--) {
      const content = contentProblem(this.#file);
      if (content === undefined) return undefined;
      if (left === 0) problem = content;
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, CHECKPOINT_MS);
    }
    return problem;
  }
}

/** See "The Database Header" of the file format of SQLite. */
function contentProblem(file: string): string | undefined {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return 'was truncated';
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3') return 'was overwritten';
  const pageSize = header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  return statSync(file).size < pages * (pageSize === 1 ? 65_536 : pageSize) ? 'was truncated' : undefined;
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}
