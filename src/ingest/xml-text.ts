/** The text of an XML document whose elements are paragraphs, spaces and breaks (DOCX, ODT). */
import { Parser } from 'htmlparser2';

export interface TextRules {
  /** Elements that begin and end a line. */
  blocks: ReadonlySet<string>;
  /** Elements that are read; everything if absent. */
  texts?: ReadonlySet<string>;
  /** Elements that are left out with all that is in them. */
  hidden?: ReadonlySet<string>;
  /** Elements that stand for a text: a tab, a line break. */
  signs: Readonly<Record<string, string>>;
  /** Called for each line with the attributes of elements that were open in it. */
  onLine?: (line: string, styles: readonly string[]) => void;
  /** The style that an element gives to its line. */
  styleOf?: (name: string, attributes: Readonly<Record<string, string>>) => string | undefined;
}

/** Longest text of one document, in UTF-16 code units. */
const MAX_TEXT_LENGTH = 16 * 1024 * 1024;

/** Lines of a document, without blank ones. @throws Error where it is too long. */
export async function linesOfXml(
  chunks: AsyncIterable<Buffer>,
  rules: TextRules,
): Promise<{ text: string; style: string | undefined }[]> {
  const lines: { text: string; style: string | undefined }[] = [];
  let line: string[] = [];
  let style: string | undefined;
  let length = 0;
  let hidden = 0;
  let reading = rules.texts === undefined ? 1 : 0;
  const endLine = (): void => {
    for (const part of line.join('').split('\n')) {
      const text = part.replace(/[ \t]+/g, ' ').trim();
      if (text !== '') lines.push({ text, style });
    }
    line = [];
    style = undefined;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (rules.hidden?.has(name)) hidden++;
        if (rules.blocks.has(name)) endLine();
        if (rules.texts?.has(name)) reading++;
        const sign = rules.signs[name];
        if (sign !== undefined && hidden === 0) line.push(sign);
        style ??= rules.styleOf?.(name, attributes);
      },
      ontext(data) {
        if (hidden > 0 || reading === 0) return;
        length += data.length;
        if (length > MAX_TEXT_LENGTH) throw new Error('the text is longer than 16 Mi characters');
        line.push(data);
      },
      onclosetag(name) {
        if (rules.hidden?.has(name)) hidden--;
        if (rules.texts?.has(name)) reading--;
        if (rules.blocks.has(name)) endLine();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.end(decoder.decode());
  endLine();
  return lines;
}

/** The texts of some elements of a small document, by name, in its order. */
export function textsOfXml(xml: string, names: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let open: { name: string; parts: string[] } | undefined;
  const parser = new Parser(
    {
      onopentag(name) {
        if (open === undefined && names.has(name)) open = { name, parts: [] };
      },
      ontext(data) {
        open?.parts.push(data);
      },
      onclosetag(name) {
        if (open?.name !== name) return;
        const text = open.parts.join('').trim();
        const list = found.get(name);
        if (list === undefined) found.set(name, [text]);
        else list.push(text);
        open = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
}

/** The attributes of every element with a name, in the order of the document. */
export function attributesOfXml(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === name || tag.endsWith(`:${name}`)) found.push(attributes);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
}
