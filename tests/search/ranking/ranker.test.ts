/** The order of hits, and the parts of their scores. */
import { describe, expect, test } from 'vitest';
import { UTC } from '../../../src/common/time-zone.ts';
import { annotate } from '../../../src/document/annotate.ts';
import { ForwardIndex } from '../../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { parseQuery } from '../../../src/search/query/parser.ts';
import { type Query, wordsOf } from '../../../src/search/query/query.ts';
import { queryOf } from '../../../src/search/query/query-builder.ts';
import { formsOf } from '../../../src/search/query/query-words.ts';
import { RANK_OPTIONS, type Ranked, Ranker, type RankOptions } from '../../../src/search/ranking/ranker.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const NOW = UTC.secondsOf('2026-01-01');

interface Document {
  title?: string;
  body?: string;
  keywords?: string[];
  publishedAt?: string;
}

/** Documents about other things, so that document frequencies are realistic. */
const OTHERS: readonly Document[] = Array.from({ length: 40 }, (_, i) => ({
  body: `Filler ${i} speaks of weather, harvest number ${i} and nothing else at all.`,
}));

interface Asked {
  options?: Partial<RankOptions>;
  change?: (query: Query) => void;
}

/** Ranks documents by name; the first one is the best. */
function rank(query: string, documents: Record<string, Document>, { options, change }: Asked = {}): Ranked[] {
  const clauses = queryOf(parseQuery(query), { gazetteer, tagger, zone: UTC }, { exact: false });
  change?.(clauses);
  const frequencies = new Map<number, number>();
  const totals = [0, 0, 0];
  const all = [...Object.entries(documents), ...OTHERS.map((other, i) => [`other ${i}`, other] as const)];
  const candidates = all.map(([id, { title = '', body = '', keywords = [], publishedAt }]) => {
    const passages = annotate({ title, body, keywords }, tagger);
    const forwardIndex = encodeForwardIndex(passages);
    const decoded = new ForwardIndex(forwardIndex);
    for (const key of decoded.distinctHashes()) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    decoded.lengths.forEach((length, field) => {
      totals[field]! += length;
    });
    return {
      id,
      forwardIndex: decoded,
      ...(publishedAt !== undefined && { publishedAt: UTC.secondsOf(publishedAt) }),
    };
  });
  const meanLengths = totals.map((total) => total / all.length) as [number, number, number];
  const statistics = { documents: all.length, meanLengths };
  const ranker = new Ranker(clauses.clauses, statistics, frequencies, NOW, { ...RANK_OPTIONS, ...options });
  return ranker.rank(candidates.filter(({ id }) => id in documents));
}

const order = (...asked: Parameters<typeof rank>): string[] => rank(...asked).map(({ id }) => id);

describe('one word', () => {
  test('the closer the form, the higher the score', () => {
    expect(
      order('Bakanlık', {
        'another word that begins alike': { body: 'Yeni bakan dün geldi.' },
        'another form of the word': { body: 'Yeni bakanlığa dün geldi.' },
        'another spelling': { body: 'Yeni bakanlik dün geldi.' },
        'as typed': { body: 'Yeni bakanlık dün geldi.' },
      }),
    ).toEqual(['as typed', 'another spelling', 'another form of the word', 'another word that begins alike']);
  });

  test('the title weighs more than keywords, and keywords more than the body', () => {
    const filling = 'The talks went on until the evening and ended without a result.';
    expect(
      order('pipeline', {
        body: { title: 'Evening news', body: `A pipeline was discussed. ${filling}`, keywords: ['talks'] },
        keywords: { title: 'Evening news', body: `It was discussed. ${filling}`, keywords: ['pipeline'] },
        title: { title: 'Pipeline news', body: `It was discussed. ${filling}`, keywords: ['talks'] },
      }),
    ).toEqual(['title', 'keywords', 'body']);
  });

  test('a short text with the word ranks above a long one', () => {
    const long = 'Many other things were said there on that long day. '.repeat(12);
    expect(
      order('pipeline', { long: { body: `A pipeline. ${long}` }, short: { body: 'A pipeline was opened.' } }),
    ).toEqual(['short', 'long']);
  });

  test('the second occurrence counts, the tenth hardly at all', () => {
    const [ten, two, one] = [10, 2, 1].map((times) => ({
      body: `${'pipeline '.repeat(times)}${'and '.repeat(10 - times)}`,
    }));
    const scores = rank('pipeline', { ten: ten!, two: two!, one: one! }).map(({ score }) => score.total);
    expect(scores[1]! - scores[2]!).toBeGreaterThan((scores[0]! - scores[1]!) / 4);
  });

  test('a correction is worth less than the word itself', () => {
    expect(
      order(
        'pipelin',
        { corrected: { body: 'The pipeline was opened.' }, 'as typed': { body: 'The pipelin was opened.' } },
        {
          change: ({ clauses }) => {
            const { alternatives } = clauses[0]!;
            const { word } = alternatives[0]!;
            alternatives.push({ kind: 'correction', word, forms: formsOf('pipeline') });
          },
        },
      ),
    ).toEqual(['as typed', 'corrected']);
  });
});

describe('several words', () => {
  test('all words once beat one word many times', () => {
    expect(
      order('gas pipeline', {
        'one often': { body: 'Gas, gas and again gas: prices of gas rise with the constraint for gas.' },
        both: { body: 'Gas is dear. Much later in the text, after many other things, stands a pipeline.' },
      }),
    ).toEqual(['both', 'one often']);
  });

  test('adjacent words beat distant ones, and those beat words in different passages', () => {
    const between = 'and then there were many other things to be told of that day before came ';
    expect(
      order('gas pipeline', {
        'another passage': { body: `Gas is dear. ${between}\nThe pipeline is old.` },
        'far apart': { body: `Gas is dear. ${between} the pipeline is old.` },
        'side by side': { body: `The gas pipeline is old. ${between} is dear.` },
      }),
    ).toEqual(['side by side', 'far apart', 'another passage']);
  });

  test('the order of the query beats the reverse order', () => {
    expect(
      order('gas pipeline', {
        turned: { body: 'A pipeline gas firm was there yesterday.' },
        'in order': { body: 'A gas pipeline firm was there yesterday.' },
      }),
    ).toEqual(['in order', 'turned']);
  });

  test('the rare word decides', () => {
    const common = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `common ${i}`,
        { body: `The minister number ${i} spoke in the hall.` },
      ]),
    );
    expect(
      order('minister zirconium', { ...common, rare: { body: 'Zirconium was found in the hall.' } })[0],
    ).toBe('rare');
  });

  test('a window with most of the query beats the same words in scattered pairs', () => {
    const gap =
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ';
    expect(
      order('gas pipeline Ankara treaty', {
        scattered: { body: `gas pipeline ${gap} Ankara treaty` },
        dense: { body: `gas pipeline Ankara treaty ${gap}` },
      }),
    ).toEqual(['dense', 'scattered']);
  });

  test('a stop word changes scores a little', () => {
    const ranked = rank('the pipeline', {
      'only the stop word': { body: 'The the the the.' },
      'only the word': { body: 'A pipeline.' },
      both: { body: 'The pipeline.' },
    });
    expect(ranked.map(({ id }) => id)).toEqual(['both', 'only the word', 'only the stop word']);
    expect(ranked[2]!.score.total).toBeLessThan(ranked[1]!.score.total / 3);
  });
});

describe('names', () => {
  test('the script of the query first, then other scripts, then articles that do not name the person', () => {
    const ranked = order('لافروف', {
      'another script': { body: 'Министр Лавров прибыл на переговоры.' },
      nobody: { body: 'Министр прибыл на переговоры.' },
      'the same script': { body: 'وصل الوزير لافروف إلى المحادثات.' },
    });
    expect(ranked).toEqual(['the same script', 'another script', 'nobody']);
  });
});

describe('time', () => {
  const old = { body: 'A pipeline was opened.', publishedAt: '2010-01-01' };
  const today = { body: 'A pipeline was opened.', publishedAt: '2025-12-31' };

  test('of equal texts the newer one is first, and one without a date last', () => {
    expect(order('pipeline', { undated: { body: old.body }, old, today })).toEqual([
      'today',
      'old',
      'undated',
    ]);
  });

  test('a better match from long ago beats a worse one from today', () => {
    const better = { title: 'Pipeline', ...old };
    expect(order('pipeline', { today, better })).toEqual(['better', 'today']);
  });

  test('a date in the future counts as today', () => {
    const [first, second] = rank('pipeline', { today, future: { ...today, publishedAt: '2099-01-01' } });
    expect(first!.score.freshness).toBeCloseTo(second!.score.freshness, 3);
  });
});

describe('every weight', () => {
  const documents = {
    first: { title: 'Gas pipeline', body: 'The gas pipeline in Ankara.', publishedAt: '2025-06-01' },
    second: { title: 'Ankara', body: 'A pipeline. Gas is dear in Ankara today.', publishedAt: '2020-06-01' },
  };

  test.each([
    ['proximity', { proximity: 0 }, 'proximity', 0],
    ['density', { density: 0 }, 'density', 0],
    ['coverage', { coverage: 0 }, 'coverage', 1],
    ['freshness', { freshness: 0 }, 'freshness', 1],
    ['brevity', { brevity: 0 }, 'brevity', 1],
  ] as const)('%s can be switched off', (_, options, part, without) => {
    for (const { score } of rank('gas pipeline zirconium', documents, { options }))
      expect(score[part]).toBe(without);
    expect(rank('gas pipeline zirconium', documents).some(({ score }) => score[part] !== without)).toBe(true);
  });
});

describe('scores computed by hand', () => {
  const STATISTICS = { documents: 100, meanLengths: [4, 2, 20] } as const;
  const { matchKinds, fields, lengthNormalisation, saturation } = RANK_OPTIONS;
  const idf = (documents: number): number => Math.log(1 + (100 - documents + 0.5) / (documents + 0.5));
  const saturated = (frequency: number): number => (frequency * (saturation + 1)) / (frequency + saturation);

  /** The scores of the given documents; frequencies are given by key. */
  function scored(
    query: string,
    documents: Record<string, Document>,
    frequencyOf: (clauses: Query) => [key: number, documents: number][],
    options: Partial<RankOptions> = {},
  ): Record<string, Ranked['score']> {
    const analysed = queryOf(parseQuery(query), { gazetteer, tagger, zone: UTC }, { exact: false });
    const frequencies = new Map(frequencyOf(analysed));
    const ranker = new Ranker(analysed.clauses, STATISTICS, frequencies, NOW, {
      ...RANK_OPTIONS,
      ...options,
    });
    const candidates = Object.entries(documents).map(([id, { title = '', body = '', keywords = [] }]) => ({
      id,
      forwardIndex: new ForwardIndex(encodeForwardIndex(annotate({ title, body, keywords }, tagger))),
    }));
    return Object.fromEntries(ranker.rank(candidates).map(({ id, score }) => [id, score]));
  }
  const hashesOfWord = ({ clauses }: Query, clause: number): readonly number[] =>
    wordsOf(clauses[clause]!)[0]!.forms[0]!.hashes;

  test('BM25F over the fields, summed over the forms, each with the highest frequency of the forms it includes', () => {
    const { hit } = scored(
      'zirconium',
      { hit: { title: 'Zirconium found', body: 'Much zirconium was there, and more zirconium.' } },
      (analysed) => {
        const [exact, folded, stem, root] = hashesOfWord(analysed, 0) as [number, number, number, number];
        // A root that is rarer than its stem can only be an outdated count.
        return [
          [exact, 2],
          [folded, 5],
          [stem, 10],
          [root, 7],
        ];
      },
    );
    // Lengths include the break after each passage: 3 in the title, 8 in the body.
    const length = (field: number, words: number): number => {
      const b = lengthNormalisation[field]!;
      return 1 - b + b * (words / STATISTICS.meanLengths[field]!);
    };
    const frequency = fields[0] / length(0, 3) + (fields[2] * 2) / length(2, 8);
    const expected =
      saturated(frequency) *
      (matchKinds.exact * idf(2) +
        matchKinds.folded * idf(5) +
        matchKinds.stem * idf(10) +
        matchKinds.root * idf(10));
    expect(hit!.clauses[0]).toBeCloseTo(expected, 10);
    // 11 words in all, where the mean is 26.
    expect(hit!.brevity).toBeCloseTo((11 / 26) ** -RANK_OPTIONS.brevity, 10);
    expect(hit!.total).toBeCloseTo((expected + hit!.density) * hit!.brevity, 10);
  });

  test('the best replacement of a word counts, and only if the word itself scores less', () => {
    const withOthers = (analysed: Query): [number, number][] => {
      const { clauses } = analysed;
      const { word } = clauses[0]!.alternatives[0]!;
      const [completion, correction] = [formsOf('zirconiums')[0]!, formsOf('zirkon')[0]!];
      clauses[0]!.alternatives.push(
        { kind: 'completion', word, forms: [completion] },
        { kind: 'correction', word, forms: [correction] },
      );
      return [
        ...word.forms.flatMap(({ hashes }) => hashes.map((key): [number, number] => [key, 50])),
        [completion.hashes[2], 4],
        [correction.hashes[2], 4],
        [correction.hashes[1], 4],
      ];
    };
    const both = scored(
      'zirconiumx',
      {
        both: { body: 'zirkon zirconiums' },
        corrected: { body: 'zirkon nothing' },
        itself: { body: 'zirconiumx zirkon' },
      },
      withOthers,
      { density: 0 },
    );
    const b = lengthNormalisation[2];
    const once = saturated(fields[2] / (1 - b + b * (3 / STATISTICS.meanLengths[2])));
    expect(both.corrected!.clauses[0]).toBeCloseTo(once * matchKinds.correction * idf(4), 10);
    expect(both.both!.clauses[0]).toBeCloseTo(once * matchKinds.completion * idf(4), 10);
    const forms = matchKinds.exact + matchKinds.folded + matchKinds.stem + matchKinds.root;
    expect(both.itself!.clauses[0]).toBeCloseTo(
      once * Math.max(forms * idf(50), matchKinds.correction * idf(4)),
      10,
    );
  });

  test('proximity is the weight of the rarer word of a pair, reduced by distance in the text and in the query', () => {
    const filler = (words: number): string => 'xy '.repeat(words);
    const near = scored(
      'zirconium beryllium hafnium',
      {
        beside: { body: 'zirconium beryllium' },
        turned: { body: 'beryllium zirconium' },
        'four apart': { body: `zirconium ${filler(3)} beryllium` },
        'as far as counts': { body: `zirconium ${filler(23)} beryllium` },
        'too far': { body: `zirconium ${filler(24)} beryllium` },
        'first and third': { body: 'zirconium hafnium' },
        'second and third': { body: 'beryllium hafnium' },
      },
      (analysed) =>
        [3, 9, 27].flatMap((documents, clause) =>
          hashesOfWord(analysed, clause).map((key): [number, number] => [key, documents]),
        ),
      { proximity: 1 },
    );
    const [, beryllium, hafnium] = [idf(3), idf(9), idf(27)];
    const parts = Object.fromEntries(Object.entries(near).map(([id, { proximity }]) => [id, proximity]));
    expect(parts.beside).toBeCloseTo(beryllium, 10);
    expect(parts.turned).toBeCloseTo(beryllium / 1.5, 10);
    expect(parts['four apart']).toBeCloseTo(beryllium / 4, 10);
    expect(parts['as far as counts']).toBeCloseTo(beryllium / 24, 10);
    expect(parts['too far']).toBe(0);
    expect(parts['first and third']).toBeCloseTo(hafnium / 2, 10);
    expect(parts['second and third']).toBeCloseTo(hafnium, 10);
  });

  test('coverage is the matched share of the total weight', () => {
    const { one } = scored(
      'zirconium beryllium',
      { one: { body: 'zirconium' } },
      (analysed) =>
        [3, 9].flatMap((documents, clause) =>
          hashesOfWord(analysed, clause).map((key): [number, number] => [key, documents]),
        ),
      { coverage: 2 },
    );
    expect(one!.coverage).toBeCloseTo((idf(3) / (idf(3) + idf(9))) ** 2, 10);
  });

  test('an empty query gives scores of 0', () => {
    const { one } = scored('', { one: { body: 'zirconium' } }, () => []);
    expect(one).toMatchObject({ total: 0, coverage: 1 });
  });
});

describe('documents with equal scores', () => {
  const same = { body: 'A pipeline was opened.' };

  test('and equal or no dates are in the order of their ids', () => {
    for (const ids of [
      ['c', 'a', 'b'],
      ['a', 'b', 'c'],
      ['b', 'c', 'a'],
    ]) {
      const undated = Object.fromEntries(ids.map((id) => [id, same]));
      expect(order('pipeline', undated)).toEqual(['a', 'b', 'c']);
      const dated = Object.fromEntries(ids.map((id) => [id, { ...same, publishedAt: '2024-05-01' }]));
      expect(order('pipeline', dated)).toEqual(['a', 'b', 'c']);
    }
  });

  test('and no freshness are newest first, one from before 1970 before one without a date', () => {
    const documents = {
      undated: same,
      1960: { ...same, publishedAt: '1960-01-01' },
      2024: { ...same, publishedAt: '2024-01-01' },
      2023: { ...same, publishedAt: '2023-01-01' },
    };
    expect(order('pipeline', documents, { options: { freshness: 0 } })).toEqual([
      '2024',
      '2023',
      '1960',
      'undated',
    ]);
  });
});
