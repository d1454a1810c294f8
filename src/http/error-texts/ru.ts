/** The texts of errors in Russian. */
import type { ErrorTexts } from './english.ts';

export const RUSSIAN: ErrorTexts = {
  texts: {
    'This endpoint requires an API key.': 'Для этого адреса нужен ключ доступа.',
    'Unknown API key.': 'Ключ доступа неизвестен.',
    'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.':
      'Отправьте заголовок "Authorization: Bearer KEY" с ключом из LISAN_API_KEYS.',
    'A key in an address must have the scope search and no other.':
      'Ключ в адресе должен иметь право search и никаких других.',
    'Add a key to LISAN_API_KEYS that has only the scope search.':
      'Добавьте в LISAN_API_KEYS ключ, у которого есть только право search.',
    'The API key does not have the scope {0}.': 'У ключа доступа нет права {0}.',
    'Use a key that has the scope {0}.': 'Используйте ключ с правом {0}.',
    'This address requires a key with the scope {0}, and the service has none.':
      'Для этого адреса нужен ключ с правом {0}, а у службы такого нет.',
    'Start the service with one, for example {0}.': 'Запустите службу с таким ключом, например {0}.',
    'The service does not answer under the name {0}.': 'Служба не отвечает под именем {0}.',
    'Add the name to LISAN_HOSTNAMES.': 'Добавьте это имя в LISAN_HOSTNAMES.',
    'A page of {0} must not send {1} to this service.': 'Страница с {0} не может отправлять {1} этой службе.',
    'Add its origin to LISAN_ORIGINS.': 'Добавьте её источник в LISAN_ORIGINS.',
    'The body must be application/json, not {0}.': 'Тело запроса должно быть application/json, а не {0}.',
    'Send Content-Type: application/json.': 'Отправьте Content-Type: application/json.',
    'More than {0} requests within a minute.': 'Больше {0} запросов за минуту.',
    'Try again after Retry-After, or raise LISAN_RATE_LIMIT.':
      'Повторите после Retry-After или увеличьте LISAN_RATE_LIMIT.',
    'The request is invalid: {0}.': 'Запрос неверен: {0}.',
    'Correct the request.': 'Исправьте запрос.',
    'Something went wrong inside lisan.': 'Внутри lisan произошла ошибка.',
    'Try again. If it happens again, find X-Request-Id in the log.':
      'Повторите. Если ошибка повторится, найдите X-Request-Id в журнале.',
    'There is nothing at {0}.': 'По адресу {0} ничего нет.',
    '/docs lists the endpoints of the API.': 'Адреса API перечислены в /docs.',
    '{0} does not support {1}.': '{0} не поддерживает {1}.',
    'The search page has not been built; the API works without it.':
      'Страница поиска не собрана; API работает и без неё.',
    'Run `npm ci && npm run build:page` once; `npm start` builds it as well.':
      'Выполните один раз `npm ci && npm run build:page`; `npm start` тоже её собирает.',
    'Reading took longer than {0} s and was stopped.': 'Чтение заняло больше {0} с и было остановлено.',
    'Narrow the request. The log says what was read.': 'Сузьте запрос. Что читалось, записано в журнале.',
    'The thread that worked on this request has ended.': 'Поток, обрабатывавший этот запрос, завершился.',
    'Send the request again; another thread takes its place. The log says why it ended.':
      'Отправьте запрос ещё раз; поток заменён другим. Причина записана в журнале.',
    'The answer has more than {0} MiB.': 'Ответ больше {0} МиБ.',
    'Ask for fewer documents, or for fewer of their attributes.':
      'Запросите меньше документов или меньше их атрибутов.',
    'The service is starting: no reader thread is ready yet.':
      'Служба запускается: ни один поток чтения ещё не готов.',
    'The service is at capacity: {0} requests are being answered and {1} wait.':
      'Служба загружена полностью: запросов в работе — {0}, в очереди — {1}.',
    'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.':
      'Повторите после Retry-After; загрузку задают LISAN_READERS и LISAN_WAITING.',
    'The service is at capacity: {0} writes wait.': 'Служба загружена полностью: записей в очереди — {0}.',
    'Send the request again after Retry-After.': 'Отправьте запрос ещё раз после Retry-After.',
    'The service is at capacity: {0} exports are under way.':
      'Служба загружена полностью: выполняется экспортов — {0}.',
    'Try again after Retry-After.': 'Повторите после Retry-After.',
    'The state of the index is not known yet.': 'Состояние индекса ещё неизвестно.',
    'Ask again after Retry-After.': 'Спросите ещё раз после Retry-After.',
    'None of the documents can be read; the first one: {0}.':
      'Ни один документ не удалось прочитать; первый: {0}.',
    'Give each document a title or a body, as text.': 'Дайте каждому документу заголовок или текст.',
    'The request body is invalid: {0}.': 'Тело запроса неверно: {0}.',
    'Send {"documents": [{"title": "…", "body": "…"}]} with at most {0} documents.':
      'Отправьте {"documents": [{"title": "…", "body": "…"}]}, не больше {0} документов.',
    'There is no entity {0}.': 'Нет такого объекта: {0}.',
    'Find its id with /api/entities?q=NAME.': 'Найдите его идентификатор через /api/entities?q=NAME.',
    'There is no document {0}.': 'Нет такого документа: {0}.',
    'Take ids from the hits of a search.': 'Берите идентификаторы из результатов поиска.',
    'The stored text of document {0} is damaged.': 'Сохранённый текст документа {0} повреждён.',
    'The query has {0} words; at most {1} are allowed.': 'В запросе слов: {0}; допускается не больше {1}.',
    'Leave out the words that matter least.': 'Уберите наименее важные слова.',
    'There is no parameter {0}.': 'Нет параметра {0}.',
    'Use no parameters.': 'Не используйте параметров.',
    '{0} is given {1} times.': '{0} указан несколько раз: {1}.',
    'Give {0} once.': 'Укажите {0} один раз.',
    '{0} must be one of {1}.': '{0} должен быть одним из: {1}.',
    '{0} must be a whole number between 0 and {1}.': '{0} должен быть целым числом от 0 до {1}.',
    '{0} must be a number from 0 to 1.': '{0} должен быть числом от 0 до 1.',
    'This service cannot search by meaning: it has no embedder.': 'Эта служба не умеет искать по смыслу: у неё нет модели эмбеддингов.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).': 'Уберите `hybrid` или задайте LISAN_EMBEDDER (docs/meaning.md).',
    '{0} must be a date like 2023-10-31.': '{0} должен быть датой вида 2023-10-31.',
    '{0} must have at most {1} values.': '{0} может иметь не больше {1} значений.',
    '{0} must have at most {1} characters.': '{0} может содержать не больше {1} знаков.',
    '{0} is invalid: {1}.': '{0} неверен: {1}.',
    'Correct {0}; /docs lists the values of each parameter.':
      'Исправьте {0}; значения каждого параметра перечислены в /docs.',
    'The index of the engine {0} is not built yet.': 'Индекс движка {0} ещё не построен.',
    'The index of the engine {0} cannot be used and is being rebuilt from the archive.':
      'Индекс движка {0} непригоден и строится заново из архива.',
    'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.':
      'Работающая служба строит его заново: повторите через несколько секунд. Без службы выполните `lisan reindex`.',
    'The list of queries cannot be read: {0}.': 'Не удалось прочитать список запросов: {0}.',
    'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.':
      'Пишите по одному запросу в строке или таблицу (CSV) с запросами в первом столбце или в столбце query.',
    'Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most {0} queries.':
      'Отправьте {"queries": ["…", "…"]} или по запросу в строке как text/plain, не больше {0} запросов.',
    'There is no synonym {0}.': 'Нет синонима {0}.',
    'Take ids from /api/synonyms.': 'Берите идентификаторы из /api/synonyms.',
    'Send {"synonyms": [{"words": ["…", "…"]}]} with at most {0} synonyms.':
      'Отправьте {"synonyms": [{"words": ["…", "…"]}]}, не больше {0} синонимов.',
    'A synonym needs two words, or a word on each side of the arrow.':
      'Синониму нужны два слова или слово с каждой стороны стрелки.',
    'A synonym has at most {0} words.': 'В синониме не больше {0} слов.',
    'Make several of it.': 'Разделите его на несколько.',
    'An archive has at most {0} synonyms.': 'В архиве не больше {0} синонимов.',
    'Remove some of them.': 'Удалите часть из них.',
    '{0} is not one word.': '{0} — не одно слово.',
    'Give single words; names of several words belong into the gazetteer (docs/entities.md).':
      'Указывайте отдельные слова; названиям из нескольких слов место в списке имён (docs/entities.md).',
    '{0} is no language.': '{0} — не язык.',
    'Use one of {0}, or none.': 'Используйте один из {0} или не указывайте.',
    'Use {0}.': 'Используйте {0}.',
  },
  others: {
    engine: 'Поисковый движок недоступен: {0}',
    index: 'Индекс непригоден: {0}',
    archive: 'Архив непригоден: {0}',
    other: 'Запрос не выполнен: {0}',
    remedy: 'Тем, кто обслуживает службу: {0}',
  },
};
