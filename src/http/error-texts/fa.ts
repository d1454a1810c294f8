/** The texts of errors in Persian. */
import type { ErrorTexts } from './english.ts';

export const PERSIAN: ErrorTexts = {
  texts: {
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
    'There is no document {0}.': 'سند {0} وجود ندارد.',
    'Take ids from the hits of a search.': 'شناسه‌ها را از نتایج یک جست‌وجو بردارید.',
    'The stored text of document {0} is damaged.': 'متن ذخیره‌شدهٔ سند {0} آسیب دیده است.',
    'The query has {0} words; at most {1} are allowed.': 'پرس‌وجو {0} واژه دارد؛ حداکثر {1} مجاز است.',
    'Leave out the words that matter least.': 'واژه‌های کم‌اهمیت‌تر را حذف کنید.',
    'There is no parameter {0}.': 'پارامتر {0} وجود ندارد.',
    'Use no parameters.': 'هیچ پارامتری به کار نبرید.',
    '{0} is given {1} times.': '{0} به تعداد {1} بار آمده است.',
    'Give {0} once.': '{0} را یک بار بیاورید.',
    '{0} must be one of {1}.': '{0} باید یکی از این‌ها باشد: {1}.',
    '{0} must be a whole number between 0 and {1}.': '{0} باید عددی صحیح میان 0 و {1} باشد.',
    '{0} must be a number from 0 to 1.': '{0} باید عددی میان 0 و 1 باشد.',
    'This service cannot search by meaning: it has no embedder.': 'این سرویس نمی‌تواند بر پایهٔ معنا جست‌وجو کند: مدل تعبیه‌ای ندارد.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).': '`hybrid` را بردارید، یا LISAN_EMBEDDER را تنظیم کنید (docs/meaning.md).',
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
    '{0} is not one word.': '{0} یک واژه نیست.',
    'Give single words; names of several words belong into the gazetteer (docs/entities.md).':
      'واژه‌های تکی بدهید؛ نام‌های چندواژه‌ای به فهرست نام‌ها می‌روند (docs/entities.md).',
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
