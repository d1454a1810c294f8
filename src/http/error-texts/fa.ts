/** The texts of errors in Persian. */
import type { ErrorTexts } from './english.ts';

export const PERSIAN: ErrorTexts = {
  texts: {
    'Such alerts are not offered here.': 'چنین هشدارهایی اینجا ارائه نمی‌شود.',
    'Follow the search in a feed reader. docs/alerts.md says which settings alerts need.':
      'جست‌وجو را در خبرخوان دنبال کنید. docs/alerts.md می‌گوید هشدارها به کدام تنظیم‌ها نیاز دارند.',
    'This is not an address of mail.': 'این نشانی رایانامه نیست.',
    'Give one plain address like name@news.example.': 'یک نشانی ساده مانند name@news.example بنویسید.',
    'This cannot be the address of a webhook.': 'این نمی‌تواند نشانی webhook باشد.',
    'Give an http or https URL on the public internet, without user and password.':
      'یک نشانی http یا https در اینترنت عمومی، بدون نام کاربر و گذرواژه بنویسید.',
    'There are as many alerts as are allowed.': 'شمار هشدارها به اندازهٔ مجاز رسیده است.',
    'Remove one first.': 'نخست یکی را حذف کنید.',
    'No more mails that ask for confirmation can be sent now.': 'اکنون نمی‌توان رایانامهٔ تأیید دیگری فرستاد.',
    'Confirm those that were sent, or try again tomorrow.':
      'آن‌هایی را که فرستاده شده تأیید کنید، یا فردا دوباره بکوشید.',
    'The mail that asks for confirmation could not be sent.': 'رایانامهٔ تأیید فرستاده نشد.',
    'Check the address, or try again later.': 'نشانی را بررسی کنید، یا بعداً دوباره بکوشید.',
    'There is no alert {0}.': 'هشدار {0} وجود ندارد.',
    'Take ids from /api/alerts.': 'شناسه‌ها را از /api/alerts بگیرید.',
    'The test did not arrive: {0}.': 'پیام آزمایشی نرسید: {0}.',
    'Check the address of the alert.': 'نشانی هشدار را بررسی کنید.',
    'The alert is not confirmed.': 'هشدار تأیید نشده است.',
    'Open the link in the mail that asks for it.': 'پیوند درون رایانامهٔ تأیید را باز کنید.',
    'Send {"channel": "mail", "target": "name@news.example", "search": "q=…"}.':
      '{"channel": "mail", "target": "name@news.example", "search": "q=…"} را بفرستید.',
    'This endpoint requires an API key.': 'این نشانی به کلید دسترسی نیاز دارد.',
    'Unknown API key.': 'کلید دسترسی شناخته‌شده نیست.',
    'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.':
      'سرآیند "Authorization: Bearer KEY" را با کلیدی از LISAN_API_KEYS بفرستید.',
    'A key in an address must have the scope search and no other.':
      'کلیدی که در نشانی می‌آید باید فقط دسترسی search داشته باشد.',
    'Add a key to LISAN_API_KEYS that has only the scope search.':
      'کلیدی به LISAN_API_KEYS بیفزایید که فقط دسترسی search دارد.',
    'The API key does not have the scope {0}.': 'کلید دسترسی دارای {0} نیست.',
    'Use a key that has the scope {0}.': 'کلیدی با دسترسی {0} به کار ببرید.',
    'This address requires a key with the scope {0}, and the service has none.':
      'این نشانی کلیدی با دسترسی {0} می‌خواهد و سرویس چنین کلیدی ندارد.',
    'Start the service with one, for example {0}.': 'سرویس را با چنین کلیدی راه‌اندازی کنید، برای نمونه {0}.',
    'The service does not answer under the name {0}.': 'سرویس با نام {0} پاسخ نمی‌دهد.',
    'Add the name to LISAN_HOSTNAMES.': 'نام را به LISAN_HOSTNAMES بیفزایید.',
    'A page of {0} must not send {1} to this service.': 'صفحه‌ای از {0} نباید {1} به این سرویس بفرستد.',
    'Add its origin to LISAN_ORIGINS.': 'مبدأ آن را به LISAN_ORIGINS بیفزایید.',
    'The body must be application/json, not {0}.': 'بدنه باید application/json باشد، نه {0}.',
    'Send Content-Type: application/json.': 'Content-Type: application/json بفرستید.',
    'More than {0} requests within a minute.': 'بیش از {0} درخواست در یک دقیقه.',
    'Try again after Retry-After, or raise LISAN_RATE_LIMIT.':
      'پس از Retry-After دوباره تلاش کنید یا LISAN_RATE_LIMIT را بالا ببرید.',
    'The request is invalid: {0}.': 'درخواست نامعتبر است: {0}.',
    'Correct the request.': 'درخواست را درست کنید.',
    'Something went wrong inside lisan.': 'درون lisan خطایی رخ داد.',
    'Try again. If it happens again, find X-Request-Id in the log.':
      'دوباره تلاش کنید. اگر تکرار شد، X-Request-Id را در گزارش رویدادها بیابید.',
    'There is nothing at {0}.': 'در {0} چیزی نیست.',
    '/docs lists the endpoints of the API.': '/docs نشانی‌های API را فهرست می‌کند.',
    '{0} does not support {1}.': '{0} از {1} پشتیبانی نمی‌کند.',
    'The search page has not been built; the API works without it.':
      'صفحهٔ جست‌وجو ساخته نشده است؛ API بدون آن کار می‌کند.',
    'Run `npm ci && npm run build:page` once; `npm start` builds it as well.':
      'یک بار `npm ci && npm run build:page` را اجرا کنید؛ `npm start` هم آن را می‌سازد.',
    'Reading took longer than {0} s and was stopped.': 'خواندن بیش از {0} ثانیه طول کشید و متوقف شد.',
    'Narrow the request. The log says what was read.':
      'درخواست را محدودتر کنید. گزارش رویدادها می‌گوید چه خوانده می‌شد.',
    'The thread that worked on this request has ended.': 'رشته‌ای که این درخواست را پردازش می‌کرد پایان یافت.',
    'Send the request again; another thread takes its place. The log says why it ended.':
      'درخواست را دوباره بفرستید؛ رشتهٔ دیگری جای آن را می‌گیرد. علت در گزارش رویدادها آمده است.',
    'The answer has more than {0} MiB.': 'پاسخ بیش از {0} مبی‌بایت است.',
    'Ask for fewer documents, or for fewer of their attributes.':
      'سندهای کمتر یا ویژگی‌های کمتری از آن‌ها بخواهید.',
    'The service is starting: no reader thread is ready yet.':
      'سرویس در حال راه‌اندازی است: هنوز رشتهٔ خواندنی آماده نیست.',
    'The service is at capacity: {0} requests are being answered and {1} wait.':
      'ظرفیت سرویس پر است: {0} درخواست در حال پاسخ و {1} در انتظار است.',
    'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.':
      'پس از Retry-After دوباره تلاش کنید؛ ظرفیت را LISAN_READERS و LISAN_WAITING تعیین می‌کنند.',
    'The service is at capacity: {0} writes wait.': 'ظرفیت سرویس پر است: {0} نوشتن در انتظار است.',
    'Send the request again after Retry-After.': 'درخواست را پس از Retry-After دوباره بفرستید.',
    'The service is at capacity: {0} exports are under way.': 'ظرفیت سرویس پر است: {0} برون‌بری در جریان است.',
    'Try again after Retry-After.': 'پس از Retry-After دوباره تلاش کنید.',
    'The state of the index is not known yet.': 'وضعیت نمایه هنوز معلوم نیست.',
    'Ask again after Retry-After.': 'پس از Retry-After دوباره بپرسید.',
    'None of the documents can be read; the first one: {0}.': 'هیچ‌یک از سندها خوانده نشد؛ نخستین: {0}.',
    'Give each document a title or a body, as text.': 'به هر سند عنوان یا متنی بدهید.',
    'The request body is invalid: {0}.': 'بدنهٔ درخواست نامعتبر است: {0}.',
    'Send {"documents": [{"title": "…", "body": "…"}]} with at most {0} documents.':
      '{"documents": [{"title": "…", "body": "…"}]} را با حداکثر {0} سند بفرستید.',
    'There is no entity {0}.': 'موجودیت {0} وجود ندارد.',
    'Find its id with /api/entities?q=NAME.': 'شناسه‌اش را با /api/entities?q=NAME بیابید.',
    'There is no version {0} of document {1} to compare.': 'نسخهٔ {0} از سند {1} برای مقایسه وجود ندارد.',
    'Take one from the list of its versions; the one to compare with must be earlier.':
      'نسخه‌ای از فهرست نسخه‌های آن برگزینید؛ نسخهٔ مقایسه باید قدیمی‌تر باشد.',
    'There is no document {0}.': 'سند {0} وجود ندارد.',
    'Take ids from the hits of a search.': 'شناسه‌ها را از نتایج یک جست‌وجو بردارید.',
    'The stored text of document {0} is damaged.': 'متن ذخیره‌شدهٔ سند {0} آسیب دیده است.',
    'The query has {0} words; at most {1} are allowed.': 'پرس‌وجو {0} واژه دارد؛ حداکثر {1} مجاز است.',
    'Leave out the words that matter least.': 'واژه‌های کم‌اهمیت‌تر را حذف کنید.',
    'The cursor is none that an answer had.': 'این cursor در هیچ پاسخی نبوده است.',
    'The cursor belongs to another search.': 'این cursor به جست‌وجوی دیگری تعلق دارد.',
    'Send the cursor of the last answer with the same search, or begin again with cursor=*.':
      'مقدار cursor آخرین پاسخ را با همان جست‌وجو بفرستید یا با cursor=* از نو آغاز کنید.',
    'The hits that this cursor pages through are not kept any more.':
      'نتایجی که این cursor ورق می‌زند دیگر نگه داشته نمی‌شود.',
    'Begin again with cursor=*. A list is kept for 10 minutes after its last page was read.':
      'با cursor=* از نو آغاز کنید. فهرست تا ۱۰ دقیقه پس از خواندن آخرین صفحه نگه داشته می‌شود.',
    'There is no parameter {0}.': 'پارامتر {0} وجود ندارد.',
    'Use no parameters.': 'هیچ پارامتری به کار نبرید.',
    '{0} is given {1} times.': '{0} به تعداد {1} بار آمده است.',
    'Give {0} once.': '{0} را یک بار بیاورید.',
    '{0} must be one of {1}.': '{0} باید یکی از این‌ها باشد: {1}.',
    '{0} must be a whole number between 0 and {1}.': '{0} باید عددی صحیح میان 0 و {1} باشد.',
    '{0} must be a number from 0 to 1.': '{0} باید عددی میان 0 و 1 باشد.',
    'This service cannot search by meaning: it has no embedder.':
      'این سرویس نمی‌تواند بر پایهٔ معنا جست‌وجو کند: مدل تعبیه‌ای ندارد.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).':
      '`hybrid` را بردارید، یا LISAN_EMBEDDER را تنظیم کنید (docs/meaning.md).',
    '{0} must be a date like 2023-10-31.': '{0} باید تاریخی مانند 2023-10-31 باشد.',
    '{0} must have at most {1} values.': '{0} حداکثر {1} مقدار می‌پذیرد.',
    '{0} must have at most {1} characters.': '{0} حداکثر {1} نویسه می‌پذیرد.',
    '{0} is invalid: {1}.': '{0} نامعتبر است: {1}.',
    'Correct {0}; /docs lists the values of each parameter.':
      '{0} را درست کنید؛ مقدارهای هر پارامتر در /docs آمده است.',
    'The index of the engine {0} is not built yet.': 'نمایهٔ موتور {0} هنوز ساخته نشده است.',
    'The index of the engine {0} cannot be used and is being rebuilt from the archive.':
      'نمایهٔ موتور {0} به‌کارنیامدنی است و از بایگانی بازساخته می‌شود.',
    'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.':
      'سرویسِ در حال کار آن را بازمی‌سازد: چند ثانیه بعد دوباره تلاش کنید. بدون سرویس `lisan reindex` را اجرا کنید.',
    'The list of queries cannot be read: {0}.': 'فهرست پرس‌وجوها خوانده نشد: {0}.',
    'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.':
      'در هر سطر یک پرس‌وجو بنویسید، یا جدولی (CSV) با پرس‌وجوها در ستون نخست یا ستونی به نام query.',
    'Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most {0} queries.':
      '{"queries": ["…", "…"]} یا در هر سطر یک پرس‌وجو به‌صورت text/plain بفرستید، حداکثر {0} پرس‌وجو.',
    'There is no decision {0}.': 'تصمیم {0} وجود ندارد.',
    'Take ids from `lisan entities decisions` or /api/entity-decisions.':
      'شناسه‌ها را از `lisan entities decisions` یا /api/entity-decisions بردارید.',
    'Send {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} with at most {0} decisions.':
      '{"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} را با حداکثر {0} تصمیم بفرستید.',
    '{0} is one entity.': '{0} یک موجودیت است.',
    '{0} is in the gazetteer and {1} is not.': '{0} در فهرست موجودیت‌ها هست و {1} نیست.',
    'Merge it the other way round: {0} stays.': 'برعکس ادغام کنید: {0} می‌ماند.',
    'A correction needs `entity`, `name` or both.': 'تصحیح به `entity` یا `name` یا هر دو نیاز دارد.',
    'The correction changes nothing: it is {0} already.': 'تصحیح چیزی را عوض نمی‌کند: همین حالا {0} است.',
    '{0} is an event; only people, places and organisations can be split.':
      '{0} رویداد است؛ فقط اشخاص، مکان‌ها و سازمان‌ها را می‌توان جدا کرد.',
    '{0} is the name that {1} is made of.': '{0} نامی است که {1} از آن ساخته شده است.',
    'If it is that of several, correct the mentions in single documents.':
      'اگر نام چند نفر است، در هر سند جداگانه تصحیح کنید.',
    'docs/entities.md describes what can be decided.':
      'docs/entities.md می‌گوید چه چیزهایی را می‌توان تعیین کرد.',
    'An archive has at most {0} decisions.': 'بایگانی حداکثر {0} تصمیم دارد.',
    'Take back some of them.': 'برخی از آن‌ها را پس بگیرید.',
    '{0} is a part of {1} already.': '{0} همین حالا بخشی از {1} است.',
    'Take that decision back first.': 'نخست آن تصمیم را پس بگیرید.',
    'There is no synonym {0}.': 'مترادف {0} وجود ندارد.',
    'Take ids from /api/synonyms.': 'شناسه‌ها را از /api/synonyms بردارید.',
    'Send {"synonyms": [{"words": ["…", "…"]}]} with at most {0} synonyms.':
      '{"synonyms": [{"words": ["…", "…"]}]} را با حداکثر {0} مترادف بفرستید.',
    'A synonym needs two words, or a word on each side of the arrow.':
      'مترادف به دو واژه یا واژه‌ای در هر سوی پیکان نیاز دارد.',
    'A synonym has at most {0} words.': 'مترادف حداکثر {0} واژه دارد.',
    'Make several of it.': 'آن را چند مترادف کنید.',
    'An archive has at most {0} synonyms.': 'بایگانی حداکثر {0} مترادف دارد.',
    'Remove some of them.': 'برخی را حذف کنید.',
    'An archive has pins for at most {0} queries.':
      'بایگانی حداکثر برای {0} عبارت جست‌وجو مقاله سنجاق‌شده دارد.',
    'A query with pins has at most {0} characters.':
      'عبارت جست‌وجویی که مقاله‌ای برایش سنجاق می‌شود حداکثر {0} نویسه دارد.',
    '{0} is no query of plain words.': '{0} عبارتی از واژه‌های ساده نیست.',
    'Give words without operators, phrases and filters.':
      'واژه‌ها را بدون عملگر، عبارت دقیق و پالایه بنویسید.',
    'Nothing is pinned and nothing is hidden.': 'هیچ مقاله‌ای سنجاق یا پنهان نشده است.',
    'Write it like {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.':
      'این‌طور بنویسید: {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.',
    'A query has at most {0} pinned and {1} hidden articles.':
      'هر عبارت حداکثر {0} مقاله سنجاق‌شده و {1} مقاله پنهان دارد.',
    '{0} is pinned and hidden.': '{0} هم سنجاق شده و هم پنهان است.',
    'Take it out of one of the lists.': 'آن را از یکی از دو فهرست بردارید.',
    'There are no pins {0}.': 'سنجاقی با شناسه {0} وجود ندارد.',
    'Take ids from /api/pins.': 'شناسه‌ها را از /api/pins بردارید.',
    'The gazetteer cannot have this: {0}.': 'فهرست نام‌ها این را نمی‌پذیرد: {0}.',
    'Correct it; docs/entities.md says what an entity has.':
      'آن را اصلاح کنید؛ docs/entities.md می‌گوید هر مدخل چه دارد.',
    "There is no entity {0} of this archive's own.": 'مدخل {0} در افزوده‌های این بایگانی نیست.',
    'Take ids from /api/own-entities.': 'شناسه‌ها را از /api/own-entities بردارید.',
    'Send {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.':
      '{"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]} را بفرستید.',
    '{0} was not taken down.': '{0} از دسترس خارج نشده است.',
    'Take ids from /api/takedowns.': 'شناسه‌ها را از /api/takedowns بردارید.',
    'Send {"id": "ID", "reason": "…"} with a reason of at most {0} characters.':
      '{"id": "ID", "reason": "…"} را با دلیلی حداکثر {0} نویسه‌ای بفرستید.',
    'LISAN_ENTITIES is not set, so there is no file for your own entities.':
      'LISAN_ENTITIES تنظیم نشده است؛ پس پرونده‌ای برای نام‌های خودتان نیست.',
    'Create an empty file and set LISAN_ENTITIES to it.':
      'پرونده‌ای خالی بسازید و LISAN_ENTITIES را روی آن تنظیم کنید.',
    'Send {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} with at most {0} queries.':
      '{"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} را با حداکثر {0} عبارت بفرستید.',
    '{0} cannot be a synonym.': '{0} نمی‌تواند مترادف باشد.',
    'Give one to {0} words of at most {1} characters, without punctuation between them.':
      'یک تا {0} واژه بنویسید، حداکثر {1} نویسه و بدون نشانه‌گذاری میان آن‌ها.',
    '{0} is no language.': '{0} زبان نیست.',
    'Use one of {0}, or none.': 'یکی از {0} یا هیچ‌کدام را به کار ببرید.',
    'Use {0}.': 'از {0} استفاده کنید.',
  },
  others: {
    engine: 'موتور جست‌وجو در دسترس نیست: {0}',
    index: 'نمایه به‌کارنیامدنی است: {0}',
    archive: 'بایگانی به‌کارنیامدنی است: {0}',
    other: 'درخواست انجام نشد: {0}',
    remedy: 'برای گردانندگان سرویس: {0}',
  },
};
