/**
 * Packs what scripts/lexicon/nearest.py printed into data/lexicon: `node scripts/lexicon/pack.ts nearest.tsv`. The form
 * of the files is described in src/analysis/lexicon/lexicon-file.ts.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { scriptOf } from '../../src/analysis/folding/unicode.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import {
  LEXICON_FOLDER,
  LEXICON_LANGUAGES,
  type LexiconLanguage,
  weightCode,
} from '../../src/analysis/lexicon/lexicon-file.ts';

/** Translations of one word into one language that are kept. */
const KEPT = 3;
/** Closeness (CSLS) from which a translation is kept, and that of the surest ones. */
const LEAST = -0.06;
const SUREST = 0.3;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node scripts/lexicon/pack.ts nearest.tsv');

const isIn = (language: LexiconLanguage, word: string): boolean =>
  [...word].every((letter) =>
    [analyzerFor(language).language.script, 'Zyyy'].includes(scriptOf(letter.codePointAt(0)!)),
  );

/** By language and word: its place, which is its rank by frequency. */
const places = new Map(LEXICON_LANGUAGES.map((language) => [language, new Map<string, number>()]));
const rows: [
  language: LexiconLanguage,
  word: string,
  to: LexiconLanguage,
  translation: string,
  closeness: number,
][] = [];
for await (const line of createInterface({ input: createReadStream(file) })) {
  const [language, word, to, translation, closeness] = line.split('\t') as [
    LexiconLanguage,
    string,
    LexiconLanguage,
    string,
    string,
  ];
  // Lists of frequent words hold some of other languages.
  if (!isIn(language, word) || !isIn(to, translation)) continue;
  const known = places.get(language)!;
  if (!known.has(word)) known.set(word, known.size);
  rows.push([language, word, to, translation, Number(closeness)]);
}

const packed = new Map(
  LEXICON_LANGUAGES.map((language) => [language, new Map<string, Map<string, string[]>>()]),
);
for (const [language, word, to, translation, closeness] of rows) {
  const place = places.get(to)!.get(translation);
  // A word that is written alike in both languages needs no translation.
  if (place === undefined || translation === word || closeness < LEAST) continue;
  const words = packed.get(language)!;
  const translations = words.get(word) ?? words.set(word, new Map()).get(word)!;
  const kept = translations.get(to) ?? translations.set(to, []).get(to)!;
  if (kept.length >= KEPT) continue;
  const weight = Math.min(1, (closeness - LEAST) / (SUREST - LEAST));
  kept.push(place.toString(36) + weightCode(weight));
}

for (const language of LEXICON_LANGUAGES) {
  const others = LEXICON_LANGUAGES.filter((other) => other !== language);
  const lines = [...places.get(language)!.keys()].map((word) => {
    const translations = packed.get(language)!.get(word);
    return [word, ...others.map((other) => translations?.get(other)?.join(' ') ?? '')].join('\t').trimEnd();
  });
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  writeFileSync(new URL(`${language}.tsv.gz`, LEXICON_FOLDER), bytes);
  console.log(`${language}: ${lines.length} words, ${bytes.length} bytes`);
}
