/** Turkish words beside names and within them that say what the name is of. */
import type { NameCues } from '../../name-cues.ts';

export const nameCues: NameCues = {
  person: `yazar şair oyuncu yönetmen şarkıcı müzisyen besteci ressam heykeltıraş futbolcu basketbolcu voleybolcu güreşçi atlet
    yüzücü sporcu antrenör teknik direktör hakem kaleci kaptan filozof bilgin fizikçi kimyager matematikçi biyolog tarihçi
    gazeteci sunucu spiker senarist yapımcı mimar mühendis doktor profesör öğretmen avukat savcı hâkim hakim siyasetçi
    politikacı diplomat asker general amiral albay binbaşı yüzbaşı komutan lider başkan cumhurbaşkanı başbakan bakan vali
    kaymakam belediye milletvekili senatör danışman sözcü büyükelçi kral kraliçe prens prenses imparator imparatoriçe padişah
    sultan halife vezir sadrazam paşa bey hanım efendi şeyh hoca imam papa piskopos patrik aziz rapçi dansçı komedyen model
    manken gitarist davulcu basçı vokalist piyanist astronot kaşif gezgin işadamı sanatçı aktör aktris düşünür akademisyen
    iktisatçı ekonomist sosyolog psikolog arkeolog karikatürist tiyatrocu sinemacı pilot hemşire çizer besteci ozan âşık
    lord sir kont dük baron dr prof doç av op uzm sayın bay bayan`,
  kin: 'oğlu kızı eşi karısı kocası babası annesi kardeşi ağabeyi ablası amcası dayısı torunu damadı yeğeni dedesi',
  said: `dedi söyledi belirtti açıkladı konuştu anlattı vurguladı kaydetti ifade yazdı doğdu öldü evlendi oynadı canlandırdı
    seslendirdi yönetti tarafından atandı seçildi`,
  place: `şehir kent il ilçe köy kasaba mahalle semt bölge eyalet ülke ada yarımada takımada kıta nehir ırmak çay dere göl deniz
    okyanus körfez boğaz dağ tepe ova vadi çöl orman plato yayla sahil kıyı koy liman havza geçit kanal şelale krater
    cumhuriyet krallık imparatorluk devlet beylik sancak vilayet kanton kontluk belde bucak ilçesi merkez başkent cadde sokak
    meydan park köprü saray kale kule cami kilise manastır müze otel stadyum havalimanı havaalanı istasyon gar köyü sıradağ
    takımyıldız gezegen yıldız galaksi asteroit`,
  direction:
    'kuzey güney doğu batı kuzeydoğu kuzeybatı güneydoğu güneybatı orta iç aşağı yukarı doğusu batısı kuzeyi güneyi',
  organisation: `üniversite fakülte enstitü lise okul akademi kolej parti örgüt birlik dernek vakıf sendika konfederasyon federasyon
    komite komisyon konsey kurul kurum kuruluş ajans bakanlık müdürlük başkanlık meclis parlamento senato mahkeme banka
    şirket holding grup kulüp takım spor gazete dergi televizyon kanal radyo yayınevi hastane ordu tugay tümen kolordu
    donanma emniyet jandarma polis cephe hareket ittifak topluluk orkestra koro kumpanya tiyatro stüdyo fabrika havayolları
    aş ltd fc fk sk gk bk jk united city inc corp company records tv kumandanlık komutanlık ocak tarikat`,
  work: `film dizi albüm şarkı roman kitap oyun tekli single şiir hikaye öykü opera senfoni tablo heykel program belgesel destan
    ansiklopedi makale yazılım dil model uçak otomobil gemi silah füze sınıf tür cins element mineral kanun yasa anlaşma
    antlaşma bildiri teori kuram ödül madalya nişan unvan`,
  event: `savaş muharebe kuşatma darbe devrim isyan ayaklanma kupa lig şampiyona turnuva olimpiyat festival konferans kongre
    zirve seçim deprem bayram yarışma fuar sefer`,
  nationality: `Türk Alman Fransız İngiliz Amerikan Amerikalı Rus İtalyan İspanyol Yunan Ermeni Kürt Arap Fars İranlı Japon Çinli
    Koreli Hint Hindistanlı Pakistanlı Azeri Azerbaycanlı Kazak Özbek Kırgız Türkmen Tatar Bulgar Rumen Sırp Hırvat Boşnak
    Arnavut Macar Leh Polonyalı Çek Slovak Avusturyalı İsviçreli Belçikalı Hollandalı Danimarkalı İsveçli Norveçli Finlandiyalı
    Portekizli Brezilyalı Arjantinli Meksikalı Kanadalı Avustralyalı İskoç İrlandalı Galli Mısırlı Suriyeli Iraklı Lübnanlı
    Filistinli İsrailli Yahudi Gürcü Ukraynalı Romalı Bizanslı Osmanlı Avrupalı Müslüman Hristiyan Hıristiyan Latin Moğol`,
  language:
    'Türkçe İngilizce Almanca Fransızca Arapça Farsça Rusça İtalyanca İspanyolca Latince Yunanca Japonca Çince Osmanlıca',
  inPlace: 'kentinde şehrinde ilinde ilçesinde köyünde yakınlarında civarında',
};
