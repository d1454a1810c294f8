/** The text of HTML as a browser shows it, on the tree that the HTML standard prescribes (parse5). */
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements up to which a piece of HTML is parsed; beyond it, tags are only removed. */
export const MAX_ELEMENTS = 20_000;

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
/** Elements whose text is not shown. */
const HIDDEN = new Set(
  'script style noscript template title head svg math iframe object button select textarea option datalist'.split(
    ' ',
  ),
);
/** Elements that only texts with markup have. */
const TAG =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|small|sub|sup|ul|ol|li|h[1-6]|img|table|tr|td|script|style|blockquote|figure|section|article|font|center|hr|pre)(?:\s[^<>]*)?\/?>/i;
const ENTITY = /&(?:[a-z]{2,8}\d?|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Whether a text is written in HTML: it has tags of HTML or its entities. */
export function hasMarkup(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}

/** The text of a piece of HTML, a paragraph a line. Line breaks of a text without tags are kept. */
export function textOfMarkup(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html.trim();
  if (countTags(html) > MAX_ELEMENTS) return html.replace(/<[^<>]*>/g, ' ');
  const tagged = TAG.test(html);
  const fragment = parseFragment(html);
  return textOfNode(fragment, { preserve: !tagged });
}

/** The number of tags that open or close elements, counted without parsing. */
export function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const code = text.charCodeAt(at + 1) | 0x20;
    if (code >= 0x61 && code <= 0x7a) count++;
  }
  return count;
}

/** The text of a node: runs of white space are one space, blocks are lines, `pre` keeps its lines. */
export function textOfNode(
  root: Tree.Node,
  { preserve = false, skip }: { preserve?: boolean; skip?: (element: Tree.Element) => boolean } = {},
): string {
  const lines: string[] = [];
  let line: string[] = [];
  let kept = preserve ? 1 : 0;
  const endLine = (): void => {
    const text = line
      .join('')
      .replace(/[\t\n\f\r ]+/g, ' ')
      .trim();
    if (text !== '') lines.push(text);
    line = [];
  };
  // Without recursion: pages may be nested as deep as they like.
  const stack: (Tree.Node | { end: string })[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if ('end' in node) {
      if (node.end === 'pre') kept--;
      if (BLOCKS.has(node.end)) endLine();
      continue;
    }
    if (node.nodeName === '#text') {
      const { value } = node as Tree.TextNode;
      if (kept === 0) line.push(value);
      else {
        value.split(/\r\n?|\n/).forEach((part, index) => {
          if (index > 0) endLine();
          line.push(part);
        });
      }
      continue;
    }
    if (!('childNodes' in node)) continue;
    const name = node.nodeName;
    if (HIDDEN.has(name) || (skip !== undefined && 'tagName' in node && skip(node))) continue;
    if (BLOCKS.has(name) || name === 'br') endLine();
    if (name === 'td' || name === 'th') line.push(' ');
    if (name === 'pre') kept++;
    stack.push({ end: name });
    for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
  }
  endLine();
  return lines.join('\n');
}
