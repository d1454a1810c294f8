/** The texts of errors in Russian. */
import type { ErrorTexts } from './english.ts';

export const RUSSIAN: ErrorTexts = {
  texts: {
    'Such alerts are not offered here.': 'Такие уведомления здесь не предлагаются.',
    'Follow the search in a feed reader. docs/alerts.md says which settings alerts need.':
      'Следите за запросом в программе чтения лент. Нужные настройки описаны в docs/alerts.md.',
    'This is not an address of mail.': 'Это не адрес электронной почты.',
    'Give one plain address like name@news.example.':
      'Укажите один простой адрес, например name@news.example.',
    'This cannot be the address of a webhook.': 'Это не может быть адресом вебхука.',
    'Give an http or https URL on the public internet, without user and password.':
      'Укажите адрес http или https в открытом интернете, без имени и пароля.',
    'There are as many alerts as are allowed.': 'Достигнуто наибольшее допустимое число уведомлений.',
    'Remove one first.': 'Сначала удалите одно из них.',
    'No more mails that ask for confirmation can be sent now.':
      'Сейчас нельзя отправить ещё одно письмо с подтверждением.',
    'Confirm those that were sent, or try again tomorrow.': 'Подтвердите отправленные или попробуйте завтра.',
    'The mail that asks for confirmation could not be sent.': 'Письмо с подтверждением не удалось отправить.',
    'Check the address, or try again later.': 'Проверьте адрес или попробуйте позже.',
    'There is no alert {0}.': 'Уведомления {0} нет.',
    'Take ids from /api/alerts.': 'Возьмите идентификаторы из /api/alerts.',
    'The test did not arrive: {0}.': 'Проверочное сообщение не дошло: {0}.',
    'Check the address of the alert.': 'Проверьте адрес уведомления.',
    'The alert is not confirmed.': 'Уведомление не подтверждено.',
    'Open the link in the mail that asks for it.': 'Откройте ссылку в письме с подтверждением.',
    'Send {"channel": "mail", "target": "name@news.example", "search": "q=…"}.':
      'Отправьте {"channel": "mail", "target": "name@news.example", "search": "q=…"}.',
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
    'There is no version {0} of document {1} to compare.': 'Версии {0} документа {1} для сравнения нет.',
    'Take one from the list of its versions; the one to compare with must be earlier.':
      'Выберите версию из списка; сравнивать можно с более ранней.',
    'There is no document {0}.': 'Нет такого документа: {0}.',
    'Take ids from the hits of a search.': 'Берите идентификаторы из результатов поиска.',
    'The stored text of document {0} is damaged.': 'Сохранённый текст документа {0} повреждён.',
    'The query has {0} words; at most {1} are allowed.': 'В запросе слов: {0}; допускается не больше {1}.',
    'Leave out the words that matter least.': 'Уберите наименее важные слова.',
    'The cursor is none that an answer had.': 'Такого cursor не было ни в одном ответе.',
    'The cursor belongs to another search.': 'Этот cursor относится к другому поиску.',
    'Send the cursor of the last answer with the same search, or begin again with cursor=*.':
      'Отправьте cursor из последнего ответа с тем же запросом или начните заново с cursor=*.',
    'The hits that this cursor pages through are not kept any more.':
      'Результаты, которые листает этот cursor, больше не хранятся.',
    'Begin again with cursor=*. A list is kept for 10 minutes after its last page was read.':
      'Начните заново с cursor=*. Список хранится 10 минут после чтения последней страницы.',
    'There is no parameter {0}.': 'Нет параметра {0}.',
    'Use no parameters.': 'Не используйте параметров.',
    '{0} is given {1} times.': '{0} указан несколько раз: {1}.',
    'Give {0} once.': 'Укажите {0} один раз.',
    '{0} must be one of {1}.': '{0} должен быть одним из: {1}.',
    '{0} must be a whole number between 0 and {1}.': '{0} должен быть целым числом от 0 до {1}.',
    '{0} must be a number from 0 to 1.': '{0} должен быть числом от 0 до 1.',
    'This service cannot search by meaning: it has no embedder.':
      'Эта служба не умеет искать по смыслу: у неё нет модели эмбеддингов.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).':
      'Уберите `hybrid` или задайте LISAN_EMBEDDER (docs/meaning.md).',
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
    'There is no decision {0}.': 'Нет решения {0}.',
    'Take ids from `lisan entities decisions` or /api/entity-decisions.':
      'Берите идентификаторы из `lisan entities decisions` или /api/entity-decisions.',
    'Send {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} with at most {0} decisions.':
      'Отправьте {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]}, не больше {0} решений.',
    '{0} is one entity.': '{0} — один и тот же объект.',
    '{0} is in the gazetteer and {1} is not.': '{0} есть в списке объектов, а {1} нет.',
    'Merge it the other way round: {0} stays.': 'Объедините наоборот: останется {0}.',
    'A correction needs `entity`, `name` or both.': 'Исправлению нужно `entity`, `name` или то и другое.',
    'The correction changes nothing: it is {0} already.': 'Исправление ничего не меняет: это уже {0}.',
    '{0} is an event; only people, places and organisations can be split.':
      '{0} — событие; разделять можно только людей, места и организации.',
    '{0} is the name that {1} is made of.': '{0} — имя, из которого составлено {1}.',
    'If it is that of several, correct the mentions in single documents.':
      'Если так зовут нескольких, исправьте упоминания в отдельных документах.',
    'docs/entities.md describes what can be decided.': 'Что можно решить, описано в docs/entities.md.',
    'An archive has at most {0} decisions.': 'В архиве не больше {0} решений.',
    'Take back some of them.': 'Отмените некоторые из них.',
    '{0} is a part of {1} already.': '{0} уже входит в {1}.',
    'Take that decision back first.': 'Сначала отмените то решение.',
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
    'An archive has pins for at most {0} queries.': 'В архиве закрепления не больше чем для {0} запросов.',
    'A query with pins has at most {0} characters.':
      'В запросе с закреплёнными статьями не больше {0} знаков.',
    '{0} is no query of plain words.': '{0} — не запрос из обычных слов.',
    'Give words without operators, phrases and filters.': 'Укажите слова без операторов, фраз и фильтров.',
    'Nothing is pinned and nothing is hidden.': 'Ничего не закреплено и ничего не скрыто.',
    'Write it like {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.':
      'Запишите так: {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.',
    'A query has at most {0} pinned and {1} hidden articles.':
      'Для запроса можно закрепить не больше {0} статей и скрыть не больше {1}.',
    '{0} is pinned and hidden.': 'Статья {0} и закреплена, и скрыта.',
    'Take it out of one of the lists.': 'Уберите её из одного из списков.',
    'There are no pins {0}.': 'Нет закрепления {0}.',
    'Take ids from /api/pins.': 'Берите идентификаторы из /api/pins.',
    'The gazetteer cannot have this: {0}.': 'Список имён этого не принимает: {0}.',
    'Correct it; docs/entities.md says what an entity has.':
      'Исправьте запись; что в ней бывает, сказано в docs/entities.md.',
    "There is no entity {0} of this archive's own.": 'Среди добавленных в этот архив нет {0}.',
    'Take ids from /api/own-entities.': 'Берите идентификаторы из /api/own-entities.',
    'Send {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.':
      'Отправьте {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.',
    '{0} was not taken down.': 'Статью {0} не снимали с публикации.',
    'Take ids from /api/takedowns.': 'Берите идентификаторы из /api/takedowns.',
    'Send {"id": "ID", "reason": "…"} with a reason of at most {0} characters.':
      'Отправьте {"id": "ID", "reason": "…"}, причина — не больше {0} знаков.',
    'LISAN_ENTITIES is not set, so there is no file for your own entities.':
      'LISAN_ENTITIES не задана, поэтому файла для своих имён нет.',
    'Create an empty file and set LISAN_ENTITIES to it.':
      'Создайте пустой файл и укажите его в LISAN_ENTITIES.',
    'Send {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} with at most {0} queries.':
      'Отправьте {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]}, не больше {0} запросов.',
    '{0} cannot be a synonym.': '{0} не может быть синонимом.',
    'Give one to {0} words of at most {1} characters, without punctuation between them.':
      'Укажите от одного до {0} слов, не больше {1} знаков, без знаков препинания между ними.',
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
