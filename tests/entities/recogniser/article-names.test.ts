/** Names that the gazetteer does not have, found by one article alone. */
import { expect, test } from 'vitest';
import type { StoredArticle } from '../../../src/common/types.ts';
import { annotate } from '../../../src/document/annotate.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const [listed, all] = [new Tagger(gazetteer, 'listed'), new Tagger(gazetteer, 'all')];

function mentions(body: string, tagger = all): string[] {
  const article: StoredArticle = {
    id: 'a',
    title: '',
    body,
    keywords: [],
    revision: 1,
    sequence: 1,
    deleted: false,
  };
  return annotate(article, tagger).flatMap((passage) =>
    passage.mentions.map(({ entity, start, end }) => `${entity} ${body.slice(start, end)}`),
  );
}

const CASES: readonly { text: string; found: readonly string[]; why: string }[] = [
  {
    text: "Türk yönetmen Kerem Alışkan dün Ankara'da konuştu.",
    found: ['unlisted-person-kerem-aliskan Kerem Alışkan', 'place-ankara Ankara'],
    why: 'a given name behind a profession; a listed name keeps its id',
  },
  {
    text: "Oyuncu Selin Akbulut, Doğuş Üniversitesi'nde okudu.",
    found: [
      'unlisted-person-selin-akbulut Selin Akbulut',
      'unlisted-organisation-dogus-universitesi Doğuş Üniversitesi',
    ],
    why: 'the head of an organisation; the ending behind the apostrophe is no part of the name',
  },
  {
    text: 'Türk yönetmen Kerem Alışkan dün konuştu. Film üç yıl sürdü. Alışkan, yeni filmini anlattı.',
    found: ['unlisted-person-kerem-aliskan Kerem Alışkan', 'unlisted-person-kerem-aliskan Alışkan'],
    why: 'a family name alone is that of the full name in the same article',
  },
  {
    text: 'وقال المدرب سمير الزهراني إن الفريق جاهز.',
    found: ['unlisted-person-smir-alzhrani سمير الزهراني'],
    why: 'a title and a given name, without capitals',
  },
  {
    text: 'Türk yönetmen Kerem Alışkan ve kardeşi oyuncu Deniz Alışkan konuştu. Alışkan filmi anlattı.',
    found: ['unlisted-person-kerem-aliskan Kerem Alışkan', 'unlisted-person-deniz-aliskan Deniz Alışkan'],
    why: 'a family name that two people of the article have is nobody’s',
  },
  {
    text: "Yangın Ankara Kalesi'nin yakınında çıktı.",
    found: ['unlisted-place-ankara-kalesi Ankara Kalesi'],
    why: 'a listed place within the name of another place',
  },
  {
    text: 'Judge Hargreaves adjourned the hearing until Monday.',
    found: ['unlisted-person-hargreaves Hargreaves'],
    why: 'a title before a single name, which it is no part of',
  },
  {
    text: 'Министр обороны Ахтерберг предупредил о гонке вооружений.',
    found: ['unlisted-person-ahterberg Ахтерберг'],
    why: 'a title before a single name, in Russian',
  },
  {
    text: 'وقال الرئيس جيب إن الخطة جاهزة.',
    found: ['unlisted-person-zhib جيب'],
    why: 'a word after said and a title is a name, if it has no article',
  },
  {
    text: 'وقال الرئيس السابق إن الخطة جاهزة.',
    found: [],
    why: 'an adjective of a title is none',
  },
  {
    text: 'Bugün hava çok güzel. Yarın yağmur bekleniyor.',
    found: [],
    why: 'capitals of sentences are no names',
  },
];

test.each(CASES)('$why', ({ text, found }) => {
  expect(mentions(text)).toEqual(found);
});

test('without the setting only the gazetteer counts', () => {
  expect(mentions(CASES[0]!.text, listed)).toEqual(['place-ankara Ankara']);
});

test('an Arabic name has the same id with and without a conjunction before it', () => {
  const [one] = mentions('وقال المدرب سمير الزهراني إن الفريق جاهز.');
  const [two] = mentions('وحضر المدرب وسمير الزهراني لاعب الفريق.').filter((mention) =>
    mention.includes('الزهراني'),
  );
  expect(two?.split(' ')[0]).toBe(one?.split(' ')[0]);
});
