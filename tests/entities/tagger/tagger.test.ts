/** Mentions in a text: each case is an article, each line a passage. `[…]` encloses a mention; there are no others. */
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/analysis/language-detection.ts';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { loadGazetteer, parseEntity } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const builtIn = new Tagger(loadGazetteer(GAZETTEER_FOLDER));

interface Tagged {
  /** The text with its mentions in brackets; a name within a name is not shown. */
  text: string;
  /** Entity ids in order, those of names within names among them. */
  ids: string[];
}

function tag(text: string, tagger: Tagger): Tagged {
  const lines = text.split('\n');
  const mentions = tagger.tagArticle(
    lines.map((line) => analyzerFor(detectLanguage(line)).tokens(line)),
    lines,
  );
  const shown = lines.map((line, index) => {
    let marked = '';
    let at = 0;
    for (const { start, end } of mentions[index]!) {
      if (start < at) continue;
      marked += `${line.slice(at, start)}[${line.slice(start, end)}]`;
      at = end;
    }
    return marked + line.slice(at);
  });
  return { text: shown.join('\n'), ids: mentions.flat().map(({ entity }) => entity) };
}

type Case = [marked: string, ids: string[], why: string];

function check([marked, ids, why]: Case, tagger = builtIn): void {
  const tagged = tag(marked.replaceAll(/[[\]]/g, ''), tagger);
  expect(tagged.text, why).toBe(marked);
  expect(tagged.ids, why).toEqual(ids);
}

const LAVROV = 'person-sergey-lavrov';

describe('names in all their forms', () => {
  test.each<Case>([
    ['قال [لافروف] إن [روسيا] مستعدة', [LAVROV, 'place-russia'], 'as they stand'],
    ['التقى [ولافروف] في [بدمشق]', [LAVROV, 'place-damascus'], 'conjunction and preposition'],
    ['قرار [للأمم المتحدة]', ['organisation-united-nations'], 'ل and the article of the name become لل'],
    ['مقر [بالأمم المتحدة] [وللناتو]', ['organisation-united-nations', 'organisation-nato'], 'both of them'],
    ['زار كلاوس البلاد', [], 'ك is no preposition before a short name: Klaus is not Laos'],
    ['الغارات السورية على الأراضي اللبنانية', [], 'adjectives are no countries'],
    ["[Suriye]'nin ve [Rusya]’dan", ['place-syria', 'place-russia'], 'both apostrophes'],
    ['[Türkiyenin] kararı, [Suriyede] savaş', ['place-turkiye', 'place-syria'], 'no apostrophe'],
    [
      '[Türkiye Dışişleri Bakanlığından] açıklama',
      ['organisation-turkish-foreign-ministry', 'place-turkiye'],
      'possessive, then case',
    ],
    ['Limanda bekleyen Maliye memuru', [], 'Lima and Mali are not in limanda and maliye'],
    ["ABD'li yazar ile Kudüs'lü katip", [], 'who is from there is not the place'],
    ['[İstanbul] Bağdat Caddesi', ['place-istanbul'], 'a street that is in the place, not named after it'],
    ['ABD li mühendisler ve Rusya lı pilotlar', [], 'nor where a feed lost the apostrophe'],
    ['أعلنت الخطوط السعودية عن رحلات للمرأة السعودية', [], 'an adjective after its noun'],
    [
      'سفير [السعودية] في [الأردن]، وقالت [السعودية] اليوم',
      ['place-saudi-arabia', 'place-jordan', 'place-saudi-arabia'],
      'the country by the same word',
    ],
    ['قالت مصادر لـ«[الشرق الأوسط]»', ['organisation-asharq-al-awsat'], 'the newspaper in quotation marks'],
    ['تحدث عن [الشرق الأوسط] الجديد', ['place-middle-east'], 'the region'],
    ['[Лаврова] ждут, [Лаврову] писали, с [Лавровым]', [LAVROV, LAVROV, LAVROV], 'declined'],
    [
      'о [Зеленском] и [Марии Захаровой], в [Москве] и [Сирии]',
      ['person-volodymyr-zelensky', 'person-maria-zakharova', 'place-moscow', 'place-syria'],
      'an adjective, a woman, places',
    ],
    [
      'в [Совете Безопасности ООН]',
      ['organisation-un-security-council', 'organisation-united-nations'],
      'one word of several is declined',
    ],
  ])('%s', (...row) => check(row as Case));
});

describe('words and names that are not mentions', () => {
  test.each([
    ['Iranian and Iraqi officials, Russians', 'English derivations'],
    ['газовый кризис и газета', 'Gaza is not in газовый'],
    ['Roman yazarı Romantik', 'none of them is Rome'],
    [
      'Toronto Üniversitesi, Paris Agreement, Belçika Kupası, Montreal Protocol',
      'what is named after places',
    ],
    ['Adana Demirspor, Kayseri Erciyesspor maçı', 'clubs by the end of their name'],
    ['Sivastopol Sokak ile Ankara Caddesi', 'streets'],
    ['وصلنا بعد المغرب، وتقبل الله باليمن والبركات', 'words that are also countries'],
    ['Bodrum katları emsale dahil değil', 'a basement, at the beginning of a sentence'],
    ['ريال مدريد وجامعة القاهرة', 'and the same in Arabic'],
  ])('%s', (text, why) => {
    expect(
      tag(text, builtIn).ids.filter((id) => id.startsWith('place-')),
      why,
    ).toEqual([]);
  });

  test.each<Case>([
    ['[Moscow] talks: turkey with china plates', ['place-moscow'], 'common words in small letters'],
    [
      '[turkey] and [china] in a line without capitals',
      ['place-turkiye', 'place-china'],
      'where nothing has one, capitals say nothing',
    ],
    ['You should ab initio', [], 'AB is an acronym'],
    ["[AB]'nin kararı", ['organisation-european-union'], 'and in capitals it is the union'],
    ['مسقط رأسه', [], 'an exception of Muscat'],
  ])('%s', (...row) => check(row as Case));
});

describe('ambiguous names', () => {
  test.each<Case>([
    ['Bir fidan dikildi. Fidan büyüdü.', [], 'a sapling'],
    [
      '[Hakan Fidan] konuştu.\n[Fidan] ayrıldı.',
      ['person-hakan-fidan', 'person-hakan-fidan'],
      'full name first, family name later',
    ],
    [
      '[Fidan]: görüşmeler sürüyor\n[Hakan Fidan] konuştu',
      ['person-hakan-fidan', 'person-hakan-fidan'],
      'a headline is before the full name',
    ],
    ['Dışişleri Bakanı [Fidan] geldi', ['person-hakan-fidan'], 'a title that he is called by'],
    ['Teknik Direktör Fidan geldi', [], 'and one that he is not called by'],
    ['عائد مالي كبير', [], 'financial, not Mali'],
    ['في [باماكو] قالت حكومة [مالي]', ['place-bamako', 'place-mali'], 'its capital is named too'],
    ['[عمان] [ومسقط]', ['place-oman', 'place-muscat'], 'beside Muscat it is Oman'],
    ['[الأردن] ... [عمان]', ['place-jordan', 'place-amman'], 'beside Jordan it is Amman'],
    ['Sam Altman said', [], 'Sam is Şam typed without its mark only where Syria supports it'],
    ["[Suriye]'nin baskenti [Sam]'da", ['place-syria', 'place-damascus'], 'and here it does'],
    ['George Washington was here.', [], 'a surname after a given name'],
    [
      '[Emine Erdoğan] ve Sude Erdoğan geldi.',
      ['person-emine-erdogan'],
      'who else has the name is not the president',
    ],
    ['Toplantıda Ayşe Putin konuştu.', [], 'a capital before the name that its sentence does not give'],
  ])('%s', (...row) => check(row as Case));

  test('a family name refers to the person named last before it', () => {
    const entities = [
      '{"id":"person-a","type":"person","names":{"en":["Anna Doe"]}}',
      '{"id":"person-b","type":"person","names":{"en":["Bert Doe"]}}',
    ].map((line) => parseEntity(line));
    const tagger = new Tagger({
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      warnings: [],
    });
    check(
      [
        '[Anna Doe] met [Bert Doe]. Then [Doe] left.\n[Anna Doe] said so. And [Doe] wept.',
        ['person-a', 'person-b', 'person-b', 'person-a', 'person-a'],
        'the nearest before',
      ],
      tagger,
    );
  });
});

test('a name within a name is a mention if the two are related', () => {
  check([
    '[Astana süreci] ve [Avrupa Birliği]',
    ['event-astana-process', 'place-astana', 'organisation-european-union'],
    'the process is about Astana, the union is no continent',
  ]);
});

describe('names in a query', () => {
  const recognise = (query: string): string[] =>
    builtIn.recognise(analyzerFor(detectLanguage(query)).tokens(query), query).map(({ entity }) => entity);

  test.each([
    ['lavrov', [LAVROV], 'small letters'],
    ['Лаврова', [LAVROV], 'declined'],
    ['ولافروف', [LAVROV], 'with a conjunction'],
    ['fidan', ['person-hakan-fidan'], 'an ambiguous name is all of the query'],
    ['fidan bahçesi', [], 'and here it is not'],
    ['assad', ['person-bashar-al-assad'], 'the certain one of several'],
    ['عمان', ['place-amman', 'place-oman'], 'each of those it may be'],
    ['lavrov astana', [LAVROV, 'place-astana'], 'several names'],
    ['who told us', [], 'words that acronyms look like'],
    ['nato', ['organisation-nato'], 'an acronym that is all of the query'],
    ['WHO in the US', ['organisation-who', 'place-united-states'], 'acronyms as they are written'],
  ])('%s', (query, ids, why) => expect(recognise(query).sort(), why).toEqual([...ids].sort()));
});

test('a tagger that is asked nothing reads no names', () => {
  const entities = new Map([
    ['place-a', parseEntity('{"id":"place-a","type":"place","names":{"en":["A"]}}')],
  ]);
  let reads = 0;
  entities.values = () => {
    reads++;
    return new Map(entities).values();
  };
  const tagger = new Tagger({ entities, warnings: [] });
  expect(reads).toBe(0);
  tagger.prepare();
  expect(reads).toBeGreaterThan(0);
});
