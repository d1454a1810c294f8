/**
 * Persian: folded, not stemmed.
 *
 * Rules in order
 * 1. exact: NFKC, invisible characters out; the zero-width non-joiner inside a word is one of them, so می‌شود and میشود
 *    are one word, which they are to a reader.
 * 2. folded: the folding shared by all languages in Arabic script (ی and ک are ي and ك), digits.
 */
import { arabicFolding } from '../folding/arabic.ts';
import { everyExact, everyVariant } from '../folding/every-script.ts';
import type { Language } from '../language.ts';

/** Prepositions, pronouns, conjunctions, auxiliaries, question words (Lazard 1992), as written. */
const STOP_WORDS = `و در به از که این آن را با برای تا بر یا هم نیز اما ولی اگر چون زیرا پس بلکه مگر نه
  من تو او ما شما آنها آن‌ها ایشان وی خود خودش خویش یکدیگر همدیگر کسی چیزی هر همه هیچ بعضی برخی چند چندین دیگر همین همان
  چنین چنان اینکه آنکه آنچه هرچه
  است هست نیست بود نبود بوده باشد نباشد باشند هستند نیستند بودند اند شد شده شود می‌شود شدند شوند می‌شوند
  کرد کرده کند می‌کند کردند کنند می‌کنند کردن کنید دارد دارند داشت داشته داشتند ندارد
  خواهد خواهند باید نباید شاید می‌تواند می‌توان توان می‌توانند گفت می‌گوید
  ها های هایی ای می نمی
  چه چرا چگونه چطور کجا کی کدام کیست چیست آیا
  بین میان پیش بعد قبل روی زیر بالای سوی طی بدون جز درباره توسط نزد علیه
  بسیار بیش بیشتر کمتر خیلی فقط تنها حتی هنوز همیشه اکنون آنجا اینجا البته همچنین یعنی یک دو`;

export const persian: Language = {
  code: 'fa',
  name: 'فارسی',
  script: 'Arab',
  dir: 'rtl',
  iso3: 'pes',
  number: 4,
  stemmed: false,
  preferred: false,
  entityNames: false,
  indicativeLetters: 'گچپژ',
  tokenFilters: [...everyExact, ...everyVariant, arabicFolding],
  stopWords: STOP_WORDS.split(/\s+/),
  dates: {
    months: [
      [
        'ژانویه',
        'فوریه',
        'مارس',
        'آوریل',
        'مه',
        'ژوئن',
        'ژوئیه|جولای',
        'اوت|آگوست',
        'سپتامبر',
        'اکتبر',
        'نوامبر',
        'دسامبر',
      ],
    ],
    beside: 'شنبه|یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|ساعت|میلادی',
    otherCalendars: [
      {
        calendar: 'persian',
        months: [
          'فروردین',
          'اردیبهشت',
          'خرداد',
          'تیر',
          'مرداد|امرداد',
          'شهریور',
          'مهر',
          'آبان',
          'آذر',
          'دی',
          'بهمن',
          'اسفند',
        ],
        era: 'شمسی|خورشیدی',
      },
    ],
  },
};
