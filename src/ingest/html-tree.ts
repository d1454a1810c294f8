/** Access to the tree of an HTML page as parse5 builds it. Nothing here is recursive: pages may be nested deeply. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
export type Document = Tree.Document;

/** Elements that no page closes with a slash on purpose: without their end the rest of the page would be lost. */
const SWALLOWING = /<(title|script|style|iframe|textarea|noscript)\b([^<>]*)\/>/gi;
const SELF_CLOSING = /<([a-z][\w-]*)((?:\s[^<>]*?)?)\/>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Parses a page as a browser without scripts does. */
export function parsePage(text: string): Document {
  const plain = text.replace(/^\uFEFF+/, '');
  // Only XML knows elements that close themselves.
  const isXml =
    /^\s*<\?xml\b/.test(plain) && /xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/.test(plain);
  const html = plain.replace(isXml ? SELF_CLOSING : SWALLOWING, (tag, name: string, attributes: string) =>
    VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
  );
  return parse(html, { scriptingEnabled: false });
}

/** Elements below a node, in the order of the page. `enter`: whether to go into an element. */
export function* elementsOf(
  root: Tree.ParentNode,
  enter: (element: Element) => boolean = () => true,
): Generator<Element> {
  const stack: Tree.Node[] = [...root.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!('tagName' in node)) continue;
    yield node;
    if (!enter(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** All text below a node, as it is written. */
export function rawText(root: Tree.ParentNode): string {
  const parts: string[] = [];
  const stack: Tree.Node[] = [...root.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeName === '#text') parts.push((node as Tree.TextNode).value);
    else if ('childNodes' in node) {
      for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
    }
  }
  return parts.join('');
}

/** The deepest nesting of elements. */
export function depthOf(document: Document): number {
  let deepest = 0;
  const stack: { node: Tree.Node; depth: number }[] = [{ node: document, depth: 0 }];
  while (stack.length > 0) {
    const { node, depth } = stack.pop()!;
    if (depth > deepest) deepest = depth;
    if ('childNodes' in node)
      for (const child of node.childNodes) stack.push({ node: child, depth: depth + 1 });
  }
  return deepest;
}
