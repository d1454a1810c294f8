/** The data of an article as JSON-LD (schema.org), also if the JSON is slightly invalid. */
import { parseLooseJson } from '../json-value.ts';
import { hasMarkup, textOfMarkup } from '../markup.ts';
import { plainText } from '../record.ts';

/** Longest script that is read, in UTF-16 code units. */
const MAX_LENGTH = 500_000;
/** Most nodes read from a script. */
const MAX_NODES = 500;

export interface LinkedArticle {
  title?: string;
  date?: string;
  /** The creation date, if there is no publication date. */
  created?: string;
  modified?: string;
  url?: string;
  source?: string;
  body?: string;
  authors?: string[];
  section?: string;
  image?: string;
  language?: string;
  keywords?: string[];
}

type Node = Record<string, unknown>;

const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const PAGE = /(?:WebPage|ItemPage|MediaObject|VideoObject|CreativeWork)$/;

/** What scripts of the type `application/ld+json` say; the first article in them, and what pages add to it. */
export function linkedArticle(scripts: Iterable<string>): LinkedArticle {
  const articles: Node[] = [];
  const pages: Node[] = [];
  for (const script of scripts) {
    for (const node of nodesOf(script)) {
      const types = listOf(node['@type']).map(String);
      if (types.some((type) => ARTICLE.test(type))) articles.push(node);
      else if (types.some((type) => PAGE.test(type))) pages.push(node);
    }
  }
  // An article that says when it was published is the one of the page; others may be teasers.
  const article = articles.find((node) => node.datePublished !== undefined) ?? articles[0];
  const page = pages.find((node) => node.datePublished !== undefined);
  return { ...(page && pick(page)), ...(article && pick(article)) };
}

function pick(node: Node): LinkedArticle {
  const keywords = listOf(node.keywords).flatMap((some) =>
    typeof some === 'string' ? some.split(/[,،;؛|]/u) : plainText(some),
  );
  const texts: Partial<Record<keyof LinkedArticle, string>> = {
    title: textIn(node.headline) || textIn(node.name),
    date: textIn(node.datePublished),
    created: textIn(node.dateCreated) || textIn(node.uploadDate),
    modified: textIn(node.dateModified),
    url: textIn(node.url) || textIn(node.mainEntityOfPage),
    source: textIn(node.publisher),
    body: textIn(node.articleBody) || textIn(node.text),
    section: textIn(node.articleSection),
    image: addressIn(node.image) || textIn(node.thumbnailUrl),
    language: textIn(node.inLanguage),
  };
  const authors = listOf(node.author ?? node.creator)
    .map(textIn)
    .filter((name) => name !== '');
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(authors.length > 0 && { authors }),
    ...(keywords.length > 0 && {
      keywords: keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== ''),
    }),
  };
}

/** Every object in a script that has a type. */
function nodesOf(script: string): Node[] {
  if (script.length > MAX_LENGTH) return [];
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)+/, '')
    .replace(/(?:(?:\/\/\s*)?-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)+\s*;?\s*$/, '')
    .replace(/;\s*$/, '');
  let value: unknown;
  try {
    // Some pages escape their scripts as if they were text.
    value = parseLooseJson(/^\s*[[{]\s*&quot;/.test(text) ? text.replaceAll('&quot;', '"') : text);
  } catch {
    return [];
  }
  const nodes: Node[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const some = queue[at];
    if (Array.isArray(some)) for (const item of some) queue.push(item);
    else if (typeof some === 'object' && some !== null) {
      const node = some as Node;
      if (node['@type'] !== undefined) nodes.push(node);
      for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
        if (typeof node[name] === 'object') queue.push(node[name]);
      }
    }
  }
  return nodes;
}

function textIn(value: unknown): string {
  const text = plainText(value).trim();
  return hasMarkup(text) ? textOfMarkup(text) : text;
}

function addressIn(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'object' && first !== null && 'url' in first) return textIn(first.url);
  return textIn(first);
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
