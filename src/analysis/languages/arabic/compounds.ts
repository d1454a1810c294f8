/**
 * Arabic names of two words that are also written as one: عبد الله عبدالله, أبو عبيدة أبوعبيدة, نور الدين نورالدين. The case
 * of أبو (أبي, أبا) is not part of the name; the stemmer makes it one.
 */
import { foldArabic } from '../../folding/arabic.ts';
import type { Compounds } from '../../language.ts';
import { ARTICLE } from './article.ts';
import { STOP_WORDS } from './stop-words.ts';

const OF_ALLAH = 'نصر جاد هبة عون فضل فتح ضيف سعد خلف جار عطا رزق آية قدرة نعمة حمد منة أسد حبيب خير لطف';
const OF_RELIGION = `نور صلاح سيف شرف عز علاء بهاء جمال كمال محيي محي شمس بدر خير زين تقي فخر ناصر نصر عماد حسام ضياء شهاب مجد تاج سراج نجم
  قطب جلال رشيد برهان معين نظام أسد همام عصام مصلح محب صفي رضي`;
const OF_ISLAM = 'سيف شمس ضياء نور';
/** Names of God without the article, and others that follow عبد. */
const AFTER_ABD = new Set('ربه مناف شمس النبي الرسول الحسين علي'.split(' ').map(foldArabic));
const NO_NAME = new Set(STOP_WORDS.map(foldArabic));
/** Letters of a name at least. */
const NAME_FROM = 3;

export const compounds: Compounds = {
  pairs:
    'بور سعيد|بور سودان|كوالا لمبور|هونغ كونغ|هونج كونج|أم كلثوم|أم درمان|أم القرى|أم الفحم|إن شاء|شاء الله|إن شاء الله|إنشاء الله|كوفيد 19|لوس أنجلوس|سان فرانسيسكو|نيو يورك|تل أبيب|حضر موت|بيت لحم|رام الله',
  first: [
    {
      words: 'عبد',
      takes: (second) => (second.startsWith(ARTICLE) && second.length > NAME_FROM) || AFTER_ABD.has(second),
    },
    { words: 'أبو أبي أبا', takes: (second) => second.length >= NAME_FROM && !NO_NAME.has(second) },
    { words: OF_ALLAH, takes: (second) => second === 'الله' },
    { words: OF_RELIGION, takes: (second) => second === 'الدين' },
    { words: OF_ISLAM, takes: (second) => second === 'الاسلام' },
  ],
  proclitics: 'و ف ل ب ك ول وب فل',
};
