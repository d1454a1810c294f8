/** The texts of errors in Turkish. */
import type { ErrorTexts } from './english.ts';

export const TURKISH: ErrorTexts = {
  texts: {
    'Such alerts are not offered here.': 'Burada bu tür bildirimler sunulmuyor.',
    'Follow the search in a feed reader. docs/alerts.md says which settings alerts need.':
      'Aramayı bir RSS okuyucuda takip edin. Bildirimler için gereken ayarlar docs/alerts.md dosyasındadır.',
    'This is not an address of mail.': 'Bu bir e-posta adresi değil.',
    'Give one plain address like name@news.example.': 'name@news.example gibi tek ve yalın bir adres yazın.',
    'This cannot be the address of a webhook.': 'Bu bir webhook adresi olamaz.',
    'Give an http or https URL on the public internet, without user and password.':
      'Herkese açık internette, kullanıcı adı ve parolasız bir http veya https adresi yazın.',
    'There are as many alerts as are allowed.': 'İzin verilen en çok bildirim sayısına ulaşıldı.',
    'Remove one first.': 'Önce birini silin.',
    'No more mails that ask for confirmation can be sent now.': 'Şu anda başka onay iletisi gönderilemiyor.',
    'Confirm those that were sent, or try again tomorrow.':
      'Gönderilenleri onaylayın veya yarın yeniden deneyin.',
    'The mail that asks for confirmation could not be sent.': 'Onay iletisi gönderilemedi.',
    'Check the address, or try again later.': 'Adresi denetleyin veya daha sonra yeniden deneyin.',
    'There is no alert {0}.': '{0} adlı bildirim yok.',
    'Take ids from /api/alerts.': 'Kimlikleri /api/alerts adresinden alın.',
    'The test did not arrive: {0}.': 'Deneme iletisi ulaşmadı: {0}.',
    'Check the address of the alert.': 'Bildirimin adresini denetleyin.',
    'The alert is not confirmed.': 'Bildirim onaylanmamış.',
    'Open the link in the mail that asks for it.': 'Onay iletisindeki bağlantıyı açın.',
    'Send {"channel": "mail", "target": "name@news.example", "search": "q=…"}.':
      '{"channel": "mail", "target": "name@news.example", "search": "q=…"} gönderin.',
    'This endpoint requires an API key.': 'Bu adres bir erişim anahtarı gerektirir.',
    'Unknown API key.': 'Erişim anahtarı tanınmıyor.',
    'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.':
      'LISAN_API_KEYS içindeki bir anahtarla "Authorization: Bearer KEY" başlığını gönderin.',
    'A key in an address must have the scope search and no other.':
      'Adreste yazılan anahtarın yalnızca search yetkisi olmalıdır.',
    'Add a key to LISAN_API_KEYS that has only the scope search.':
      "LISAN_API_KEYS'e yalnızca search yetkisi olan bir anahtar ekleyin.",
    'The API key does not have the scope {0}.': 'Erişim anahtarının {0} yetkisi yok.',
    'Use a key that has the scope {0}.': '{0} yetkisi olan bir anahtar kullanın.',
    'This address requires a key with the scope {0}, and the service has none.':
      'Bu adres {0} yetkili bir anahtar gerektirir; hizmette böyle bir anahtar yok.',
    'Start the service with one, for example {0}.': 'Hizmeti böyle bir anahtarla başlatın, örneğin {0}.',
    'The service does not answer under the name {0}.': 'Hizmet {0} adıyla yanıt vermez.',
    'Add the name to LISAN_HOSTNAMES.': "Adı LISAN_HOSTNAMES'e ekleyin.",
    'A page of {0} must not send {1} to this service.':
      '{0} kaynağının bir sayfası bu hizmete {1} gönderemez.',
    'Add its origin to LISAN_ORIGINS.': "Kaynağını LISAN_ORIGINS'e ekleyin.",
    'The body must be application/json, not {0}.': 'Gövde application/json olmalıdır, {0} değil.',
    'Send Content-Type: application/json.': 'Content-Type: application/json gönderin.',
    'More than {0} requests within a minute.': 'Bir dakikada {0} istekten fazlası gönderildi.',
    'Try again after Retry-After, or raise LISAN_RATE_LIMIT.':
      "Retry-After süresinden sonra yeniden deneyin ya da LISAN_RATE_LIMIT'i yükseltin.",
    'The request is invalid: {0}.': 'İstek geçersiz: {0}.',
    'Correct the request.': 'İsteği düzeltin.',
    'Something went wrong inside lisan.': 'lisan içinde bir hata oluştu.',
    'Try again. If it happens again, find X-Request-Id in the log.':
      'Yeniden deneyin. Tekrarlanırsa günlükte X-Request-Id değerini arayın.',
    'There is nothing at {0}.': '{0} adresinde bir şey yok.',
    '/docs lists the endpoints of the API.': "/docs, API'nin adreslerini listeler.",
    '{0} does not support {1}.': '{0}, {1} yöntemini desteklemez.',
    'The search page has not been built; the API works without it.':
      'Arama sayfası oluşturulmamış; API onsuz da çalışır.',
    'Run `npm ci && npm run build:page` once; `npm start` builds it as well.':
      'Bir kez `npm ci && npm run build:page` çalıştırın; `npm start` da oluşturur.',
    'Reading took longer than {0} s and was stopped.': 'Okuma {0} saniyeden uzun sürdü ve durduruldu.',
    'Narrow the request. The log says what was read.': 'İsteği daraltın. Neyin okunduğu günlükte yazar.',
    'The thread that worked on this request has ended.': 'Bu isteği işleyen iş parçacığı sona erdi.',
    'Send the request again; another thread takes its place. The log says why it ended.':
      'İsteği yeniden gönderin; yerini başka bir iş parçacığı alır. Nedeni günlükte yazar.',
    'The answer has more than {0} MiB.': "Yanıt {0} MiB'den büyük.",
    'Ask for fewer documents, or for fewer of their attributes.':
      'Daha az belge ya da belgelerin daha az özelliğini isteyin.',
    'The service is starting: no reader thread is ready yet.':
      'Hizmet başlıyor: henüz hazır bir okuma iş parçacığı yok.',
    'The service is at capacity: {0} requests are being answered and {1} wait.':
      'Hizmet doluluk sınırında: {0} istek yanıtlanıyor, {1} istek bekliyor.',
    'Try again after Retry-After; LISAN_READERS and LISAN_WAITING set the capacity.':
      'Retry-After süresinden sonra yeniden deneyin; kapasiteyi LISAN_READERS ve LISAN_WAITING belirler.',
    'The service is at capacity: {0} writes wait.': 'Hizmet doluluk sınırında: {0} yazma bekliyor.',
    'Send the request again after Retry-After.': 'İsteği Retry-After süresinden sonra yeniden gönderin.',
    'The service is at capacity: {0} exports are under way.':
      'Hizmet doluluk sınırında: {0} dışa aktarma sürüyor.',
    'Try again after Retry-After.': 'Retry-After süresinden sonra yeniden deneyin.',
    'The state of the index is not known yet.': 'Dizinin durumu henüz bilinmiyor.',
    'Ask again after Retry-After.': 'Retry-After süresinden sonra yeniden sorun.',
    'None of the documents can be read; the first one: {0}.': 'Belgelerin hiçbiri okunamadı; ilki: {0}.',
    'Give each document a title or a body, as text.':
      'Her belgeye metin olarak bir başlık ya da gövde verin.',
    'The request body is invalid: {0}.': 'İstek gövdesi geçersiz: {0}.',
    'Send {"documents": [{"title": "…", "body": "…"}]} with at most {0} documents.':
      'En çok {0} belgeyle {"documents": [{"title": "…", "body": "…"}]} gönderin.',
    'There is no entity {0}.': '{0} diye bir varlık yok.',
    'Find its id with /api/entities?q=NAME.': 'Kimliğini /api/entities?q=AD ile bulun.',
    'There is no version {0} of document {1} to compare.':
      '{1} belgesinin karşılaştırılacak {0} numaralı bir sürümü yok.',
    'Take one from the list of its versions; the one to compare with must be earlier.':
      'Sürüm listesinden birini seçin; karşılaştırılan sürüm daha eski olmalıdır.',
    'There is no document {0}.': '{0} diye bir belge yok.',
    'Take ids from the hits of a search.': 'Kimlikleri bir aramanın sonuçlarından alın.',
    'The stored text of document {0} is damaged.': '{0} belgesinin saklanan metni hasarlı.',
    'The query has {0} words; at most {1} are allowed.':
      'Sorguda {0} sözcük var; en çok {1} sözcüğe izin verilir.',
    'Leave out the words that matter least.': 'En önemsiz sözcükleri çıkarın.',
    'The cursor is none that an answer had.': 'Bu cursor hiçbir yanıtta verilmedi.',
    'The cursor belongs to another search.': 'Bu cursor başka bir aramaya ait.',
    'Send the cursor of the last answer with the same search, or begin again with cursor=*.':
      'Son yanıttaki cursor değerini aynı aramayla gönderin ya da cursor=* ile yeniden başlayın.',
    'The hits that this cursor pages through are not kept any more.':
      'Bu cursor ile sayfalanan sonuçlar artık saklanmıyor.',
    'Begin again with cursor=*. A list is kept for 10 minutes after its last page was read.':
      'cursor=* ile yeniden başlayın. Liste, son sayfası okunduktan sonra 10 dakika saklanır.',
    'There is no parameter {0}.': '{0} diye bir parametre yok.',
    'Use no parameters.': 'Parametre kullanmayın.',
    '{0} is given {1} times.': '{0} {1} kez verilmiş.',
    'Give {0} once.': '{0} değerini bir kez verin.',
    '{0} must be one of {1}.': '{0} şunlardan biri olmalıdır: {1}.',
    '{0} must be a whole number between 0 and {1}.': '{0}, 0 ile {1} arasında bir tam sayı olmalıdır.',
    '{0} must be a number from 0 to 1.': '{0}, 0 ile 1 arasında bir sayı olmalıdır.',
    'This service cannot search by meaning: it has no embedder.':
      'Bu hizmet anlama göre arayamaz: gömme modeli yok.',
    'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).':
      '`hybrid` parametresini çıkarın ya da LISAN_EMBEDDER ayarını yapın (docs/meaning.md).',
    '{0} must be a date like 2023-10-31.': '{0}, 2023-10-31 gibi bir tarih olmalıdır.',
    '{0} must have at most {1} values.': '{0} en çok {1} değer alabilir.',
    '{0} must have at most {1} characters.': '{0} en çok {1} karakter olabilir.',
    '{0} is invalid: {1}.': '{0} geçersiz: {1}.',
    'Correct {0}; /docs lists the values of each parameter.':
      '{0} değerini düzeltin; her parametrenin değerleri /docs sayfasındadır.',
    'The index of the engine {0} is not built yet.': '{0} motorunun dizini henüz oluşturulmadı.',
    'The index of the engine {0} cannot be used and is being rebuilt from the archive.':
      '{0} motorunun dizini kullanılamıyor ve arşivden yeniden oluşturuluyor.',
    'A running service rebuilds it: retry in a few seconds. Without a service, run `lisan reindex`.':
      'Çalışan hizmet onu yeniden oluşturur: birkaç saniye sonra deneyin. Hizmet yoksa `lisan reindex` çalıştırın.',
    'The list of queries cannot be read: {0}.': 'Sorgu listesi okunamadı: {0}.',
    'Write one query a line, or a table (CSV) with the queries in the first column or in one called query.':
      'Her satıra bir sorgu ya da sorguların ilk sütunda veya query adlı sütunda olduğu bir tablo (CSV) yazın.',
    'Send {"queries": ["…", "…"]}, or one query a line as text/plain, with at most {0} queries.':
      'En çok {0} sorguyla {"queries": ["…", "…"]} ya da text/plain olarak her satıra bir sorgu gönderin.',
    'There is no decision {0}.': '{0} diye bir karar yok.',
    'Take ids from `lisan entities decisions` or /api/entity-decisions.':
      'Kimlikleri `lisan entities decisions` komutundan ya da /api/entity-decisions adresinden alın.',
    'Send {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} with at most {0} decisions.':
      'En çok {0} kararla {"decisions": [{"kind": "merge", "into": "…", "from": "…"}]} gönderin.',
    '{0} is one entity.': '{0} zaten tek varlık.',
    '{0} is in the gazetteer and {1} is not.': '{0} varlık listesinde var, {1} yok.',
    'Merge it the other way round: {0} stays.': 'Tersine birleştirin: {0} kalır.',
    'A correction needs `entity`, `name` or both.': 'Düzeltme için `entity`, `name` ya da ikisi gerekir.',
    'The correction changes nothing: it is {0} already.': 'Düzeltme bir şey değiştirmiyor: zaten {0}.',
    '{0} is an event; only people, places and organisations can be split.':
      '{0} bir olay; yalnızca kişiler, yerler ve kuruluşlar ayrılabilir.',
    '{0} is the name that {1} is made of.': '{0}, {1} kimliğinin oluşturulduğu addır.',
    'If it is that of several, correct the mentions in single documents.':
      'Birden çok kişinin adıysa geçtiği yerleri tek tek belgelerde düzeltin.',
    'docs/entities.md describes what can be decided.':
      'Nelere karar verilebileceği docs/entities.md dosyasında.',
    'An archive has at most {0} decisions.': 'Bir arşivde en çok {0} karar olur.',
    'Take back some of them.': 'Bazılarını geri alın.',
    '{0} is a part of {1} already.': '{0} zaten {1} varlığının parçası.',
    'Take that decision back first.': 'Önce o kararı geri alın.',
    'There is no synonym {0}.': '{0} diye bir eş anlamlı yok.',
    'Take ids from /api/synonyms.': 'Kimlikleri /api/synonyms adresinden alın.',
    'Send {"synonyms": [{"words": ["…", "…"]}]} with at most {0} synonyms.':
      'En çok {0} eş anlamlıyla {"synonyms": [{"words": ["…", "…"]}]} gönderin.',
    'A synonym needs two words, or a word on each side of the arrow.':
      'Bir eş anlamlı iki sözcük ya da okun iki yanında birer sözcük ister.',
    'A synonym has at most {0} words.': 'Bir eş anlamlıda en çok {0} sözcük olur.',
    'Make several of it.': 'Birkaç parçaya bölün.',
    'An archive has at most {0} synonyms.': 'Bir arşivde en çok {0} eş anlamlı olur.',
    'Remove some of them.': 'Bazılarını silin.',
    'An archive has pins for at most {0} queries.': 'Bir arşivde en çok {0} sorgu için sabitleme olur.',
    'A query with pins has at most {0} characters.': 'Haber sabitlenen bir sorgu en çok {0} karakter olur.',
    '{0} is no query of plain words.': '{0} yalın sözcüklerden oluşan bir sorgu değil.',
    'Give words without operators, phrases and filters.':
      'Sözcükleri işleç, öbek ve filtre kullanmadan yazın.',
    'Nothing is pinned and nothing is hidden.': 'Sabitlenen ya da gizlenen bir haber yok.',
    'Write it like {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.':
      'Şöyle yazın: {"query": "merkez bankası", "pinned": ["ID"], "hidden": ["ID"]}.',
    'A query has at most {0} pinned and {1} hidden articles.':
      'Bir sorgu için en çok {0} haber sabitlenir, {1} haber gizlenir.',
    '{0} is pinned and hidden.': '{0} hem sabitlenmiş hem gizlenmiş.',
    'Take it out of one of the lists.': 'Listelerin birinden çıkarın.',
    'There are no pins {0}.': '{0} diye bir sabitleme yok.',
    'Take ids from /api/pins.': 'Kimlikleri /api/pins adresinden alın.',
    'The gazetteer cannot have this: {0}.': 'Ad listesi bunu kabul etmiyor: {0}.',
    'Correct it; docs/entities.md says what an entity has.':
      'Düzeltin; bir kayıtta neler olduğu docs/entities.md dosyasında.',
    "There is no entity {0} of this archive's own.": 'Bu arşivin eklediği adlar arasında {0} yok.',
    'Take ids from /api/own-entities.': 'Kimlikleri /api/own-entities adresinden alın.',
    'Send {"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]}.':
      '{"entities": [{"id": "person-…", "type": "person", "names": {"en": ["…"]}}]} gönderin.',
    '{0} was not taken down.': '{0} yayından kaldırılmamış.',
    'Take ids from /api/takedowns.': 'Kimlikleri /api/takedowns adresinden alın.',
    'Send {"id": "ID", "reason": "…"} with a reason of at most {0} characters.':
      'En çok {0} karakterlik bir gerekçeyle {"id": "ID", "reason": "…"} gönderin.',
    'LISAN_ENTITIES is not set, so there is no file for your own entities.':
      'LISAN_ENTITIES ayarlanmamış; kendi adlarınız için bir dosya yok.',
    'Create an empty file and set LISAN_ENTITIES to it.':
      'Boş bir dosya oluşturup LISAN_ENTITIES ayarına yazın.',
    'Send {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} with at most {0} queries.':
      'En çok {0} sorguyla {"pins": [{"query": "…", "pinned": ["ID"], "hidden": ["ID"]}]} gönderin.',
    '{0} cannot be a synonym.': '{0} eş anlamlı olamaz.',
    'Give one to {0} words of at most {1} characters, without punctuation between them.':
      'En çok {1} karakterlik, aralarında noktalama olmayan bir ile {0} arası sözcük verin.',
    '{0} is no language.': '{0} bir dil değil.',
    'Use one of {0}, or none.': 'Şunlardan birini kullanın ya da hiçbirini: {0}.',
    'Use {0}.': 'Şunları kullanın: {0}.',
  },
  others: {
    engine: 'Arama motoru kullanılamıyor: {0}',
    index: 'Dizin kullanılamıyor: {0}',
    archive: 'Arşiv kullanılamıyor: {0}',
    other: 'İstek yerine getirilemedi: {0}',
    remedy: 'Hizmeti çalıştıranlar için: {0}',
  },
};
