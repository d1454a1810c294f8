/** The texts of errors in Arabic. */
import type { ErrorTexts } from './english.ts';

export const ARABIC: ErrorTexts = {
  texts: {
    'This endpoint requires an API key.': 'يتطلب هذا العنوان مفتاح وصول.',
    'Unknown API key.': 'مفتاح الوصول غير معروف.',
    'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.':
      'أرسل الترويسة "Authorization: Bearer KEY" مع مفتاح من LISAN_API_KEYS.',
    'A key in an address must have the scope search and no other.':
      'يجب أن يكون للمفتاح المكتوب في العنوان النطاق search وحده.',
    'Add a key to LISAN_API_KEYS that has only the scope search.':
      'أضف إلى LISAN_API_KEYS مفتاحًا له النطاق search وحده.',
    'The API key does not have the scope {0}.': 'ليس لمفتاح الوصول النطاق {0}.',
    'Use a key that has the scope {0}.': 'استخدم مفتاحًا له النطاق {0}.',
    'This address requires a key with the scope {0}, and the service has none.':
      'يتطلب هذا العنوان مفتاحًا له النطاق {0}، وليس في الخدمة مفتاح كهذا.',
    'Start the service with one, for example {0}.': 'شغّل الخدمة مع مفتاح كهذا، مثلًا {0}.',
    'The service does not answer under the name {0}.': 'لا تجيب الخدمة تحت الاسم {0}.',
    'Add the name to LISAN_HOSTNAMES.': 'أضف الاسم إلى LISAN_HOSTNAMES.',
    'A page of {0} must not send {1} to this service.': 'لا يجوز لصفحة من {0} إرسال {1} إلى هذه الخدمة.',
    'Add its origin to LISAN_ORIGINS.': 'أضف مصدرها إلى LISAN_ORIGINS.',
    'The body must be application/json, not {0}.': 'يجب أن يكون نوع المحتوى application/json، لا {0}.',
    'Send Content-Type: application/json.': 'أرسل Content-Type: application/json.',
    'More than {0} requests within a minute.': 'أكثر من {0} طلب في دقيقة واحدة.',
    'Try again after Retry-After, or raise LISAN_RATE_LIMIT.':
      'أعد المحاولة بعد Retry-After، أو ارفع LISAN_RATE_LIMIT.',
    'The request is invalid: {0}.': 'الطلب غير صالح: {0}.',
    'Correct the request.': 'صحّح الطلب.',
    'Something went wrong inside lisan.': 'حدث خطأ داخل lisan.',
    'Try again. If it happens again, find X-Request-Id in the log.':
      'أعد المحاولة. إذا تكرر الخطأ فابحث عن X-Request-Id في السجل.',
    'There is nothing at {0}.': 'لا شيء في العنوان {0}.',
    '/docs lists the endpoints of the API.': 'تسرد /docs عناوين الواجهة البرمجية.',
    '{0} does not support {1}.': 'العنوان {0} لا يقبل {1}.',
    'The search page has not been built; the API works without it.':
      'لم تُبنَ صفحة البحث بعد؛ الواجهة البرمجية تعمل من دونها.',
    'Run `npm ci && npm run build:page` once; `npm start` builds it as well.':
      'شغّل `npm ci && npm run build:page` مرة واحدة؛ كما أن `npm start` يبنيها.',
    'Reading took longer than {0} s and was stopped.': 'استغرقت القراءة أكثر من {0} ثانية فأُوقفت.',
    'Narrow the request. The log says what was read.': 'ضيّق الطلب. يبيّن السجل ما كان يُقرأ.',
    'The thread that worked on this request has ended.': 'توقف خيط المعالجة الذي كان يعمل على هذا الطلب.',
    'Send the request again; another thread takes its place. The log says why it ended.':
      'أرسل الطلب مرة أخرى؛ يحل خيط آخر محله. يبيّن السجل سبب توقفه.',
    'The answer has more than {0} MiB.': 'حجم الجواب أكبر من {0} ميبيبايت.',
    'Ask for fewer documents, or for fewer of their attributes.': 'اطلب مقالات أقل أو خصائص أقل منها.',
    'The service is starting: no reader thread is ready yet.':
      'الخدمة في طور البدء: لم يجهز أي خيط قراءة بعد.',
    'The service is at capacity: {0} requests are being answered and {1} wait.':
      'بلغت الخدمة طاقتها: يُجاب الآن عن {0} من الطلبات وينتظر {1}.',
    'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.':
      'أعد المحاولة بعد Retry-After؛ تحدد LISAN_READERS وLISAN_WAITING الطاقة.',
    'The service is at capacity: {0} writes wait.': 'بلغت الخدمة طاقتها: تنتظر {0} من عمليات الكتابة.',
    'Send the request again after Retry-After.': 'أرسل الطلب مرة أخرى بعد Retry-After.',
    'The service is at capacity: {0} exports are under way.':
      'بلغت الخدمة طاقتها: يجري الآن {0} من عمليات التصدير.',
    'Try again after Retry-After.': 'أعد المحاولة بعد Retry-After.',
    'The state of the index is not known yet.': 'حالة الفهرس غير معروفة بعد.',
    'Ask again after Retry-After.': 'اسأل مرة أخرى بعد Retry-After.',
    'None of the documents can be read; the first one: {0}.': 'تعذرت قراءة أي من المقالات؛ الأولى: {0}.',
    'Give each document a title or a body, as text.': 'أعط كل مقالة عنوانًا أو نصًا.',
    'The request body is invalid: {0}.': 'محتوى الطلب غير صالح: {0}.',
    'Send {"documents": [{"title": "…", "body": "…"}]} with at most {0} documents.':
      'أرسل {"documents": [{"title": "…", "body": "…"}]} بما لا يزيد على {0} مقالة.',
    'There is no entity {0}.': 'لا يوجد كيان {0}.',
    'Find its id with /api/entities?q=NAME.': 'ابحث عن معرّفه عبر /api/entities?q=NAME.',
    'There is no document {0}.': 'لا توجد مقالة {0}.',
    'Take ids from the hits of a search.': 'خذ المعرّفات من نتائج بحث.',
    'The stored text of document {0} is damaged.': 'النص المخزَّن للمقالة {0} تالف.',
    'The query has {0} words; at most {1} are allowed.': 'في الاستعلام {0} كلمة؛ والحد الأقصى {1}.',
    'Leave out the words that matter least.': 'احذف الكلمات الأقل أهمية.',
    'There is no parameter {0}.': 'لا يوجد معامل باسم {0}.',
    'Use no parameters.': 'لا تستخدم أي معامل.',
    '{0} is given {1} times.': 'ورد {0} {1} مرات.',
    'Give {0} once.': 'اذكر {0} مرة واحدة.',
    '{0} must be one of {1}.': 'يجب أن يكون {0} واحدًا من: {1}.',
    '{0} must be a whole number between 0 and {1}.': 'يجب أن يكون {0} عددًا صحيحًا بين 0 و{1}.',
    '{0} must be a number from 0 to 1.': 'يجب أن يكون {0} عددًا بين 0 و1.',
    'This service cannot search by meaning: it has no embedder.': 'هذه الخدمة لا تستطيع البحث بالمعنى: ليس لها نموذج تضمين.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).': 'احذف `hybrid`، أو اضبط LISAN_EMBEDDER (docs/meaning.md).',
    '{0} must be a date like 2023-10-31.': 'يجب أن يكون {0} تاريخًا مثل 2023-10-31.',
    '{0} must have at most {1} values.': 'لا يجوز أن يزيد {0} على {1} قيمة.',
    '{0} must have at most {1} characters.': 'لا يجوز أن يزيد {0} على {1} محرفًا.',
    '{0} is invalid: {1}.': '{0} غير صالح: {1}.',
    'Correct {0}; /docs lists the values of each parameter.': 'صحّح {0}؛ تسرد /docs قيم كل معامل.',
    'The index of the engine {0} is not built yet.': 'لم يُبنَ فهرس المحرك {0} بعد.',
    'The index of the engine {0} cannot be used and is being rebuilt from the archive.':
      'لا يمكن استخدام فهرس المحرك {0}، ويُعاد بناؤه من الأرشيف.',
    'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.':
      'تعيد الخدمة العاملة بناءه: أعد المحاولة بعد ثوانٍ. ومن دون خدمة شغّل `lisan reindex`.',
    'The list of queries cannot be read: {0}.': 'تعذرت قراءة قائمة الاستعلامات: {0}.',
    'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.':
      'اكتب استعلامًا واحدًا في كل سطر، أو جدولًا (CSV) تكون الاستعلامات في عموده الأول أو في عمود اسمه query.',
    'Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most {0} queries.':
      'أرسل {"queries": ["…", "…"]}، أو استعلامًا في كل سطر بنوع text/plain، بما لا يزيد على {0} استعلام.',
    'There is no synonym {0}.': 'لا يوجد مرادف {0}.',
    'Take ids from /api/synonyms.': 'خذ المعرّفات من /api/synonyms.',
    'Send {"synonyms": [{"words": ["…", "…"]}]} with at most {0} synonyms.':
      'أرسل {"synonyms": [{"words": ["…", "…"]}]} بما لا يزيد على {0} مرادف.',
    'A synonym needs two words, or a word on each side of the arrow.':
      'يحتاج المرادف إلى كلمتين، أو إلى كلمة على كل جانب من السهم.',
    'A synonym has at most {0} words.': 'لا تزيد كلمات المرادف على {0}.',
    'Make several of it.': 'اجعله عدة مرادفات.',
    'An archive has at most {0} synonyms.': 'لا يزيد عدد المرادفات في الأرشيف على {0}.',
    'Remove some of them.': 'احذف بعضها.',
    '{0} is not one word.': '{0} ليس كلمة واحدة.',
    'Give single words; names of several words belong into the gazetteer (docs/entities.md).':
      'اكتب كلمات مفردة؛ أما الأسماء المركبة فمكانها معجم الأسماء (docs/entities.md).',
    '{0} is no language.': '{0} ليست لغة معروفة.',
    'Use one of {0}, or none.': 'استخدم واحدة من {0}، أو لا شيء.',
    'Use {0}.': 'استخدم {0}.',
  },
  others: {
    engine: 'محرك البحث غير متاح: {0}',
    index: 'لا يمكن استخدام الفهرس: {0}',
    archive: 'لا يمكن استخدام الأرشيف: {0}',
    other: 'لم يُنفَّذ الطلب: {0}',
    remedy: 'لمن يدير الخدمة: {0}',
  },
};
