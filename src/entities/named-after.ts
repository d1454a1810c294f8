/**
 * Names of other things that a place is only a part of: a club, a cup, a newspaper, a university. Real Madrid is not
 * Madrid. Ministries, presidents and wars are no such thing: what they do is done by, or in, the place.
 */
import type { Token } from '../text/analyse.ts';
import { analyserFor } from '../text/languages.ts';
import { withoutProclitics } from './affixes.ts';

/** Beginnings of words after the place, as people write them: Toronto Üniversitesi'nde, Belçika Kupası. */
const TURKISH_AFTER = `Üniversite Kupa Lig Festival Kongre Takım Belediye Şampiyon Federasyon Enstitü Olimpiyat Grand Millî Milli Mitoloji
  Bundesliga Açık Gazete Antlaşma Anlaşma Konvansiyon Sözleşme Bienal Havayolları Spor Kulüb`;
/** The same in other languages, where they are written with a capital: Paris Agreement. */
const OTHER_AFTER = `Universit Cup League Times Post Journal Herald Tribune Examiner Institut Agreement Accord Convention Championship Olympic
  Marathon Airlines Orchestra Philharmonic Open Masters Lakers Bulls Galaxy Knicks
  Университет
  تايمز بوست`;
/** After a person: Atatürk Havalimanı, Hariri Airport, جامعة الملك سلمان is known by the word before. */
const PERSON_AFTER = `Havaliman Havaalan Baraj Bulvar Cadde Stad Köprü Vakf Park Lise
  Airport Foundation Stadium Avenue Boulevard Bridge Street Dam Prize`;
/** Words before the place, in full. */
const BEFORE = `ريال دينامو هرتا سسكا ستيوا جامعة صحيفة جريدة مجلة ملعب استاد دوري الدوري كأس بطولة فريق اتحاد نادي مجموعة سرايا فيلق مطار مستشفى شارع
  Real Atletico Dinamo Dynamo CSKA Sparta Lokomotiv Olympique Racing Sporting Bayern
  Реал Динамо Атлетико ЦСКА Спартак Локомотив Герта`;
/** Words of one name that the place and the telling word may have between them. */
const REACH = 5;

const folded = (words: string): string[] =>
  words.split(/\s+/).flatMap((word) =>
    analyserFor('und')
      .tokens(word)
      .map(({ forms }) => forms.variant),
  );
const TURKISH = folded(TURKISH_AFTER);
const AFTER = {
  place: [...TURKISH, ...folded(OTHER_AFTER)],
  person: [...TURKISH, ...folded(OTHER_AFTER), ...folded(PERSON_AFTER)],
};
const BEFORE_WORDS = new Set(folded(BEFORE));

/** Whether the name at tokens `from` to `to` is part of the name of something else, or of a person from there (ABD'li). */
export function isNamedAfter(
  type: 'place' | 'person',
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
): boolean {
  const rest = text.slice(tokens[to - 1]!.end, tokens[to - 1]!.end + 12);
  if (type === 'place' && /^['’ʼ][lL][ıiuüIİUÜ](?!\p{L}*[kğKĞ])/u.test(rest)) return true;
  const before = tokens[from - 1];
  if (before !== undefined && /^\s*["“”«„]?$/u.test(text.slice(before.end, tokens[from]!.start))) {
    const { variant } = before.forms;
    if (BEFORE_WORDS.has(variant) || withoutProclitics(variant).some((word) => BEFORE_WORDS.has(word)))
      return true;
  }
  for (let at = to; at < tokens.length && at < to + REACH; at++) {
    if (!/^\s+$/u.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) return false;
    const { start, forms } = tokens[at]!;
    const small = /\p{Ll}/u.test(text[start]!);
    // Names go on with capitals and numbers; small letters and scripts without capitals show only the next word.
    if (at > to && /[\p{Ll}\p{Lo}]/u.test(text[start]!)) return false;
    if ((small ? TURKISH : AFTER[type]).some((beginning) => forms.variant.startsWith(beginning))) return true;
    if (small) return false;
  }
  return false;
}
