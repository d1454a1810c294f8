/**
 * Names of other things that a place is only a part of: a club, a cup, a newspaper, a university. Real Madrid is not
 * Madrid. Ministries, presidents and wars are no such thing: what they do is done by, or in, the place.
 */
import type { Token } from '../../analysis/forms.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { withoutProclitics } from './affixes.ts';
import { isSpace, letterAt, SMALL, UNCASED } from './capitalisation.ts';

/** Beginnings of words after the place, as people write them: Toronto Üniversitesi'nde, Belçika Kupası. */
const TURKISH_AFTER = `Üniversite Kupa Lig Festival Kongre Takım Belediye Şampiyon Federasyon Enstitü Olimpiyat Grand Millî Milli Mitoloji
  Bundesliga Açık Gazete Antlaşma Anlaşma Konvansiyon Sözleşme Bienal Havayolları Spor Kulüb`;
/** The same, but only of the word that follows at once: İstanbul Bağdat Caddesi is in Istanbul, Ankara Caddesi may be anywhere. */
const STREETS = 'Sokak Sokağ Cadde Bulvar Mahalle';
/** The end of a club's name: Adana Demirspor. */
const CLUB = /.spor(?:[a-z]{1,4})?$/;
/** The same in other languages, where they are written with a capital: Paris Agreement. */
const OTHER_AFTER = `Universit Cup League Times Post Journal Herald Tribune Examiner Institut Agreement Accord Convention Protocol Championship Olympic
  Marathon Airlines Orchestra Philharmonic Open Masters Lakers Bulls Galaxy Knicks
  Университет Протокол
  تايمز بوست`;
/** After a person: Atatürk Havalimanı, Hariri Airport, جامعة الملك سلمان is known by the word before. */
const PERSON_AFTER = `Havaliman Havaalan Baraj Bulvar Cadde Stad Köprü Vakf Park Lise
  Airport Foundation Stadium Avenue Boulevard Bridge Street Dam Prize`;
/** Words before the place, in full. */
const BEFORE = `ريال أتلتيكو أتليتكو دينامو هرتا سسكا ستيوا جامعة صحيفة جريدة مجلة ملعب استاد دوري الدوري كأس بطولة فريق اتحاد نادي مجموعة سرايا فيلق مطار مستشفى شارع شركة
  Real Atletico Dinamo Dynamo CSKA Sparta Lokomotiv Olympique Racing Sporting Bayern
  Реал Динамо Атлетико ЦСКА Спартак Локомотив Герта`;
/** Words of one name that the place and the telling word may have between them. */
const REACH = 5;

const folded = (words: string): string[] =>
  words.split(/\s+/).flatMap((word) =>
    analyzerFor('und')
      .tokens(word)
      .map(({ forms }) => forms.folded),
  );
/** Beginnings of words by their first code unit: most words begin like none. */
type Beginnings = ReadonlyMap<number, readonly string[]>;
const byFirst = (words: string): Beginnings => Map.groupBy(folded(words), (word) => word.charCodeAt(0));
const TURKISH = byFirst(TURKISH_AFTER);
const NEXT = byFirst(STREETS);
const AFTER: Readonly<Record<'place' | 'person', Beginnings>> = {
  place: byFirst(`${TURKISH_AFTER} ${OTHER_AFTER}`),
  person: byFirst(`${TURKISH_AFTER} ${OTHER_AFTER} ${PERSON_AFTER}`),
};
const BEFORE_WORDS = new Set(folded(BEFORE));

/** Before the ending of somebody from a place: an apostrophe, or the space that stands for it in some feeds. */
const BEFORE_ENDING = "'’ʼ ";
/** Somebody from a place, but for what belongs to it: ABD'li and ABD li, not Ankara'lık. */
const FROM_THERE = /^(?:['’ʼ][lL][ıiuüIİUÜ](?!\p{L}*[kğKĞ])| l[ıiuü](?:l[ae]r)?(?!\p{L}))/u;
/** A country that is named by an adjective: السعودية. */
const ADJECTIVE = /^ال.{3,}ية$/u;
/** What has the article and is followed by a subject, not by an adjective. */
const TIMES = new Set(
  folded(
    'اليوم الآن الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الحالي المقبل الجاري',
  ),
);
const ALEF = 0x627;
const WITH_ARTICLE = /^(?:[وفبك]?ال|لل)/;

/** Whether the name at tokens `from` to `to` is part of the name of something else, or of a person from there (ABD'li). */
export function isNamedAfter(
  type: 'place' | 'person',
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
): boolean {
  const { end } = tokens[to - 1]!;
  if (
    type === 'place' &&
    BEFORE_ENDING.includes(text[end] ?? '.') &&
    FROM_THERE.test(text.slice(end, end + 12))
  )
    return true;
  if (type === 'place' && to - from === 1 && isAdjective(tokens, from, text)) return true;
  const before = tokens[from - 1];
  if (before !== undefined && isBeside(text, before.end, tokens[from]!.start)) {
    const { folded } = before.forms;
    if (BEFORE_WORDS.has(folded) || withoutProclitics(folded).some((word) => BEFORE_WORDS.has(word)))
      return true;
  }
  for (let at = to; at < tokens.length && at < to + REACH; at++) {
    const { start, forms } = tokens[at]!;
    const gap = tokens[at - 1]!.end;
    if (!isSpace(text, gap, start) && !/^\s+$/u.test(text.slice(gap, start))) return false;
    const letter = letterAt(text, start);
    const small = (letter & SMALL) !== 0;
    // Names go on with capitals and numbers; small letters and scripts without capitals show only the next word.
    if (at > to && (letter & (SMALL | UNCASED)) !== 0) return false;
    if (begins(forms.folded, small ? TURKISH : AFTER[type])) return true;
    if (type === 'place' && !small && CLUB.test(forms.folded)) return true;
    if (type === 'place' && at === to && begins(forms.folded, NEXT)) return true;
    if (small) return false;
  }
  return false;
}

function begins(folded: string, beginnings: Beginnings): boolean {
  const some = beginnings.get(folded.charCodeAt(0));
  return some?.some((beginning) => folded.startsWith(beginning)) === true;
}

/** Whether it says of what kind the noun before it is: الخطوط السعودية are Saudi, سفير السعودية is that of Saudi Arabia. */
function isAdjective(tokens: readonly Token[], at: number, text: string): boolean {
  const { start, end } = tokens[at]!;
  const before = tokens[at - 1];
  if (before === undefined || !isSpace(text, before.end, start) || text.charCodeAt(start) !== ALEF)
    return false;
  const { folded } = before.forms;
  return WITH_ARTICLE.test(folded) && !TIMES.has(folded) && ADJECTIVE.test(text.slice(start, end));
}

/** Whether a name follows a word at once, or in quotation marks. */
function isBeside(text: string, from: number, to: number): boolean {
  return isSpace(text, from, to) || /^\s*["“”«„]?$/u.test(text.slice(from, to));
}
