/** Language identification: paragraphs and single sentences of every set whose documents name their language. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { franc } from 'franc';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import { PREFERRED_LANGUAGES } from '../../src/analysis/languages/registry.ts';
import { readLines } from './lines.ts';

export interface LanguageResult {
  unit: string;
  language: string;
  texts: number;
  /** Share that was right. */
  lisan: number;
  /** The same for franc restricted to our languages. */
  franc: number;
}

const SENTENCE = /[^.!?؟。]{20,}[.!?؟]/gu;

export async function measureLanguages(data: string): Promise<LanguageResult[]> {
  const texts = new Map<string, Map<string, Set<string>>>([
    ['paragraph', new Map()],
    ['sentence', new Map()],
    ['question', new Map()],
  ]);
  const note = (unit: string, language: string, text: string): void => {
    const units = texts.get(unit)!;
    units.set(language, (units.get(language) ?? new Set()).add(text));
  };
  for (const set of readdirSync(data)) {
    const documents = join(data, set, 'docs.jsonl');
    if (!existsSync(documents) || set.includes('keywords')) continue;
    let language = 'und';
    for await (const document of readLines<{ text: string; lang: string }>(documents)) {
      language = document.lang;
      note('paragraph', language, document.text);
      for (const [sentence] of document.text.matchAll(SENTENCE)) note('sentence', language, sentence.trim());
    }
    for await (const { text } of readLines<{ text: string }>(join(data, set, 'queries.jsonl')))
      note('question', language, text);
  }
  const only = PREFERRED_LANGUAGES.map(({ iso3 }) => iso3);
  const code = (iso3: string): string =>
    PREFERRED_LANGUAGES.find((language) => language.iso3 === iso3)?.code ?? 'und';
  return [...texts].flatMap(([unit, units]) =>
    [...units].map(([language, set]) => ({
      unit,
      language,
      texts: set.size,
      lisan: share(set, (text) => detectLanguage(text) === language),
      franc: share(set, (text) => code(franc(text, { only })) === language),
    })),
  );
}

function share(texts: ReadonlySet<string>, right: (text: string) => boolean): number {
  return [...texts].filter(right).length / texts.size;
}
