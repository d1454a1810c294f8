/** Writes messages of Outlook (MS-OXMSG) for tests: a compound file with one stream for each text. */
import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

/** Kinds of entries of a compound file. */
const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

export interface MsgContent {
  /** Property tag like `0037001F` -> text (type 001F: UTF-16, 001E: code page) or bytes. */
  properties: Readonly<Record<string, string | Buffer>>;
  /** Property tag like `00390040` -> value of 8 bytes, within the stream of properties. */
  fixed?: Readonly<Record<string, bigint>>;
  recipients?: readonly Readonly<Record<string, string>>[];
  attachments?: readonly Readonly<Record<string, string | Buffer>>[];
}

/** A time as MAPI counts it: 100 ns since 1601. */
export const fileTime = (iso: string): bigint => (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;

export function msgOf({ properties, fixed = {}, recipients = [], attachments = [] }: MsgContent): Buffer {
  const entries: Parameters<typeof burn>[0] = [];
  const document = (name: string, bytes: Buffer): number =>
    entries.push({
      name,
      type: DOCUMENT!,
      binaryProvider: () => new Uint8Array(bytes),
      length: bytes.length,
    }) - 1;
  const directory = (name: string, type: number, fill: () => number[]): number => {
    const place = entries.push({ name, type, length: 0, children: [] }) - 1;
    entries[place]!.children = fill();
    return place;
  };
  const streams = (
    values: Readonly<Record<string, string | Buffer>>,
    head: number,
    fixedValues = {},
  ): number[] => [
    document('__properties_version1.0', propertyStream(head, fixedValues)),
    ...Object.entries(values).map(([tag, value]) =>
      document(`__substg1.0_${tag}`, typeof value === 'string' ? Buffer.from(value, 'utf16le') : value),
    ),
  ];
  const numbered = (place: number): string => `#${place.toString(16).toUpperCase().padStart(8, '0')}`;
  directory('Root Entry', ROOT!, () => [
    ...streams(properties, 32, fixed),
    ...recipients.map((recipient, place) =>
      directory(`__recip_version1.0_${numbered(place)}`, DIRECTORY!, () => streams(recipient, 8)),
    ),
    ...attachments.map((attachment, place) =>
      directory(`__attach_version1.0_${numbered(place)}`, DIRECTORY!, () => streams(attachment, 8)),
    ),
  ]);
  return Buffer.from(burn(entries));
}

function propertyStream(head: number, fixed: Readonly<Record<string, bigint>>): Buffer {
  return Buffer.concat([
    Buffer.alloc(head),
    ...Object.entries(fixed).map(([tag, value]) => {
      const entry = Buffer.alloc(16);
      entry.writeUInt32LE(Number.parseInt(tag, 16), 0);
      entry.writeUInt32LE(6, 4);
      entry.writeBigUInt64LE(value, 8);
      return entry;
    }),
  ]);
}
