/** The texts of errors in Arabic. */
import type { ErrorTexts } from './english.ts';

export const ARABIC: ErrorTexts = {
  texts: {
    'Such alerts are not offered here.': 'لا تُقدَّم هنا تنبيهات كهذه.',
    'Follow the search in a feed reader. docs/alerts.md says which settings alerts need.':
      'تابِع البحث في قارئ خلاصات. يذكر docs/alerts.md الإعدادات التي تحتاجها التنبيهات.',
    'This is not an address of mail.': 'هذا ليس عنوان بريد.',
    'Give one plain address like name@news.example.': 'اكتب عنوانًا واحدًا بسيطًا مثل name@news.example.',
    'This cannot be the address of a webhook.': 'لا يصلح هذا عنوانًا لـ webhook.',
    'Give an http or https URL on the public internet, without user and password.':
      'اكتب عنوان http أو https على الإنترنت العام، بلا مستخدم ولا كلمة مرور.',
    'There are as many alerts as are allowed.': 'بلغ عدد التنبيهات الحد المسموح.',
    'Remove one first.': 'احذف واحدًا منها أولًا.',
    'No more mails that ask for confirmation can be sent now.': 'لا يمكن إرسال رسائل تأكيد أخرى الآن.',
    'Confirm those that were sent, or try again tomorrow.': 'أكِّد ما أُرسِل منها، أو حاول غدًا.',
    'The mail that asks for confirmation could not be sent.': 'تعذّر إرسال رسالة التأكيد.',
    'Check the address, or try again later.': 'تحقّق من العنوان، أو حاول لاحقًا.',
    'There is no alert {0}.': 'لا يوجد تنبيه {0}.',
    'Take ids from /api/alerts.': 'خذ المعرّفات من /api/alerts.',
    'The test did not arrive: {0}.': 'لم تصل الرسالة التجريبية: {0}.',
    'Check the address of the alert.': 'تحقّق من عنوان التنبيه.',
    'The alert is not confirmed.': 'لم يؤكَّد التنبيه.',
    'Open the link in the mail that asks for it.': 'افتح الرابط في رسالة التأكيد.',
    'Send {"channel": "mail", "target": "name@news.example", "search": "q=…"}.':
      'أرسل {"channel": "mail", "target": "name@news.example", "search": "q=…"}.',
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
    'There is no version {0} of document {1} to compare.': 'لا توجد نسخة {0} من المقالة {1} للمقارنة.',
    'Take one from the list of its versions; the one to compare with must be earlier.':
      'اختر نسخة من قائمة نسخها، على أن تكون نسخة المقارنة أقدم.',
    'There is no document {0}.': 'لا توجد مقالة {0}.',
    'Take ids from the hits of a search.': 'خذ المعرّفات من نتائج بحث.',
    'The stored text of document {0} is damaged.': 'النص المخزَّن للمقالة {0} تالف.',
    'The query has {0} words; at most {1} are allowed.': 'في الاستعلام {0} كلمة؛ والحد الأقصى {1}.',
    'Leave out the words that matter least.': 'احذف الكلمات الأقل أهمية.',
    'The cursor is none that an answer had.': 'قيمة cursor هذه لم ترد في أي إجابة.',
    'The cursor belongs to another search.': 'قيمة cursor هذه تخص بحثًا آخر.',
    'Send the cursor of the last answer with the same search, or begin again with cursor=*.':
      'أرسل قيمة cursor من آخر إجابة مع البحث نفسه، أو ابدأ من جديد بـ cursor=*.',
    'The hits that this cursor pages through are not kept any more.':
      'النتائج التي تتصفحها قيمة cursor هذه لم تعد محفوظة.',
    'Begin again with cursor=*. A list is kept for 10 minutes after its last page was read.':
      'ابدأ من جديد بـ cursor=*. تُحفظ القائمة عشر دقائق بعد قراءة آخر صفحة منها.',
    'There is no parameter {0}.': 'لا يوجد معامل باسم {0}.',
    'Use no parameters.': 'لا تستخدم أي معامل.',
    '{0} is given {1} times.': 'ورد {0} {1} مرات.',
    'Give {0} once.': 'اذكر {0} مرة واحدة.',
    '{0} must be one of {1}.': 'يجب أن يكون {0} واحدًا من: {1}.',
    '{0} must be a whole number between 0 and {1}.': 'يجب أن يكون {0} عددًا صحيحًا بين 0 و{1}.',
    '{0} must be a number from 0 to 1.': 'يجب أن يكون {0} عددًا بين 0 و1.',
    'This service cannot search by meaning: it has no embedder.':
      'هذه الخدمة لا تستطيع البحث بالمعنى: ليس لها نموذج تضمين.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).':
      'احذف `hybrid`، أو اضبط LISAN_EMBEDDER (docs/meaning.md).',
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
    'There is no decision {0}.': 'لا يوجد قرار {0}.',
    'Take ids from `lisan entities decisions` or /api/entity-decisions.':
      'خذ المعرّفات من `lisan entities decisions` أو ‎/api/entity-decisions.',
    'Send {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} with at most {0} decisions.':
      'أرسل {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} بما لا يزيد على {0} قرار.',
    '{0} is one entity.': '{0} كيان واحد.',
    '{0} is in the gazetteer and {1} is not.': '{0} في قائمة الكيانات و{1} ليس فيها.',
    'Merge it the other way round: {0} stays.': 'ادمجهما بالعكس: يبقى {0}.',
    'A correction needs `entity`, `name` or both.': 'يحتاج التصحيح إلى `entity` أو `name` أو كليهما.',
    'The correction changes nothing: it is {0} already.': 'لا يغيّر التصحيح شيئًا: هو {0} أصلًا.',
    '{0} is an event; only people, places and organisations can be split.':
      '{0} حدث؛ لا يُفصل إلا الأشخاص والأماكن والمنظمات.',
    '{0} is the name that {1} is made of.': '{0} هو الاسم الذي صيغ منه {1}.',
    'If it is that of several, correct the mentions in single documents.':
      'إن كان اسمًا لأكثر من واحد فصحّح المواضع في كل وثيقة.',
    'docs/entities.md describes what can be decided.': 'يصف docs/entities.md ما يمكن تقريره.',
    'An archive has at most {0} decisions.': 'لا يزيد عدد القرارات في الأرشيف على {0}.',
    'Take back some of them.': 'تراجع عن بعضها.',
    '{0} is a part of {1} already.': '{0} جزء من {1} أصلًا.',
    'Take that decision back first.': 'تراجع عن ذلك القرار أولًا.',
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
    'An archive has pins for at most {0} queries.':
      'لا يتجاوز عدد الاستعلامات التي لها مقالات مثبّتة في الأرشيف {0}.',
    'A query with pins has at most {0} characters.': 'لا يزيد الاستعلام الذي تُثبَّت له مقالات على {0} حرفًا.',
    '{0} is no query of plain words.': '{0} ليس استعلامًا من كلمات عادية.',
    'Give words without operators, phrases and filters.': 'اكتب كلمات دون عوامل بحث أو عبارات أو مرشّحات.',
    'Nothing is pinned and nothing is hidden.': 'لم يُثبَّت أي مقال ولم يُخفَ أي مقال.',
    'Write it like {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.':
      'اكتبها هكذا: {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.',
    'A query has at most {0} pinned and {1} hidden articles.':
      'لا يزيد ما يُثبَّت للاستعلام على {0} مقالات، وما يُخفى على {1} مقالًا.',
    '{0} is pinned and hidden.': '{0} مثبّت ومخفي في آن واحد.',
    'Take it out of one of the lists.': 'احذفه من إحدى القائمتين.',
    'There are no pins {0}.': 'لا توجد مقالات مثبّتة بالمعرّف {0}.',
    'Take ids from /api/pins.': 'خذ المعرّفات من /api/pins.',
    'The gazetteer cannot have this: {0}.': 'لا يقبل معجم الأسماء هذا: {0}.',
    'Correct it; docs/entities.md says what an entity has.': 'صحّحه؛ يبيّن docs/entities.md ما يتضمنه كل اسم.',
    "There is no entity {0} of this archive's own.": 'ليس في الأسماء التي أضافها هذا الأرشيف {0}.',
    'Take ids from /api/own-entities.': 'خذ المعرّفات من /api/own-entities.',
    'Send {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.':
      'أرسل {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.',
    '{0} was not taken down.': 'لم يُسحب المقال {0}.',
    'Take ids from /api/takedowns.': 'خذ المعرّفات من /api/takedowns.',
    'Send {"id": "ID", "reason": "…"} with a reason of at most {0} characters.':
      'أرسل {"id": "ID", "reason": "…"} بسبب لا يزيد على {0} حرف.',
    'LISAN_ENTITIES is not set, so there is no file for your own entities.':
      'لم يُضبط LISAN_ENTITIES، فلا ملف لأسمائك الخاصة.',
    'Create an empty file and set LISAN_ENTITIES to it.': 'أنشئ ملفًا فارغًا واضبط LISAN_ENTITIES عليه.',
    'Send {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} with at most {0} queries.':
      'أرسل {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} بما لا يزيد على {0} استعلام.',
    '{0} cannot be a synonym.': 'لا يصلح {0} مرادفًا.',
    'Give one to {0} words of at most {1} characters, without punctuation between them.':
      'اكتب من كلمة إلى {0} كلمات، لا تزيد على {1} حرفًا، دون علامات ترقيم بينها.',
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
