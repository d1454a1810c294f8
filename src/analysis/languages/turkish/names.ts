/** Names of people and places in Turkish text. */
import type { NameRules } from '../../name-rules.ts';
import { nameEndings } from './name-endings.ts';

export const names: NameRules = {
  titles: {
    president: 'Cumhurbaşkanı Cumhurbaşkanımız Başkan Başkanı Devlet',
    premier: 'Başbakan Başbakanı',
    minister: 'Bakan Bakanı Bakanımız',
    monarch: 'Kral Kralı Emir Emiri Prens Prensi Şeyh Veliaht Sultan Sultanı',
    envoy: 'Temsilci Temsilcisi Büyükelçi Büyükelçisi Elçi Elçisi',
    speaker: 'Sözcü Sözcüsü',
    commander: 'General Komutan Komutanı Mareşal Korgeneral Orgeneral',
    leader: 'Lider Lideri Sekreter Sekreteri Genel Sayın Direktörü Yüksek',
  },
  offices:
    'Yardımcısı Milletvekili Yönetmeni Müdürü Üyesi Vekili Danışmanı Valisi Rektörü Başhekimi Hastanesi Kulübü',
  particles: 'el al eş as es aş ash ed ad ez az er ar en an et at bin ben',
  fatherWords: 'bin',
  notFamilyNames: 'bin',
  endings: nameEndings,
  inhabitant: {
    after: /^(?:['’ʼ][lL][ıiuüİIUÜ](?!\p{L}*[kğKĞ])| l[ıiuü](?:l[ae]r)?(?!\p{L}))/u,
    ending: /l[ıiuü]$/,
  },
  located: {
    after: /^['’ʼ]?[dt][ae](?:n|ki)?(?!\p{L})/u,
    nouns: 'şehri kenti limanı ili ilinde valisi valiliği belediyesi sokakları havalimanı hükümeti yönetimi',
  },
  sport: {
    topic: `maç maçı maçın maçta maçında maçını gol golü goller golle lig ligi ligde derbi derbiyi hakem penaltı futbol forvet kaleci puan galibiyet mağlubiyet kupa`,
    beats: `yendi yenildi yenen yenerek mağlup berabere galip eledi elendi`,
    results: `kazandı kaybetti galibiyet mağlubiyet bitti`,
    ofClub: `maçı deplasman forvet kaleci stoper taraftar`,
  },
  namedAfter: {
    after: `Üniversite Kupa Lig Festival Kongre Takım Belediye Şampiyon Federasyon Enstitü Olimpiyat Grand Millî Milli Mitoloji
      Bundesliga Gazete Antlaşma Anlaşma Konvansiyon Sözleşme Bienal Havayolları Spor Kulüb`,
    wholeAfter: 'Açık',
    afterInSmallLetters: true,
    before: 'Borussia Werder Volley',
    rightAfter: 'Sokak Sokağ Cadde Bulvar Mahalle FC CF',
    afterPerson: 'Havaliman Havaalan Baraj Bulvar Cadde Stad Köprü Vakf Park Lise',
    club: /.spor(?:[a-z]{1,4})?$/,
  },
  askedOffice: {
    besideYear: 'yılı yılında yılındaki yılının yıl senesi senesinde yılda',
    former: 'eski önceki',
    present: 'şimdiki mevcut bugünkü',
  },
};
