/**
 * Spellings of one name in two scripts as one entity. The file is a TSV of two spellings of one name, the end of its name
 * the language of the second; each archive has so many of them, each spelling in an article of its own, in a sentence
 * that shows a person. Of all pairs of two articles whose names are in different scripts: precision and recall of
 * "they mention one entity". Odd lines only (counted from 0): the largest distance was chosen on the even ones.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../../src/config/settings.ts';
import { annotate } from '../../src/document/annotate.ts';
import { typeOfUnlisted } from '../../src/entities/recogniser/unlisted-id.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';

export interface SameNamesResult {
  file: string;
  /** Pairs of names in one archive, and archives. */
  names: number;
  archives: number;
  /** Share of the articles in which the name was recognised, or is the gazetteer's. */
  recognised: number;
  precision: number;
  recall: number;
}

const NAMES = 100;
const ARCHIVES = 4;
const SENTENCES: Readonly<Record<string, (name: string) => string>> = {
  en: (name) => `On Monday President ${name} said that the talks would go on in the spring.`,
  ar: (name) => `وقال الرئيس ${name} إن المحادثات ستستمر في الربيع المقبل.`,
  ru: (name) => `В понедельник президент ${name} заявил, что переговоры продолжатся весной.`,
};

export async function measureSameNames(file: string): Promise<SameNamesResult> {
  const language = /-(\w+)\.tsv$/.exec(file)?.[1] ?? '';
  const pairs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, line) => line % 2 === 1)
    .map((line) => line.split('\t').map(capitalised) as [string, string]);
  const every = Math.max(1, Math.floor(pairs.length / (NAMES * ARCHIVES)));
  const chosen = pairs.filter((_, n) => n % every === 0);
  const counts = { articles: 0, recognised: 0, right: 0, given: 0, wanted: 0 };
  for (let archive = 0; archive < ARCHIVES; archive++)
    await measure(chosen.slice(archive * NAMES, (archive + 1) * NAMES), language, counts);
  return {
    file: basename(file),
    names: NAMES,
    archives: ARCHIVES,
    recognised: counts.recognised / counts.articles,
    precision: counts.right / Math.max(1, counts.given),
    recall: counts.right / counts.wanted,
  };
}

async function measure(
  pairs: readonly (readonly [string, string])[],
  language: string,
  counts: { articles: number; recognised: number; right: number; given: number; wanted: number },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-evaluate-'));
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'warn', LISAN_NAMES: 'all' }));
  try {
    const [latin, other] = [0, 1].map((side) => [...new Set(pairs.map((pair) => pair[side]!))]);
    const names = [...latin!.map((name) => ['en', name]), ...other!.map((name) => [language, name])];
    service.archive.put(
      names.map(([lang, name]) => ({
        id: `${lang} ${name}`,
        title: '',
        body: SENTENCES[lang!]!(name!),
        keywords: [],
      })),
    );
    await reindex(service.archive, service.engine, service.tagger, { analysis: service.analysis });
    const entities = new Map<string, ReadonlySet<string>>();
    for (const [lang, name] of names)
      entities.set(`${lang} ${name}`, await entitiesOf(`${lang} ${name}`, service));
    const wanted = new Set(pairs.map(([a, b]) => `en ${a}|${language} ${b}`));
    counts.articles += entities.size;
    counts.recognised += [...entities.values()].filter(({ size }) => size > 0).length;
    counts.wanted += wanted.size;
    for (const a of latin!)
      for (const b of other!) {
        const [one, two] = [entities.get(`en ${a}`)!, entities.get(`${language} ${b}`)!];
        if (![...one].some((id) => two.has(id))) continue;
        counts.given++;
        if (wanted.has(`en ${a}|${language} ${b}`)) counts.right++;
      }
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ids of all spellings of the people whom an article mentions. */
async function entitiesOf(id: string, { archive, tagger, live }: Service): Promise<Set<string>> {
  const index = await live.current();
  const ids = new Set<string>();
  for (const { mentions } of annotate(archive.get(id)!, tagger))
    for (const { entity } of mentions)
      if (typeOfUnlisted(entity) !== undefined)
        for (const one of (await index.sameNames?.(entity)) ?? [entity]) ids.add(one);
      else ids.add(entity);
  return ids;
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
