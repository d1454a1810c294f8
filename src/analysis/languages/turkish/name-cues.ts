/** Turkish words beside names and within them that say what the name is of. */
import type { NameCues } from '../../name-cues.ts';

export const nameCues: NameCues = {
  person: `yazar şair oyuncu yönetmen şarkıcı müzisyen besteci ressam heykeltıraş futbolcu basketbolcu voleybolcu
    güreşçi atlet yüzücü sporcu antrenör teknik direktör hakem kaleci kaptan filozof bilgin fizikçi kimyager
    matematikçi biyolog tarihçi gazeteci sunucu spiker senarist yapımcı mimar mühendis doktor profesör öğretmen avukat
    savcı hâkim hakim siyasetçi politikacı diplomat asker general amiral albay binbaşı yüzbaşı komutan lider başkan
    cumhurbaşkanı başbakan bakan vali kaymakam milletvekili senatör danışman sözcü büyükelçi kral kraliçe prens
    prenses imparator imparatoriçe padişah sultan halife vezir sadrazam paşa bey hanım efendi şeyh hoca imam papa
    piskopos patrik aziz rapçi dansçı komedyen model manken gitarist davulcu basçı vokalist piyanist astronot kaşif
    gezgin işadamı sanatçı aktör aktris düşünür akademisyen iktisatçı ekonomist sosyolog psikolog arkeolog
    karikatürist tiyatrocu sinemacı pilot hemşire çizer besteci ozan âşık lord sir kont dük baron dr prof doç av op
    uzm sayın bay bayan tenisçi boksör kayakçı yarışçı sürücü halterci okçu judocu satranççı subay er çavuş üsteğmen
    teğmen mareşal kadı rahip keşiş havari peygamber tanrı tanrıça hükümdar kağan hakan çar çariçe kayzer düşes markiz
    vikont voyvoda nazır hatun bacı dede karakter kahraman sevgili arkadaş çırak usta vekil temsilci müsteşar müfettiş
    kâtip rektör dekan müdür patron ceo kurucu girişimci tüccar bankacı korsan haydut katil casus dedektif komiser
    şerif genetikçi jeolog botanikçi zoolog astronom hekim cerrah eczacı vaiz fotoğrafçı modacı koreograf balerin
    soprano tenor bariton kemancı saksofoncu tanburi hanende bestekâr hattat minyatürcü seramikçi yorumcu youtuber
    yayıncı editör çevirmen eleştirmen denemeci romancı hikâyeci masalcı emir melik naip veliaht kaptanıderya serasker
    yeniçeri reis efe zeybek gerilla militan eylemci aktivist`,
  kin: 'oğlu kızı eşi karısı kocası babası annesi kardeşi ağabeyi ablası amcası dayısı torunu damadı yeğeni dedesi',
  said: `dedi söyledi belirtti açıkladı konuştu anlattı vurguladı kaydetti ifade yazdı doğdu öldü evlendi oynadı canlandırdı
    seslendirdi yönetti tarafından atandı seçildi`,
  place: `şehir kent il ilçe köy kasaba mahalle semt bölge eyalet ülke ada yarımada takımada kıta nehir ırmak çay dere
    göl deniz okyanus körfez boğaz dağ tepe ova vadi çöl orman plato yayla sahil kıyı koy liman havza geçit kanal
    şelale krater cumhuriyet krallık imparatorluk devlet beylik sancak vilayet kanton kontluk belde bucak ilçesi
    merkez başkent cadde sokak meydan park köprü saray kale kule cami kilise manastır müze otel stadyum havalimanı
    havaalanı istasyon gar köyü sıradağ takımyıldız gezegen yıldız galaksi asteroit baraj höyük harabe tapınak anıt
    mezarlık türbe hamam çarşı pazar kervansaray külliye katedral bazilika sinagog şato malikane köşk yalı konak bina
    gökdelen tünel viyadük otoyol karayolu bulvar iskele rıhtım arena emirlik sultanlık dükalık hanlık kağanlık
    prenslik banliyö mezra yöre departman komün oblast kray prefektörlük bulutsu gökada uydu burun mağara buzul
    yanardağ volkan bataklık lagün atol resif fiyort kaplıca sınır yerleşim yerleşke stat hisar sur sahra metropol
    yarımküre diyar hudut kavşak han`,
  direction:
    'kuzey güney doğu batı kuzeydoğu kuzeybatı güneydoğu güneybatı orta iç aşağı yukarı doğusu batısı kuzeyi güneyi',
  organisation: `üniversite fakülte enstitü lise okul akademi kolej parti örgüt birlik dernek vakıf sendika
    konfederasyon federasyon komite komisyon konsey kurul kurum kuruluş ajans bakanlık müdürlük başkanlık meclis
    parlamento senato mahkeme banka şirket holding grup kulüp takım spor gazete dergi televizyon kanal radyo yayınevi
    hastane ordu tugay tümen kolordu donanma emniyet jandarma polis cephe hareket ittifak topluluk orkestra koro
    kumpanya tiyatro stüdyo fabrika havayolları aş ltd fc fk sk gk bk jk united city inc corp company records tv
    kumandanlık komutanlık ocak tarikat belediye hükûmet hükümet kabine konsolosluk elçilik büyükelçilik patrikhane
    cemiyet loca kooperatif borsa sigorta inşaat firma marka üretici yayıncılık yayınları plakçılık plak prodüksiyon
    entertainment pictures studios games media bank motors airlines press tabur bölük alay filo müfreze lejyon
    konservatuvar mektep medrese yüksekokul müsteşarlık daire büro servis istihbarat sponsor sınıfı kütüphane arşiv
    dershane işletme tersane matbaa rafineri hanedan cunta`,
  work: `film dizi albüm şarkı roman kitap oyun tekli single şiir hikaye öykü opera senfoni tablo heykel program
    belgesel destan ansiklopedi makale yazılım dil model uçak otomobil gemi silah füze sınıf tür cins element mineral
    kanun yasa anlaşma antlaşma bildiri teori kuram ödül madalya nişan unvan bitki hayvan balık kuş böcek ağaç çiçek
    meyve sebze yemek çorba içki hastalık sendrom ilaç bileşik asit enzim protein hormon gen hücre molekül parçacık
    kristal teorem denklem algoritma protokol kavram terim sözcük kelime deyim akım makam dans tank tüfek tabanca
    motosiklet lokomotif helikopter mezhep din inanç kabile halk familya manga anime serisi parça türkü marş beste
    klip konser müzikal bale oratoryo konçerto sonat sürüm konsol işletim format standart dönem çağ ekol
    felsefe ideoloji doktrin ilke paradoks etki sabit birim ölçek indeks endeks sendromu efsane masal mit fıkra ayet
    hadis mezmur ilahi filmler serial bölüm sezon karikatür`,
  event: `savaş muharebe kuşatma darbe devrim isyan ayaklanma kupa lig şampiyona turnuva olimpiyat festival konferans
    kongre zirve seçim deprem bayram yarışma fuar sefer çarpışma harekât operasyon baskın katliam soykırım suikast
    kaza facia ateşkes görüşme anlaşmazlık kriz grev protesto maraton ralli grand prix derbi fetih kampanya tur
    turne expo sempozyum kurultay`,
  nationality: `Türk Alman Fransız İngiliz Amerikan Amerikalı Rus İtalyan İspanyol Yunan Ermeni Kürt Arap Fars İranlı Japon Çinli
    Koreli Hint Hindistanlı Pakistanlı Azeri Azerbaycanlı Kazak Özbek Kırgız Türkmen Tatar Bulgar Rumen Sırp Hırvat Boşnak
    Arnavut Macar Leh Polonyalı Çek Slovak Avusturyalı İsviçreli Belçikalı Hollandalı Danimarkalı İsveçli Norveçli Finlandiyalı
    Portekizli Brezilyalı Arjantinli Meksikalı Kanadalı Avustralyalı İskoç İrlandalı Galli Mısırlı Suriyeli Iraklı Lübnanlı
    Filistinli İsrailli Yahudi Gürcü Ukraynalı Romalı Bizanslı Osmanlı Avrupalı Müslüman Hristiyan Hıristiyan Latin Moğol`,
  language:
    'Türkçe İngilizce Almanca Fransızca Arapça Farsça Rusça İtalyanca İspanyolca Latince Yunanca Japonca Çince Osmanlıca',
  inPlace: 'kentinde şehrinde ilinde ilçesinde köyünde yakınlarında civarında',
  sport: `maç gol lig sezon deplasman transfer forma kadro forvet kaleci stoper taraftar derbi hakem penaltı futbol futbolcu basketbol
    basketbolcu voleybol hentbol şampiyonluk puan galibiyet mağlubiyet beraberlik antrenör averaj asist bonservis kiralık rakip
    çeyrek final takım kulüp kupa altyapı yedek golcü bek playoff`,
};
