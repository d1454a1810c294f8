/**
 * Names in sentences. The file is JSONL: {text, entities: [{start, end, type: PER|LOC|ORG}]}; the language is the end
 * of its name. A span counts as found where a mention of a fitting type overlaps it. Precision is over the mentions.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../../src/service/service.ts';

const TYPES: Readonly<Record<string, string>> = { PER: 'person', LOC: 'place', ORG: 'organisation' };

interface Sentence {
  text: string;
  entities: { start: number; end: number; type: string }[];
}

export interface EntityResult {
  file: string;
  type: string;
  mentions: number;
  spans: number;
  precision: number;
  recall: number;
  f1: number;
}

export function measureEntities(file: string): EntityResult[] {
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
  const tagger = new Tagger(gazetteer);
  const analyzer = analyzerFor(/-(\w+)\.jsonl$/.exec(file)?.[1] ?? 'und');
  const counts = new Map(
    Object.values(TYPES).map((type) => [type, { mentions: 0, spans: 0, right: 0, found: 0 }]),
  );
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { text, entities } = JSON.parse(line) as Sentence;
    const mentions = tagger.tagArticle([analyzer.tokens(text)], [text])[0]!;
    const typed = mentions.map((mention) => ({
      ...mention,
      type: gazetteer.entities.get(mention.entity)!.type,
    }));
    const meet = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
      a.start < b.end && b.start < a.end;
    for (const mention of typed) {
      const count = counts.get(mention.type);
      if (count === undefined) continue;
      count.mentions++;
      if (entities.some((span) => TYPES[span.type] === mention.type && meet(span, mention))) count.right++;
    }
    for (const span of entities) {
      const count = counts.get(TYPES[span.type] ?? '');
      if (count === undefined) continue;
      count.spans++;
      if (typed.some((mention) => mention.type === TYPES[span.type] && meet(span, mention))) count.found++;
    }
  }
  return [...counts].map(([type, { mentions, spans, right, found }]) => {
    const precision = right / Math.max(1, mentions);
    const recall = found / Math.max(1, spans);
    const f1 = (2 * precision * recall) / Math.max(Number.MIN_VALUE, precision + recall);
    return { file: basename(file), type, mentions, spans, precision, recall, f1 };
  });
}
