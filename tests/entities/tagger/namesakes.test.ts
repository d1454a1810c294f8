/** Who is meant by a name that others have too: cases with their reason. `[…]` encloses a mention; there are no others. */
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/analysis/language-detection.ts';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));

function marked(text: string): string {
  const plain = text.replaceAll(/[[\]]/g, '');
  const lines = plain.split('\n');
  const mentions = tagger.tagArticle(
    lines.map((line) => analyzerFor(detectLanguage(line)).tokens(line)),
    lines,
  );
  return lines
    .map((line, index) => {
      let out = '';
      let at = 0;
      for (const { start, end } of mentions[index]!) {
        if (start < at) continue;
        out += `${line.slice(at, start)}[${line.slice(start, end)}]`;
        at = end;
      }
      return out + line.slice(at);
    })
    .join('\n');
}

type Case = [text: string, why: string];
const check = (text: string, why: string): void => expect(marked(text), why).toBe(text);

describe('people called like places', () => {
  test.each<Case>([
    [
      'George Washington was born in Virginia. Washington led the army.',
      'by the surname in the same article',
    ],
    ['Denzel Washington won an Oscar. Washington thanked his wife.', 'a given name that no entity has'],
    ['Denzel Washington arrived in [Washington] on Monday. Washington spoke.', 'a place after a preposition'],
    ['The president returned to [Washington]. [Washington] imposed sanctions.', 'nobody is called so'],
    [
      'Jack London wrote novels. London was born in [San Francisco].',
      'a given name that begins the sentence',
    ],
    ['Will [London] host the games? Can [London] cope?', 'auxiliaries are no given names'],
    ['[London] Mayor Sadiq Khan spoke.', 'an office behind the place'],
    ['Paris Hilton opened a hotel in [Paris]. Paris loved it.', 'a given name, then alone'],
    ['Paris Jackson sang in [London].', 'a family name follows'],
    ['[Paris] police arrested two men.', 'a noun follows'],
    ['[Jordan] King Abdullah met [Biden].', 'a title follows'],
    ['Jordan Henderson left for [Saudi Arabia].', 'a country that is a given name'],
    ['[Jordan] and [Israel] signed a deal.', 'no family name follows'],
    ['Sofia Vergara came to [Sofia]. Sofia smiled.', 'both in one article'],
    ['Chad Smith played drums. Chad is a band member.', 'a country'],
    ['[Chad] sent troops to [Sudan].', 'the country itself'],
    [
      '[Israel Katz] met [Blinken]. [Israel] said it would respond.',
      'a listed person leaves the country alone',
    ],
    ['Ahmet Adana mecliste konuştu. Adana, bütçeyi eleştirdi.', 'Turkish surname'],
    ["Ahmet [Paris]'te yaşıyor. Ali [Ankara]'ya gitti.", 'a subject and where it is or goes'],
    ['Ali [Ankara] Valisi oldu.', 'an office in the place'],
    ['جورج واشنطن هو أول رئيس', 'at the beginning of a sentence'],
    ['دينزل واشنطن فاز بجائزة. وقال واشنطن إنه سعيد', 'a man says it'],
    ['دينزل واشنطن فاز بجائزة. قالت [واشنطن] إنها سترسل قوات', 'a state says it: the verb is feminine'],
    ['زار أحمد [دمشق]', 'the object of a visit'],
    ['باريس هيلتون تفتتح فندقا في [دبي]', 'a given name before a foreign family name'],
    ['Джордж Вашингтон родился в [Вирджинии]. Вашингтон возглавил армию.', 'Russian'],
    ['Джек Лондон написал роман. Лондон родился в [Сан-Франциско].', 'a foreign given name'],
    ['[Вашингтон] ввёл санкции против [Москвы].', 'nobody is called so'],
    ['Мэр [Лондона] выразил протест.', 'an office of the place'],
  ])('%s', check);
});

describe('clubs called by their towns', () => {
  test.each<Case>([
    ['Roma beat Milan 2-1 in Serie A.', 'a score'],
    ['[Rome] signed an agreement with [Milan] on transport.', 'no word of sport'],
    ['Milan won the derby against Inter. The coach praised the striker.', 'an article about a match'],
    ['[Madrid] won the right to host the league final; the match will be in May.', 'a vote, not a match'],
    ['Barcelona striker Lewandowski scored twice.', 'a player of the club'],
    ['[Barcelona] hosted a conference on water.', 'the town'],
    ["[Galatasaray], Marsilya'yı 3-0 yendi.", 'the other club is beaten'],
    ["Trabzon, Konya'yı 2-0 mağlup etti.", 'both'],
    ["[Trabzon]'da sel oldu.", 'the town'],
    ["[Marsilya]'da 3-0'lık maç öncesi olay çıktı.", 'where the match is'],
    ['[Marsilya] limanında grev başladı.', 'its harbour'],
    ['Sivas - Rize maçı 1-1 bitti.', 'a fixture'],
    ['[Sivas] ile [Rize] arasında yol kapandı.', 'a road between towns'],
    ['[Fenerbahçe] Kayseri deplasmanından galibiyetle döndü.', 'an away match'],
    ["[Türkiye], [İspanya]'yı 2-0 yendi.", 'a national team is its country'],
    ['روما يهزم نابولي بهدفين في الدوري الإيطالي', 'beats in the league'],
    ['استضافت [روما] مؤتمرا عن [ليبيا]', 'the town'],
    ['فاز برشلونة على إشبيلية 3-1', 'a score'],
    ['مدافع برشلونة يغيب عن المباراة', 'a player of the club'],
    ['[ميلانو] تستضيف معرضا', 'the town'],
    ['Рим проиграл матч 0:1, гол забил защитник.', 'a score'],
    ['[Рим] подписал соглашение.', 'the government'],
  ])('%s', check);
});

describe('adjectives that are written like the country', () => {
  test.each<Case>([
    ['الحكومة السعودية أعلنت الميزانية', 'feminine, as the noun before it'],
    ['المرأة السعودية تقود السيارة', 'the same'],
    ['العملة السعودية والاقتصاد السعودي', 'the same'],
    ['قالت [السعودية] إنها ستخفض الإنتاج', 'the subject'],
    ['زار الوزير [السعودية] أمس', 'no adjective of a man'],
    ['التقى الرئيس في [السعودية] نظيره', 'after a preposition'],
    ['سفير [السعودية] في [أنقرة]', 'a noun without an article before it'],
    ['الطائرة السورية والحدود اللبنانية', 'adjectives of others'],
  ])('%s', check);
});

describe('people called like things', () => {
  test.each<Case>([
    ["[Hakan Fidan] [Moskova]'ya gitti. [Fidan], [Lavrov] ile görüştü.", 'named in full before'],
    ['Bakan [Fidan] açıklama yaptı.', 'after the title'],
    ['Köylüler bin fidan dikti.', 'a sapling'],
    ['[Hakan Fidan] ağaç dikti. Fidan dikimi sırasında konuştu.', 'a sapling beside the minister'],
    ['Fidan dikme kampanyası sürüyor.', 'at the beginning of a sentence'],
  ])('%s', check);
});

describe('a town that stands for its government is the place, once', () => {
  test.each<[string, string[]]>([
    ["Ankara, Şam'a çağrıda bulundu.", ['place-ankara', 'place-damascus']],
    ['Moscow accused Kyiv.', ['place-moscow', 'place-kyiv']],
    ['اتهمت موسكو كييف', ['place-moscow', 'place-kyiv']],
    ['Анкара призвала Дамаск к переговорам.', ['place-ankara', 'place-damascus']],
  ])('%s', (text, ids) => {
    const tokens = analyzerFor(detectLanguage(text)).tokens(text);
    expect(tagger.tagArticle([tokens], [text])[0]!.map(({ entity }) => entity)).toEqual(ids);
  });
});
