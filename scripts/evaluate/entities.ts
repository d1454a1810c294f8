/**
 * Names in sentences. The file is JSONL: {text, entities: [{start, end, type: PER|LOC|ORG}]}; the language is the end
 * of its name. Strict: a mention is right if its type is right and it has exactly the words of a span; letters written
 * together with a name (Arabic conjunctions and prepositions, Turkish endings) belong to its words. Once with the
 * gazetteer alone and once with names that it does not have; the latter are also given apart.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoredArticle } from '../../src/common/types.ts';
import { annotate } from '../../src/document/annotate.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { typeOfUnlisted } from '../../src/entities/recogniser/unlisted-id.ts';
import { type Mention, Tagger } from '../../src/entities/tagger/tagger.ts';

const TYPES: Readonly<Record<string, string>> = { PER: 'person', LOC: 'place', ORG: 'organisation' };

interface Sentence {
  text: string;
  entities: { start: number; end: number; type: string }[];
}

export interface EntityResult {
  file: string;
  /** `listed`: the gazetteer alone; `all`: with the names that it does not have. */
  names: 'listed' | 'all';
  type: string;
  spans: number;
  mentions: number;
  precision: number;
  recall: number;
  f1: number;
  /** Of the mentions of names that the gazetteer does not have. */
  unlisted?: number;
  unlistedPrecision?: number;
}

export function measureEntities(file: string): EntityResult[] {
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
  const sentences = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);
  return (['listed', 'all'] as const).flatMap((names) => {
    const tagger = new Tagger(gazetteer, names);
    const found = sentences.map((sentence) => mentionsIn(sentence, tagger));
    return Object.values(TYPES).map((type) => {
      let [spans, mentions, right, unlisted, unlistedRight] = [0, 0, 0, 0, 0];
      for (const [n, { entities }] of sentences.entries()) {
        const wanted = entities.filter((span) => TYPES[span.type] === type);
        spans += wanted.length;
        for (const mention of found[n]!) {
          if (mention.type !== type) continue;
          const isRight = wanted.some((span) => mention.covers(span));
          mentions++;
          if (isRight) right++;
          if (mention.unlisted) unlisted++;
          if (mention.unlisted && isRight) unlistedRight++;
        }
      }
      return {
        file: basename(file),
        names,
        type,
        spans,
        mentions,
        precision: right / Math.max(1, mentions),
        recall: right / Math.max(1, spans),
        f1: (2 * right) / Math.max(1, mentions + spans),
        ...(names === 'all' && { unlisted, unlistedPrecision: unlistedRight / Math.max(1, unlisted) }),
      };
    });
  });
}

interface TypedMention {
  type: string | undefined;
  unlisted: boolean;
  /** Whether it has exactly the words of a span. */
  covers(span: { start: number; end: number }): boolean;
}

/** The mentions of a sentence, which is an article of its own. */
function mentionsIn({ text }: Sentence, tagger: Tagger): TypedMention[] {
  const article: StoredArticle = {
    id: 'sentence',
    title: '',
    body: text,
    keywords: [],
    revision: 1,
    sequence: 1,
    deleted: false,
  };
  return annotate(article, tagger).flatMap(({ tokens, mentions }) =>
    mentions.map((mention: Mention) => ({
      type: tagger.gazetteer.entities.get(mention.entity)?.type ?? typeOfUnlisted(mention.entity),
      unlisted: typeOfUnlisted(mention.entity) !== undefined,
      covers: ({ start, end }) => {
        const words = tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []));
        return words[0] === mention.tokenStart && words.at(-1) === mention.tokenEnd - 1;
      },
    })),
  );
}
