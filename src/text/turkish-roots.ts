/**
 * Turkish roots that rules alone get wrong: short ones, which may be left alone by the stemmer although they have
 * fewer than four letters, and longer ones that end like an ending. Common vocabulary of news, from general knowledge
 * of the language; as people write them, folded at load.
 */

const NOUNS = `ad af ağ ak alt an ana ara art ay aş aşk at av az bağ bal baş bel ben biz boy bin can cam cep ceza çağ çap çay çok çöp dağ dal
  dar diş dil din dip dış don dost dört düz düş ek el en er et ev fil fon gaz geç genç göç göl göz güç gül gün gür güz hak hal ham han hat
  hava hız iç ikiz il ilk ip iş iz kale kan kar kat kaş kaz kent kış kız kil kir kol kor kök köy kul kum kup kurt kurul kuş kül kür kürt lig
  mal mart mum naz not on ok ol oy ön öz pay pul ray renk rol rum ruh sağ saç sav ses set sıra sır sol son söz spor su suç süt süs şah şan şey
  tam tan tarz taş tat tek tel ten tez tip top toz tur tür türk tuz tuş uç un uç us uz üç üs üst var yan yaş yaz yaş yer yıl yol yön yurt yük yüz
  zam zar zor zırh alan aday adım ağaç ağır akım akış alım altı araç asıl askı askeri ateş ayak aylık banka barış basın basit batı bölge bomba
  borç burs bütçe cadde cumhuriyet çaba çatışma çevre çözüm dava daire dede dere devlet deniz deprem mevzuat dergi ders doğa doğu doktor dolar durum dünya
  düşman düzen eğitim ekonomi elçi emekli enerji erkek eser eski etki eylem faiz fiyat fabrika gelir gemi genel gezi gıda gece gerçek görev gazete
  güney güneş güven haber hafta halk hareket hasta hastane hava hayat hedef hizmet hukuk hükümet içki ihale ilişki imza insan istanbul işçi
  işlem iyi ithalat kadın kale kanal kanun kapı kara kararname karar kardeş kare kaza kanser kaynak kedi kenar kilise kimlik kitap konu konut
  koruma kredi kriz kuzey kural kurum kutu kültür lider liman lise maden madde mahalle mahkeme makine mali masa mayıs meclis medya memur millet
  mesaj meslek milyar milyon model mücadele müdür müze müzik neden nehir nesne nüfus oda okul olay oran ordu orman orta zorunlu ortak otel oyun öğrenci öğretmen
  önem önlem örgüt özel özgür para park parti pazar petrol polis proje protesto radyo rakam rapor resmi roman saat sahil sanat sanayi savaş savcı
  sayı seçim sefer seviye sektör sendika sene sivil sistem siyaset soru sorun sokak su sultan süre şehir şirket tablo tarih tarım tasarı taraf
  teknik tehlike telefon tepki terör ticaret toplum toprak tören turizm uçak uzman uzay ülke ünlü üretim ürün vali vatan vergi yabancı yakın yaka
  yapı yarı yasa yazar yeni yetki yönetim yüksek zaman zarar zengin adalet altın ağustos anne baba abla amca teyze bakan başkan aydın bayan tavan
  duman duvar düzey eylül ekim kasım nisan haziran temmuz şubat ocak aralık ramazan kurban sabah akşam gündem gündüz bugün yarın dün lira euro
  teklif türkiye suriye rusya almanya fransa italya ispanya yunanistan bulgaristan ermenistan azerbaycan gürcistan ukrayna mısır lübnan irak iran
  israil filistin katar kuveyt libya tunus cezayir fas sudan somali hindistan pakistan afganistan çin japonya kore amerika avrupa asya afrika ankara
  izmir adana antalya bursa konya kayseri trabzon samsun mersin diyarbakır gaziantep hatay astana moskova kahire beyrut bağdat şam tahran atina roma
  paris londra berlin brüksel cenevre viyana erdoğan fidan putin lavrov hamas galatasaray fenerbahçe beşiktaş luther martin kur'an islam
  süper madeni kimya fizik felsefe edebiyat astronomi matematik coğrafya tıp bilim bilgi bilgin eczane ecza kilometre metre derece dakika saniye
  osmanlı selçuklu arap kürt yahudi hristiyan müslüman padişah sultan halife imparator kral kraliçe prens general paşa`;

const VERBS = `aç ağla al an anla ara art as aş at ayır ayrıl bak bas başla başar bekle belirt belirle ben bil bin bırak bit boz böl bul
  büyü çal çalış çek çevir çık çiz çöz de değiş değer dene din dinle diz dol doğ dön döv dur duy düş düşün düzenle ek ekle et eğ ez geç gel
  gerek getir gez gid git gir giy gör görüş göster göç gül güven hazırla iç ile imzala in incele işle iste it izle kaç kal kaldır kalk kapa
  kapat kar kat katıl kaz kazan kes keş keşfet kıl kır kız kon konuş kork koru koş kov koy kur kurtar kullan kuş öde öğren öl öldür ölç öner öp
  ör ört ov oku ol on oy oyna otur oluş planla rastla sağla sal san sat say seç sev sık sil sor sök söyle sun sür tanı tak taşı tat tart tut
  tüket uç uğra uyar uy uyu uygula uza üret ver var vur yak yakala yap yaşa yat yaz ye yen yenil yet yık yır yiy yok yor yorum yut yüksel yürü yüz yayınla yayımla`;

export const ROOT_WORDS: readonly string[] = `${NOUNS} ${VERBS}`.split(/\s+/);

/** Roots that lose their last vowel before an ending that begins with one (Göksel & Kerslake 2005, 2.3). */
export const SHORTENED: readonly (readonly [form: string, root: string])[] =
  `ağz ağız|oğl oğul|şehr şehir|ism isim|nehr nehir|resm resim|burn burun
  |akl akıl|fikr fikir|boyn boyun|karn karın|aln alın|göğs göğüs|beyn beyin|vakt vakit|hükm hüküm|nesl nesil|metn metin|izn izin|cism cisim
  |kısm kısım|şekl şekil|seyr seyir|zehr zehir|asl asıl|nakl nakil|keşf keşif|ömr ömür|emr emir|özr özür|nabz nabız|sabr sabır|zulm zulüm
  |filmi film|hacm hacim|cürm cürüm|kayb kayıp|kabr kabir|devr devir|sınf sınıf|tavr tavır|zihn zihin|nutk nutuk|aks akis|naks nakis|gönl gönül`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]);
