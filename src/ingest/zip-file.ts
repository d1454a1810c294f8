/** Reads ZIP files entry by entry, with limits on their number and on how far they expand. */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile as Yauzl } from 'yauzl';
import { checkedRatio, MAX_DOCUMENT_BYTES, type Source, wholeOf } from './byte-source.ts';

/** Entries of one file that are looked at. */
const MAX_ENTRIES = 100_000;

export class ZipFile {
  readonly #zip: Yauzl;
  readonly #entries = new Map<string, Entry>();
  /** True if the file has more entries than are looked at. */
  isCut = false;

  private constructor(zip: Yauzl) {
    this.#zip = zip;
  }

  /** @throws Error where it is not a ZIP file. */
  static async open({ path, bytes }: Source): Promise<ZipFile> {
    const options = { lazyEntries: true, autoClose: false, validateEntrySize: true } as const;
    const zip =
      path === undefined
        ? await fromBufferPromise(await wholeOf(bytes(), MAX_DOCUMENT_BYTES), options)
        : await openPromise(path, options);
    const file = new ZipFile(zip);
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith('/')) continue;
        if (file.#entries.size >= MAX_ENTRIES) {
          file.isCut = true;
          break;
        }
        file.#entries.set(entry.fileName, entry);
      }
    } catch (thrown) {
      zip.close();
      throw thrown;
    }
    return file;
  }

  /** Paths of the files in it, in its order. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws Error where the entry is encrypted, damaged or expands too far. */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`there is no ${name} in it`);
    if (entry.isEncrypted()) throw new Error('it is encrypted');
    const stream = await this.#zip.openReadStreamPromise(entry);
    let checksum = 0;
    try {
      for await (const chunk of checkedRatio(stream as AsyncIterable<Buffer>, () => entry.compressedSize)) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      // Yauzl leaves this to its callers.
      if (checksum !== entry.crc32) throw new Error('it is damaged: its checksum is not right');
    } finally {
      stream.destroy();
    }
  }

  /** The text of a small file in UTF-8; empty if it is not there. */
  async text(name: string): Promise<string> {
    return this.has(name) ? (await wholeOf(this.bytes(name))).toString('utf8') : '';
  }

  close(): void {
    this.#zip.close();
  }
}
