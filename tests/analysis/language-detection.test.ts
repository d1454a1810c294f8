/** The language of a passage: by script, by letters and function words, by what stands around it. */
import { describe, expect, test } from 'vitest';
import { detectLanguage, directionOf } from '../../src/analysis/language-detection.ts';

describe('passages', () => {
  test.each([
    ['قال وزير الخارجية إن المفاوضات مستمرة في جنيف.', 'ar', 'function words and letters of Arabic'],
    ['قال وزیر الخارجیة إن الکتاب فی المکتبة الکبری.', 'ar', 'Arabic typed on a Persian keyboard'],
    ['الرئیس الترکی یلتقی نظیره الروسی فی موسکو', 'ar', 'ک and ی alone only tell the keyboard'],
    ['وزیر امور خارجه گفت که مذاکرات در ژنو ادامه دارد.', 'fa', 'Persian letters and function words'],
    ['این کتاب را که برای او خریده بود به آن مرد داد.', 'fa', 'Persian function words alone'],
    ['Dışişleri Bakanı görüşmelerin sürdüğünü söyledi.', 'tr', 'letters that only Turkish has'],
    [
      'Cumhurbaskani bu konuda bir aciklama yapmadi ve gitti.',
      'tr',
      'function words, typed without Turkish letters',
    ],
    ['The foreign minister said that the talks would go on.', 'en', 'English function words'],
    ['Министр заявил, что переговоры продолжаются.', 'ru', 'the script'],
    ['Міністр заявив, що переговори тривають у Києві, її позиція відома.', 'und', 'Ukrainian letters'],
    ['Der Minister sagte, dass die Verhandlungen in Genf weitergehen.', 'de', 'German function words'],
    ['Le ministre a déclaré que les négociations continuent dans la ville de Genève.', 'fr', 'French ones'],
    ['Son dakika: Ankara’da toplantı', 'tr', 'son is French too, but one word is not enough'],
    [
      'Die Hard',
      'tr',
      'one German article is not enough; without a word of evidence the first of the script',
    ],
    ['首脑会议今天在北京举行。', 'und', 'a script without a supported language'],
    ['', 'und', 'nothing'],
    ['2023 - 45 %', 'und', 'numbers have no language'],
  ])('%s: %s, by %s', (text, language) => expect(detectLanguage(text)).toBe(language));
});

describe('a silent passage takes the language around it', () => {
  test.each([
    ['Lavrov, Fidan', 'tr', 'tr'],
    ['Lavrov, Fidan', 'en', 'en'],
    ['12.30', 'ar', 'ar'],
    ['لافروف', 'tr', 'ar'],
    ['Reuters', 'ar', 'tr'],
  ])('%s in a text in %s: %s', (text, hint, language) =>
    expect(detectLanguage(text, () => hint)).toBe(language),
  );
});

describe('direction', () => {
  test.each([
    ['«Lavrov» قال', 'ltr'],
    ['12 لافروف', 'rtl'],
    ['שלום', 'rtl'],
    ['...', 'ltr'],
  ])('%s: %s', (text, direction) => expect(directionOf(text)).toBe(direction));
});
