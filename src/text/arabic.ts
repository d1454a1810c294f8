/**
 * Arabic. Light stemming in the manner of light10 (Larkey, Ballesteros & Connell 2007, "Light Stemming for Arabic
 * Information Retrieval"), with lists of what must not be cut, and a consonant skeleton as the weakest form.
 *
 * Rules in order:
 *   variant  vowel signs and Quranic marks go; alef with hamza, madda or wasla is alef; ى and Persian ی are ي;
 *            ة and the other forms of ha are ه; Persian ک گ پ چ ژ and ڤ are the Arabic letters that stand for them;
 *            hamza on its seats is the seat, alone it goes (شؤون شئون, قراءة)
 *   stem     و and ف before four letters or more; ال with ب ك ل before it; pronouns; endings of gender and number;
 *            the ending of adjectives and countries (سوري سورية سوريا)
 *   coarse   prepositions written with their word; then the consonants alone: broken plurals meet (وزير وزراء,
 *            مدرسة مدارس), and so do some words that should not
 */
import type { Language, Step } from './language.ts';
import { everyExact, everyVariant } from './unicode.ts';

const SIGNS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u08D3-\u08FF]/g;
const ALEFS = /[\u0622\u0623\u0625\u0671]/g;
const YAS = /[\u0649\u06CC]/g;
const HAS = /[\u0629\u06BE\u06C1\u06D5]/g;
const HAMZA = /(?<=.)\u0621/g;
/** Letters of Persian and of foreign sounds, and what Arabic pages write for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ک: 'ك',
  گ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ؤ: 'و',
  ئ: 'ي',
};
const OTHER_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Folding shared by every language in Arabic script. */
export function foldArabic(word: string): string {
  const folded = word
    .replace(SIGNS, '')
    .replace(ALEFS, '\u0627')
    .replace(YAS, '\u064A')
    .replace(HAS, '\u0647')
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter]!)
    .replace(HAMZA, '');
  return folded || word;
}

export const arabicFolding: Step = { name: 'Arabic folding', form: 'variant', apply: foldArabic };

/** Longest word that is worth stemming; longer ones are noise. */
const LONGEST = 40;
/** Letters that are left at least of a word. */
const LEAST = 3;

/** Folds lists of whole words or of beginnings, written as people write them. */
const folded = (words: string): readonly string[] => words.split(/\s+/).filter(Boolean).map(foldArabic);

/** Words whose first letters look like the article: ألمانيا, ألبانيا, إلكترون … */
const NO_ARTICLE = folded('ألماني ألبانيا إلكترو ألكسندر إليزابيث إلياس ألزهايم ألترا');
const NO_ARTICLE_WHOLE = new Set(
  folded(
    'الله اللهم إلى إلا الآن التي الذي الذين اللذان اللتان اللاتي ألف ألفا ألفين ألوف ألم ألعاب ألوان ألغام ألقاب ألحان التزام التقاء التحاق التهاب إلغاء إلزام',
  ),
);
/** Beginnings of words whose و is a root letter. */
const OWN_WAW = folded(
  'وزير وزار وزراء وكال وكيل وكلاء وفد وفود وقت وطن وسط وسيط وساط وسائ وسيل وضع أوضاع واشنط ورق وصل وصول وصف ولاي ولي ولاد والد والي وحد وحيد واحد وجه وجو واجه واقع وقع وقو واجب وثيق وثائق وظيف وظائف وعد وعي ودائع وديع ورش ورث وزن وفاة وفيات وفق وقف وقود وقاي ولد وهم وارد وارس واسع واضح وافق وتير وتر وجب وحش ويك ويل',
);
const OWN_FA = folded(
  'فلسطين فرنس فرق فريق فيدرا فيرو فيلم فيدان فنزوي فنلند فائد فاتح فاز فاعل فاطم فتح فترة فجر فخر فرد فرص فرض فرع فساد فشل فصل فصيل فضاء فضل فضائي فعال فقر فقد فكر فلك فندق فنان فنون فهم فوائد فور فوز فوض فوق فيصل فيضان فيتنام فيروس فاسيل فلاديمير',
);
/** Words whose last letters look like an ending. */
const NO_ENDING = new Set(
  folded(`لبنان برلمان سلطان رمضان سودان إيران طهران عمان إنسان ميدان بيان مكان زمان عدوان نيسان بركان عنوان ميزان طوفان أذان
    أردوغان فيدان ضمان إيمان أمان دخان سكان لسان أركان عثمان سليمان حنان مروان رضوان قرآن فرقان غليان فقدان حرمان خزان
    باكستان أفغانستان كازاخستان أوزبكستان طاجيكستان تركمانستان قرغيزستان كردستان داغستان يونان ألمان
    قانون مليون بليون تريليون تلفزيون زيتون ليمون كانون هارون فرعون سجون ديون شؤون عيون متون
    فلسطين بوتين لينين حسين أمين يقين سجين صين تشرين بنزين ستين خمسين عشرين تسعين ثمانين سبعين أربعين ثلاثين أرجنتين برلين تدوين تكوين تأمين تعيين تحسين تمرين
    حماسة حياة وفاة صلاة زكاة فتاة قناة نبات ثبات سبات فرات وقت بيت صوت موت سؤال ثاني حالي تالي والي علي هي`),
);

const CONJUNCTION = /^و(?=.{3})/;
const ARTICLE = /^(?:[بك]?ال|لل)(?=.{2})/;

/** و and ف before a word of four letters or more that does not begin with them itself. */
function withoutConjunction(word: string): string {
  if (!CONJUNCTION.test(word) || word.length > LONGEST) return word;
  const own = word[0] === 'و' ? OWN_WAW : OWN_FA;
  return own.some((beginning) => word.startsWith(beginning)) ? word : word.slice(1);
}

function withoutArticle(word: string): string {
  const article = ARTICLE.exec(word)?.[0];
  if (
    article === undefined ||
    NO_ARTICLE_WHOLE.has(word) ||
    NO_ARTICLE.some((beginning) => word.startsWith(beginning))
  )
    return word;
  const rest = word.slice(article.length);
  if (article.length === 3 && rest.length < LEAST) return word;
  return article === 'لل' && rest.length < LEAST && rest !== 'ه' ? word : rest;
}

const PRONOUN = /(?:هما|كما|هم|هن|ها|كم|نا)$/;
const ENDING = /(?:يات|تان|تين|يون|يين|ات|ان|ون|ين|وا|يه|يا|ه|ي)$/;

function withoutPronoun(word: string): string {
  return NO_ENDING.has(word) ? word : cut(word, PRONOUN);
}

function withoutEnding(word: string): string {
  if (NO_ENDING.has(word)) return word;
  const once = cut(word, ENDING);
  return once === word || NO_ENDING.has(once) ? once : cut(once, /ي$/);
}

function cut(word: string, ending: RegExp): string {
  const found = word.length > LONGEST ? null : ending.exec(word);
  return found === null || found.index < LEAST ? word : word.slice(0, found.index);
}

/** Prepositions and the sign of the future before four letters or more. */
const PREPOSITION = /^[بلكسف](?=.{3})/;
function withoutPreposition(word: string): string {
  return NO_ENDING.has(word) ? word : word.replace(PREPOSITION, '');
}

const WEAK = /(?<=.)[اويء]/g;
const FIRST_ALEF = /^ا(?=.{3})/;
const ARABIC_WORD = /^[\u0621-\u064A]+$/;

function skeleton(word: string): string {
  if (word.length > LONGEST || !ARABIC_WORD.test(word)) return word;
  const bare = word.replace(FIRST_ALEF, '').replace(WEAK, '');
  return bare.length >= LEAST ? bare : word;
}

export const arabic: Language = {
  code: 'ar',
  name: 'العربية',
  script: 'Arab',
  dir: 'rtl',
  iso3: 'arb',
  cueLetters: 'ةىأإؤئآ',
  steps: [
    ...everyExact,
    ...everyVariant,
    arabicFolding,
    { name: 'conjunctions و ف', form: 'stem', apply: withoutConjunction },
    { name: 'article', form: 'stem', apply: withoutArticle },
    { name: 'pronouns', form: 'stem', apply: withoutPronoun },
    { name: 'endings', form: 'stem', apply: withoutEnding },
    { name: 'prepositions ب ل ك س', form: 'coarse', apply: withoutPreposition },
    { name: 'consonant skeleton', form: 'coarse', apply: skeleton },
  ],
  /** Pronouns, prepositions, conjunctions, question words and auxiliaries; the closed classes of Ryding 2005. */
  stopWords:
    `في من على إلى عن مع بعد قبل بين حتى منذ خلال عند عندما حول ضد دون نحو لدى ضمن عبر حيث أثناء تحت فوق أمام وراء
    و ف ب ل ك أو ثم أم لكن لكنه لكنها بل إن أن إنه إنها أنه أنها بأن بأنه بأنها لأن لأنه لأنها كأن فإن وإن وأن كما إذ إذا لو لولا كي لكي
    ما ماذا متى أين كيف كم من لماذا لم هل أي أية أيا بم مم ممن عم فيم بماذا
    هو هي هم هن هما أنا نحن أنت أنتم هذا هذه هذان هؤلاء ذلك تلك ذاك أولئك هنا هناك شيء الشيء شيئا
    الذي التي الذين اللذان اللتان اللاتي اللواتي مما عما فيما بما كان كانت كانوا يكون تكون ليس ليست لست
    قد لقد سوف لا لن لم لما غير سوى إلا كل كلا كلتا بعض أيضا فقط جدا أكثر أقل مثل نفس ذات
    به بها بهم فيه فيها منه منها منهم عليه عليها عليهم إليه إليها إليهم له لها لهم لنا لي عنه عنها معه معها
    وفي ومن وعلى وإلى وعن وقد وكان وكانت وهو وهي وهذا وهذه وذلك ولا وما ولم ولن ولكن كذلك هكذا حين بينما حيثما مهما كلما
    والتي والذي والذين فهو فهي ومنها ومنه وفيها وفيه وعليه وبها وبه ولها وله ومع وعند وبعد وقبل وبين وإن فإنه فقد كانوا وكانوا يمكن
    يا أيها عدا خلا حاشا إما تم يتم`.split(/\s+/),
};
