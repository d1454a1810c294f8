/** A buffer that begins with the bytes: SQLite's own where it does. */
export function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice())
    .buffer as ArrayBuffer;
}
