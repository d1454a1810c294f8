/**
 * Frequent verbs with a weak letter or a hamza, whose forms share too few letters for rules: قال يقول, وصل يصل, أكد يؤكد,
 * دعا يدعو, استعد استعداد (Ryding 2005, ch. 21-32). One verb to an entry: third person of the perfect, third person of
 * the imperfect, then verbal nouns and participles. The finite forms are made from the first two.
 *
 * Left out are verbs one of whose usual forms is more often another word: ألف (which is "thousand"), وعد (يعد is "is considered"), ورد (يرد is
 * "answers"), بنى (بنت is "girl").
 */
import { foldArabic } from '../../folding/arabic.ts';
import { WordMap } from '../../word-map.ts';

const VERBS = `قال يقول قول أقوال قائل|زار يزور زيارة زيارات زائر زوار|عاد يعود عودة عائد|باع يبيع بيع مبيع مبيعات بائع|أدان يدين إدانة إدانات مدان
  |أصاب يصيب إصابة إصابات مصاب|أراد يريد|أعاد يعيد إعادة|أقام يقيم إقامة مقيم|أشار يشير إشارة إشارات|أثار يثير إثارة مثير|أضاف يضيف إضافة إضافات
  |أتاح يتيح إتاحة متاح|أزال يزيل إزالة|أفاد يفيد إفادة إفادات|استطاع يستطيع استطاعة|استفاد يستفيد استفادة مستفيد|استعاد يستعيد استعادة
  |استضاف يستضيف استضافة مستضيف|استقال يستقيل استقالة مستقيل|استجاب يستجيب استجابة|اختار يختار اختيار|احتاج يحتاج احتياج|اغتال يغتال اغتيال
  |قام يقوم قيام|مات يموت|نال ينال|زاد يزيد زيادة زيادات|صار يصير|عاش يعيش عيش معيشة|غاب يغيب غياب غائب|فاز يفوز فوز فائز|خاض يخوض خوض|خاف يخاف خوف خائف
  |صاغ يصوغ صياغة|ضاع يضيع ضياع|سار يسير|ساد يسود|طاف يطوف طواف|ذاب يذوب ذوبان|خان يخون خيانة|صام يصوم صيام صائم|نام ينام نوم نائم|فات يفوت|لام يلوم
  |أكد يؤكد تأكيد تأكيدات مؤكد|أجل يؤجل تأجيل مؤجل|أيد يؤيد تأييد مؤيد|أدى يؤدي أداء تأدية|أسس يؤسس تأسيس|أثر يؤثر تأثير تأثيرات مؤثر
  |أمل يأمل مأمول|أذن يأذن|أخذ يأخذ|أكل يأكل أكل|أنشأ ينشئ إنشاء|هنأ يهنئ تهنئة|أرجأ يرجئ إرجاء|أطفأ يطفئ إطفاء
  |بدأ يبدأ بدء بداية بدايات|سأل يسأل سؤال أسئلة سائل|قرأ يقرأ قراءة قراءات قارئ|لجأ يلجأ لجوء|ملأ يملأ|نشأ ينشأ نشوء نشأة|فاجأ يفاجئ مفاجأة|كافأ يكافئ مكافأة مكافآت|جاء يجيء مجيء
  |نفى ينفي نفي|دعا يدعو دعوة دعوات|أجرى يجري إجراء إجراءات|جرى يجري|انتهى ينتهي انتهاء|أنهى ينهي إنهاء|تلقى يتلقى تلقي تلق|توفي يتوفى وفاة وفيات متوفى|سعى يسعى سعي ساعي مسعى
  |أعطى يعطي إعطاء|ألقى يلقي إلقاء|التقى يلتقي التقاء|اشترى يشتري شراء مشتري مشتريات|أبدى يبدي إبداء|بقي يبقى بقاء|تبنى يتبنى تبني|تخلى يتخلى تخلي|تصدى يتصدى تصدي|تولى يتولى تولي
  |حمى يحمي حماية|روى يروي رواية روايات|رمى يرمي رمي|قضى يقضي|مضى يمضي|نادى ينادي نداء|تفادى يتفادى تفادي|اعتدى يعتدي اعتداء اعتداءات|احتوى يحتوي احتواء|استدعى يستدعي استدعاء
  |استولى يستولي استيلاء|اكتفى يكتفي اكتفاء|ألغى يلغي إلغاء ملغى|أدلى يدلي إدلاء|أوصى يوصي توصية توصيات|عانى يعاني معاناة|شكا يشكو شكوى شكاوى|غزا يغزو غزو|نما ينمو نمو|عفا يعفو عفو
  |رجا يرجو رجاء|محا يمحو محو|كسا يكسو|تلا يتلو تلاوة|نوى ينوي|طوى يطوي طي|كوى يكوي|هوى يهوي|شوى يشوي|سقى يسقي سقاية|مشى يمشي مشي|جنى يجني|أخفى يخفي إخفاء|اختفى يختفي اختفاء
  |أعفى يعفي إعفاء|أفشى يفشي إفشاء|أغرى يغري إغراء|أرسى يرسي إرساء|أضفى يضفي|احتفى يحتفي احتفاء|انضوى ينضوي|انطوى ينطوي|تحدى يتحدى تحدي تحديات|تعافى يتعافى تعافي|تنامى يتنامى تنامي
  |وصل يصل وصول|وقف يقف وقوف|وقع يقع وقوع|وجد يجد|وضع يضع|وثق يثق|ورث يرث وراثة|ولد يلد ولادة|وهب يهب|اتهم يتهم اتهام اتهامات متهم|اتصل يتصل اتصال اتصالات متصل|اتفق يتفق متفق
  |اتخذ يتخذ اتخاذ|اتسم يتسم|اتجه يتجه اتجاه اتجاهات|اتبع يتبع اتباع متبع|اتحد يتحد
  |شن يشن|حل يحل|مر يمر مرور|ضم يضم|صد يصد|هز يهز|حث يحث|شق يشق|شك يشك|فر يفر فرار|كف يكف|نص ينص|دل يدل دلالة|سد يسد
  |استعد يستعد استعداد استعدادات مستعد|استمر يستمر استمرار مستمر|استقر يستقر استقرار مستقر|احتل يحتل احتلال محتل|أصر يصر إصرار مصر|امتد يمتد امتداد ممتد|اهتم يهتم اهتمام اهتمامات مهتم
  |انضم ينضم انضمام منضم|أقر يقر إقرار|احتج يحتج احتجاج احتجاجات محتج|اضطر يضطر اضطرار مضطر|ارتد يرتد ارتداد مرتد|استغل يستغل استغلال مستغل|تم يتم`;

/** What the participles of أصر may be instead. */
const NOT_MADE = new Set(['مصر', 'يهب', 'يلد', 'تلد', 'نلد', 'الد']);

const PERSONS = ['ي', 'ت', 'ن', 'ا'];
/** Letters after the person from which the first person is made: امر is أمر, not أمرّ. */
const FIRST_PERSON_FROM = 3;
const IMPERFECT_ENDINGS = ['', 'ون', 'وا', 'ين', 'ان'];
const PERFECT_ENDINGS = ['', 'ت', 'وا'];

/** The perfect in all persons that have its stem: قال قالت قالوا; نفى نفت نفوا. Hamza before وا has several seats. */
function perfect(past: string): string[] {
  if (/[ىاي]$/.test(past) && past.length > 2) {
    const bare = past.slice(0, -1);
    return [
      past,
      ...['ت', 'وا', 'تا'].map((ending) => bare + ending),
      ...(past.endsWith('ي') ? [`${past}ت`] : []),
    ];
  }
  const hamza = past.endsWith('أ') ? [`${past.slice(0, -1)}ؤوا`, `${past.slice(0, -1)}ئت`] : [];
  return [...PERFECT_ENDINGS.map((ending) => past + ending), ...hamza];
}

/** The imperfect in all persons, and the future: يقول تقول سيقولون. */
function imperfect(present: string): string[] {
  const stem = present.slice(1);
  const weak = /[ىوي]$/.test(stem);
  const persons = stem.length < FIRST_PERSON_FROM ? PERSONS.slice(0, -1) : PERSONS;
  const forms = persons.flatMap((person) => [
    ...(weak
      ? [person + stem, ...['ون', 'وا', 'ين'].map((ending) => person + stem.slice(0, -1) + ending)]
      : IMPERFECT_ENDINGS.map((ending) => person + stem + ending)),
  ]);
  return [...forms, ...forms.map((form) => `س${form}`)];
}

/** Folded finite form -> the perfect of its verb, folded. */
export const VERB_FORMS = new WordMap<string>();
/** Folded verbal noun or participle -> the same. */
export const VERBAL_NOUNS: (readonly [noun: string, verb: string])[] = [];
/** The values of both. */
export const VERB_STEMS: string[] = [];

for (const entry of VERBS.split('|')) {
  const [past, present, ...nouns] = entry.trim().split(/\s+/);
  const verb = VERB_FORMS.get(foldArabic(present!)) ?? foldArabic(past!);
  VERB_STEMS.push(verb);
  for (const form of [...perfect(past!), ...imperfect(present!)]) {
    const folded = foldArabic(form);
    if (!NOT_MADE.has(folded) && VERB_FORMS.get(folded) === undefined) VERB_FORMS.set(folded, verb);
  }
  for (const noun of nouns) if (!NOT_MADE.has(noun)) VERBAL_NOUNS.push([foldArabic(noun), verb]);
}
