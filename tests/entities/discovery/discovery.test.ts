/** Which words next to titles are suggested as names. Each line of a case is an article. */
import { expect, test } from 'vitest';
import { annotate } from '../../../src/document/annotate.ts';
import { Discovery } from '../../../src/entities/discovery/discovery.ts';
import { loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));

/** The names of each suggestion from an archive of the lines. */
function proposed(lines: readonly string[]): string[] {
  const discovery = new Discovery();
  lines.forEach((body, number) => {
    for (const { lang, tokens, mentions } of annotate({ title: '', body, keywords: [] }, tagger))
      discovery.read({ document: String(number), lang, text: body, tokens, mentions });
  });
  return discovery.found(2).map(({ spellings }) => spellings.map(({ name }) => name).join(' = '));
}

/** Ordinary Arabic: words that often have the article are not names. */
const ARABIC = [
  'أعلن الفريق عن برنامج التدريبات في الملعب وبدأ الاجتماع بعد التدريبات.',
  'انتهى الاجتماع وتحدث المدرب عن البرنامج وعن التدريبات والخطاب والبلاغ.',
  'جاء في الخطاب أن الاجتماع يعقد في المنطقة وأن البلاغ وصل إلى المنطقة.',
  'رحبت المنطقة بالبرنامج وبالخطاب، ونشر البلاغ والخطاب وبدأ البرنامج.',
];

test.each<[string, string[], string[], string]>([
  [
    'Arabic full names',
    ['قال وزير الدفاع ستيفان كاندورين إن المحادثات مستمرة', 'التقى الوفد وزير الدفاع ستيفان كاندورين.'],
    ['ستيفان كاندورين'],
    'both words look foreign and neither has an article',
  ],
  [
    'a letter that may be a preposition',
    ['وصل وزير الخارجية الفرنسي لوران فاريوس إلى طهران', 'تحدث وزير الخارجية الفرنسي لوران فاريوس اليوم'],
    ['لوران فاريوس'],
    'ف belongs to the name where the rest of the word is unknown',
  ],
  [
    'words with a pronoun or an ending',
    [
      'أجرى الفريق تدريباته صباحا',
      'بدأ الفريق تدريباته أمس',
      'وجه الرئيس خطابا إلى الأمة',
      'وجه الرئيس خطابا إلى الشعب',
    ],
    [],
    'التدريبات and الخطاب are ordinary words',
  ],
  [
    'ordinary words behind a name',
    ['ألقى الأمير نواف ساردون خطابا أمام الجمهور', 'ألقى الأمير نواف ساردون خطابا في القاعة'],
    ['نواف ساردون'],
    'they are cut off',
  ],
  [
    'a father and a family name with the article',
    ['حضر وزير الدولة مسعد بن محمد العيبان اللقاء', 'تحدث وزير الدولة مسعد بن محمد العيبان أمس'],
    ['مسعد بن محمد العيبان'],
    'after بن it belongs to the name',
  ],
  [
    'a given name that is another word',
    [
      'استقبل الأمير فيصل بن مشعان بن ساردون وفدا',
      'تحدث الأمير فيصل بن مشعان بن ساردون أمس',
      'متى يصل الوفد؟ يصل غدا',
    ],
    ['فيصل بن مشعان بن ساردون'],
    'before بن it is a name, though ف and يصل are words',
  ],
  [
    'the rest of a name that is known',
    ['استقبل الملك سلمان بن عبدالعزيز آل سعود الوفد', 'وجه الملك سلمان بن عبدالعزيز آل سعود برقية'],
    [],
    'it goes on with it',
  ],
  [
    'a single Arabic word',
    ['قال اللواء ناصيف إن الوضع هادئ', 'أكد اللواء ناصيف أن الوضع هادئ'],
    [],
    'nothing tells it from an ordinary one',
  ],
  [
    'two people of one family name',
    [
      'Çalışma Bakanı Faruk Çelkan konuştu',
      'Bakan Faruk Çelkan geldi',
      'Milli Eğitim Bakanı Hüseyin Çelkan açıkladı',
      'Bakan Hüseyin Çelkan gitti',
      'Bakan Çelkan bugün yok',
    ],
    ['Faruk Çelkan', 'Hüseyin Çelkan'],
    'given names tell them apart, and the family name alone is one of them',
  ],
  [
    'offices between title and name',
    [
      'Genel Yayın Yönetmeni Mustafa Karalioğlu yazdı',
      'Genel Yayın Yönetmeni Mustafa Karalioğlu söyledi',
      'Sayın Cumhurbaşkanımızın talimatıyla başladı',
      'Sayın Cumhurbaşkanımızın talimatıyla bitti',
    ],
    ['Mustafa Karalioğlu'],
    'Yönetmeni is no given name and Cumhurbaşkanımızın no name',
  ],
  [
    'somebody from a place',
    ['Bakan Clinton ile Amerikalı heyet geldi', 'Bakan Clinton ile Amerikalı heyet gitti'],
    [],
    'a demonym has a capital too',
  ],
  [
    'one name in two scripts',
    ['Savunma Bakanı Stefan Kandorin dün konuştu', 'قال وزير الدفاع ستيفان كاندورين إن المحادثات مستمرة'],
    ['Stefan Kandorin = ستيفان كاندورين'],
    'given and family names sound alike',
  ],
])('%s', (_, lines, names, why) => {
  expect(proposed([...ARABIC, ...lines]).sort(), why).toEqual([...names].sort());
});
