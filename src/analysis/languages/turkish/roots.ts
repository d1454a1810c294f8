/**
 * Turkish roots that rules alone get wrong: short ones, which may be left alone by the stemmer although they have
 * fewer than four letters, and longer ones that end like an ending. Common vocabulary of news, from general knowledge
 * of the language; as people write them, folded at load.
 */

const NOUNS =
  words(`abartı abla abone acele acemi acı açı açık açıklık açlık ad adale adalet adam adana adap aday adaylık adem adet adım adıyaman
  adil adli af aferin afet afgan afganistan afiş afrika afrin afyon agresif ağ ağaç ağır ağırlık ağrı ağustos ahır ahlak ahlaki
  ahşap aile ailevi ait ajan ajans ak akademi akademik akademisyen akbaba akciğer akdeniz akıllı akım akın akış akraba akrep
  aksaray aksesuar akşam aktif aktör akü alaka alaman alan alarm alaturka albüm alçak alerji alet alev aleyh alfabe algı alıcı alım
  alışkanlık alışveriş alkış alkol alman almanya alt alternatif altı altın altyapı amaç amasya amatör ambalaj ambar ambargo
  ambulans amca ameliyat amerika amir ampul an ana anadolu anahtar analiz anarşi anayasa anı anıt ankara anket anlam anlaşmazlık
  anlayış anne anonim antalya antik antrenman antrenör apartman aptal ara araba aracı araç aralık arap araştırmacı arazi ardıç
  arena argüman arıza arjantin arka arkadaş arkadaşlık arkeoloji arma armağan arnavut arsa art artı artış artvin arzu asansör
  asfalt asgari asıl asit asker askeri askerlik askı aslan astana astronomi astsubay asya aş aşağı aşama aşı aşırı aşk aşkabat at
  atak atasözü ateş ateşkes atık atılım atina atlas atmosfer atölye av avantaj avcı aviv avlu avrupa avukat avustralya avusturya ay
  ayak ayakkabı ayar aydın aydınlık aygıt ayı aykırı aylık ayna ayrı ayrıca ayrılık ayrım ayrıntı az azami azerbaycan azeri azınlık
  azim baba baca bacak badem bagaj bağ bağdat bağımlı bağımlılık bağımsız bağımsızlık bağış bağlam bağlantı bağlı bahar bahçe bahis
  bahşiş bakan bakanlık bakım bakır bakış bakteri bakü bal balık balıkçı  balina balkan balkon bando banka bant banyo bar
  baraj bardak barış barışçı bariz baro baron bartın basın basit basketbol baskı baskın baş başarı başarılı başarısız başbakan
  başbakanlık başkan başkanlık başkent başlangıç başlık başörtüsü başsağlığı başta başvuru batak batarya batı batman battaniye
  bavul bayan bayburt bayi bayrak bayram bebek beceri bedava bedel beden bekçi bel belçika belde belediye belge belgesel belgrad
  belirli belirsiz belirsizlik bellek belli bencil benzer benzerlik benzin beraber berber bereket berlin besin beste beşiktaş beton
  beyan beyanname beyaz beyrut bez bıçak biber biçim bilanço bildiri bilecik bileşik bilet bilgi bilgin bilgisayar bilim bilimsel
  bilinç bilişim bin bina bingöl bira birey bireysel birikim birim birinci birlik bisiklet bişkek bitki bitkisel bitlis biyografi
  biyoloji biz blok boğa boğaz bol bolu bomba borç bordo boru boş boşluk boşnak boy boya boyut bozkır böbrek böcek bölge bölücü
  bölüm börek branş brezilya bronz brüksel bu buçuk budala budapeşte bugün buğday buhar buhran bulaşıcı bulaşık bulgar bulgaristan
  bulgu bulut bulvar bunalım burdur burjuva burs bursa buruk buz buzdolabı bükreş büro bütçe bütün bütünlük büyü büyük büyükelçi
  büyükelçilik büyüklük büyükşehir cadde cadı cahil cam cami can cani canlı casus casusluk caydırıcı cazip cebir celse cenaze
  cenevre cennet cep cephe cerrah cerrahi cesaret ceset cesur cevap cevher ceviz ceylan ceza cezaevi cezayir cidde cihan cihat
  cihaz cilt cinayet cinsel cinsiyet coğrafya coşku cömert cuma cumartesi cumhurbaşkanı cumhurbaşkanlığı cumhuriyet cümle cüzdan
  çaba çadır çağ çağdaş çağrı çakı çalgı çalışan çamaşır çamur  çanta çap çare çark çarşaf çarşamba çarşı çatı çay çayır
  çeçen çehre çekici çelik çelişki çerçeve çerkes çeşit çeşitli çeşitlilik çeşme çete çeviri çevirmen çevre çevreci çeyrek çiçek
  çift çiftçi çiftlik çikolata çilek çin çinli çirkin çizgi çoban çocuk çocukluk çoğul çoğunluk çoğunlukla çok çorap çorba çorum
  çökük çöl çöp çözüm çukur çuval çünkü dağ dağıtım dağlık daima daire dakik dakika daktilo dal dalga dalgıç damar damat damga
  damla danışman danışmanlık danıştay danimarka dans dar darbe darbeci dava davet davranış dayanak dayanıklı dayanışma dayı dede
  dedikodu defa defter değer değerli değil değirmen değişik değişiklik değişim dehşet dekan dekor delege delhi deli delik delil
  demeç demir demiryolu demokrasi demokrat demokratik demokratikleşme denetim deney deneyim denge deniz  deprem derbi dere
  derece dergi deri derin derinlik derme dernek ders derslik dert destan destek destekçi detay dev devam devamlı deve devir devlet
  devre devrim devriye dezavantaj dış dışarı dışişleri dikey dikkat dikkatli dikkatsiz diktatör dil dilek dilekçe dilim din dinamik
  dindar dip diplomasi diplomat diplomatik direk direkt direktör direnç direniş direnişçi disiplin distribütör diş divan diyalog
  diyar diyarbakır diyet doğa doğal doğalgaz doğru doğrudan doğrultu doğruluk doğu doğum doha doktor doktora doku dokunulmazlık
  dolap dolar dolayısıyla dolaylı dolu domates domuz don donanma dost dostluk dosya dönem dönüş dönüşüm dört döviz dram dua dubai
  dublör dudak dul duman durak durgun durgunluk durum duruş duruşma duş duşanbe duvar duyarlı duyarlılık duygu duygusal duyuru
  düğün dükkan dün dünkü dünya dürüst düş düşman düşük düşünce düşünür düşüş düz düzce düzen düzenli düzensiz düzey düzlem ebedi
  ebeveyn ecza eczacı eczane edat edebi edebiyat edirne efendi efsane ege egemen egemenlik egzersiz eğilim eğitim eğitimci eğitmen
  eğlence ek ekim ekip eklenti ekmek ekonomi ekonomik ekonomist ekran eksen eksik eksiklik ekvator el elazığ elbise elçi eldiven
  elek elektrik elektronik eleman eleştiri eleştirmen elma elmas embargo emekli emlak emniyet empati en endeks endişe endüstri
  endüstriyel enerji enflasyon engel engelli enkaz enstitü enstrüman entegrasyon enteresan envanter er erbil erdem erdoğan ergen
  erişim erivan erkek erken ermeni ermenistan erzincan erzurum esaret esas esasen eser esir eski eskişehir esnaf esnasında esnek
  espri estetik eş eşarp eşek eşik eşit eşitlik eşitsizlik eşsiz eşya et etap etken etki etkili etkin etkinlik etnik etraf euro ev
  evcil evlat evli evlilik evrak evren evrensel evrim eyalet eylem eylemci eylül ezan ezgi faal faaliyet fabl fabrika facia fail
  faiz fakir fakirlik faktör fakülte falan familya far fare fark farklı farklılık fars fas fasıl fasulye fatih fatura fayda faydalı
  fazla federal federasyon felsefe fener fenerbahçe feribot fert fetih fetva fıkra fırın fırka fırsat fırtına fidan fiil fiili
  fikir fil filistin filo filozof final finans finansal finansman finlandiya fiyat fizik fizikçi fiziki fiziksel flaş fon form
  forma formül forum fosil fotoğraf fotoğrafçı fransa fransız frekans futbol futbolcu füze galatasaray galeri gang gar garanti
  garip garson gayret gaz gazete gazeteci gazetecilik gazi gaziantep gazoz gazze gebe gece geç geçerli geçici geçim geçiş geçit
  geçmiş gelecek gelenek geleneksel gelin gelir gelişim gemi genç gençlik genel genelge genelkurmay general geniş genişlik gerçek
  gerçekçi gerekçe gerekli gereksinim gergin gerginlik geri gerilim gerilla getiri gezi gıda gider gidiş girdi giresun giriş
  girişim girişimci gişe giysi gizem gizli gizlilik gol golcü göç göçmen göl gölge gömlek gönüllü görece görev görevli görüntü
  görünüm görüş gösterge gösteri gösterici gövde göz gözaltı gözcü gözlem gözlemci gözlük gram gramer gravür grev grip grup gurbet
  gurur güç güçlü güçlük güçsüz güdü gül gümrük gümüş  gün günah günaydın güncel gündem gündüz güneş güney günlük gür
  gürcistan gürcü gürültü güven güvence güvenilir güvenli güvenlik güvercin güz güzel güzellik güzergah haber haberci hacı haciz
  haç hafıza hafif hafta haham hain hak hakaret hakem hakikat hakim hakimiyet hakkari haklı haksız haksızlık hal halep halı haliç
  halife halk halka ham hamam hamas hamile hamle hammadde han hapis hapishane harabe haraç haram harbiye harç hareket harf harika
  harita harman hasar hasat hassas hasta hastalık hastane haşere hat hata hatalı hatay hatıra hava havaalanı havalimanı havayolu
  havuz havza hayal hayali hayat haydut hayfa hayır hayırlı hayran haysiyet hayvan hayvancılık hazır hazırlık hazine haziran hece
  heceli hedef hediye hekim helal helikopter hesap heves heybet heyecan heyet heykel hırs hırsız hırsızlık hırvat hız hızlı hibe
  hidrojen hikaye hile hindistan hintli his hisse hissedar hitabe hitap hizmet hoca hokkabaz holding hollanda hoparlör horoz hoş
  hoşgörü hristiyan hudut hukuk hukukçu hukuki humus husus hususi huzur hücre hücum hükümet hümanist hüner hürriyet hüzün ığdır ırk
  ırkçı ırkçılık ırmak ısı ıslak ısparta ıssız ışık ibadet ibare ibraz icat icra iç içerik içişleri içki içten idam idare idari
  iddia iddianame ideal ideoloji ideolojik idlib ifade iflas iftar iftira ihale ihbar ihlal ihmal ihracat ihtar ihtilaf ihtilal
  ihtimal ihtiyaç ihtiyar ikamet ikiz iklim iktidar iktisadi iktisat il ilaç ilan ilave ilçe iletişim ilgi ilgili ilginç ilham ilim
  ilişki ilk ilke ilkel ilkokul iltica imam imar imkan imkansız imparator imparatorluk imza inanç inat ince incelik incelme incir
  indirim inek ingiliz ingilizce inkar insan insani insanlık inşa inşaat internet intihar intikam ip ipek iptal irade irak iran
  irtibat irtica isabet isfahan isim iskele islam islamabad ispanya ispanyol israil istanbul istasyon istatistik istek istifa
  istihbarat istihdam istikrar istikrarlı istila istisna isveç isviçre isyan isyancı iş işaret işbirliği işçi işgal işgücü işkence
  işlem işletmeci işlev işlevsel işsiz işsizlik işveren itaat italya italyan itfaiye ithal ithalat itham itibar itiraf itiraz
  ittifak ivme iyi iyilik iyimser iz izin izlenim izleyici izmir izmit jandarma japon japonya jeoloji jeopolitik jest jeton jip
  jüri kabahat kabak kabar kabil kabile kabine kabul kabus kader kadın kadro kafa kafe kafes kafkas kafkasya kağıt kahire kahraman
  kahramanlık kahramanmaraş kahvaltı kahve kahverengi kalabalık kalça kaldırım kale kalem kalıcı kalıntı kalıp kalite kaliteli
  kalkan kalori kalp kamera kamp kampanya kampüs kamu kamuoyu kamusal kamyon kan kana kanaat kanada kanal kanat kanıt kanser kantin
  kanun kaos kapak kapalı kapasite kapı kapital kapitalist kapitalizm kaplan kaplıca kapsam kaptan kar kara karadeniz karakol
  karakter karaman karamsar karanlık karar karargah kararlı kararlılık kararname kararsız karayolu kardeş kardeşlik kare karga
  karınca karış karışık karışıklık karikatür kariyer karmaşık karmaşıklık karne karpuz kars karşı karşılık karşıt kart kartal
  kartel karton kas kasa kasaba kaset kasım kasıt kast kastamonu kaş kaşık kat katar katedral kategori katılım katılımcı katil
  katkı katliam katman katolik kavga kavram kavşak kavun kayak kaygı kayık kayıp kayıt kaymakam kaynak kayseri kaz kaza kazak
  kazanç kazı kebap kedi kefalet kefil kehanet kelebek kelime kemer kemik kenar kent kentsel kep kepçe keramik kere kereste kerkük
  kesik kesim kesin kesinlik kesit keşif keyif kez kıdem kıl kılavuz kılıç kılık kır kırgız kırık kırım kırklareli kırmızı kırsal
  kırşehir kısa kısım kısıtlı kıskanç kısmi kış kıta kıtlık kıyafet kıyas kıyı kıymet kız kızgın kızıl kiev kil kilis kilise
  kilometre kimlik kimse kimya kimyager kimyasal kinaye kir kira kiracı kiralık kireç kiremit kirli kirlilik kişi kişilik kişisel
  kitabe kitap kitle kitlesel klasik klasör klavye klima klinik klüp koalisyon kobay kocaeli kod koğuş kol kolay kolaylık kolej
  koleksiyon kolera koloni kolonya koltuk komando komedi komik komisyon komite komplo komşu komşuluk komutan komutanlık komünist
  komünizm konak konferans konfor kongre konsept konser konsey konsolos konsolosluk konteyner kontrat kontrol kontrolör konu konuk
  konum konuşmacı konut konya kooperatif koordinasyon koordinatör kopya kor kore koreli koridor korku korkunç koro korsan kosova
  koşu koşul kovan kök köken köle kömür köpek köprü köprübaşı kör körfez köşe köşk kötü kötülük köy köylü kral kraliçe krallık
  kravat kredi krem kriter kritik kriz kuaför kubbe kudret kuduz kudüs kukla kul kulak kule kullanıcı kullanım kulüp kum kumanda
  kumandan kumar kumaş kundak kup kupa kura kuraklık kural kuram kurban kurgu kurmay kurs kurşun kurt kuru kurucu kurul kurultay
  kuruluş kurum kurumsal kur'an kuş kuşak kuşku kutsal kutu kutup kuveyt kuvvet kuvvetli kuyruk kuyu kuzen kuzey küçük küçüklük kül
  külçe külliye kültür kültürel küme kümes kür küre küresel kürt kütahya kütle kütüphane laboratuvar laf laik laiklik lale lamba
  lastik latin lavrov laz leh leke lens leopar lezzet liberal liberalizm libya lider liderlik lig liman limit limon lira lisan
  lisans lise liste litre lobi lojistik lokanta lokman lokomotif lonca londra luther lübnan lüks maaş macar macera maç madalya
  madde maden madencilik madeni mafya magazin mağara mağaza mağdur mağduriyet mahal mahalle mahkeme mahkum mahkumiyet mahsul makale
  makam makbuz makedon maket makine maksat maktul makyaj mal malatya mali maliye maliyet malul malzeme mamul mana manav manda
  mandalina manevi manevra manisa manşet mantar mantık mantıklı manzara marangoz mardin mareşal margarin marka market marmara marş
  mart martin masa masaj masal maske masraf masum maşa mat matbaa matem matematik materyal mavi maya maydanoz mayıs maymun mazeret
  mazlum mazot meal mebus mecaz mecburi meclis meddah medeni medeniyet medine medrese medya mekan mekanik mekanizma mekke meksika
  mektup melek memleket memnun memnuniyet memorandum memur menfaat menfi merak merdiven merhamet meridyen merkez merkezi mermer
  mermi mersin mert mesafe mesaj mescit mesele meslek mesleki meslektaş meşale meşgul meşhur meşru metal metin metot metre metro
  metropol mevcut mevki mevsim mevzi mevzu mevzuat meydan meyve mezar mezarlık meze mezhep mezun mıknatıs mısır mısırlı mısra mide
  miğfer mikrofon mikrop miktar mil milis millet milletvekili milli milliyet milliyetçi milliyetçilik milyar milyon mimar mimari
  mimarlık mineral minibüs minimum minnet minsk miras misafir misal misil misyon mitil miting mitoloji mizah mobilya moda model
  modern moğol molekül moloz monarşi mont montaj moral moskova motel motif motor motosiklet mozaik muaf muamele mucit mucize muğla
  muhabir muhafaza muhafazakar muhafız muhalefet muhalif muhasebe muhatap muhtar muhtemel muhteşem mukavemet mum mumya musul muş
  mutabakat mutfak mutlak mutlaka mutlu mutluluk mutsuz muvafık muz mücadele müdafaa müdahale müdür müdürlük müebbet müfettiş
  mühendis mühendislik mühim mühimmat mühür müjde mülakat mülk mülkiyet mülteci mümkün münasebet münbiç müracaat mürekkep
  mürettebat müsaade müsabaka müsait müslüman müstakil müsteşar müsteşarlık müşteri mütareke müteahhit müttefik müzakere müzakereci
  müze müzik müzisyen nabız nadir nağme nakış nakil nakit namaz namlu namus namzet nane nankör nar nasihat nasip naz nazar nazım
  nazik nebat neden nefes nefis nefret negatif nehir nem nesil nesne nesnel neşe neşeli net netice neticesinde nevşehir nezaket
  nezaret nezle newyork nicelik niğde nihai nihayet nisan nişan nişasta nitelik nitelikli niyet nizam nokta normal norveç not nota
  noter nöbet nöbetçi nötr numara nur nutuk nüans nüfus nüfuz nükleer nüsha o obje objektif ocak oda odak ofis oğlak oğlan oğul ok
  okul okur okuyucu ol olağan olağanüstü olanak olası olasılık olay olgu olgun olgunluk olimpiyat olumlu olumsuz omuz on onarım
  onay onlar onur onurlu opera operasyon operatör opsiyon oran orantı ordu orduevi organ organik organizasyon organize orijin
  orijinal orman orta ortadoğu ortak ortaklık ortalama ortam ortaokul ortodoks oruç osmaniye osmanlı ot otel otlak oto otobüs
  otogar otomat otomatik otomobil otopark otopsi otorite otoriter otoyol oturum oy oyun oyuncak oyuncu ozan ozon ödenek ödev ödül
  öfke öfkeli öğe öğle öğlen öğrenci öğrenim öğreti öğretim öğretmen öğretmenlik öğüt öksürük ölçek ölçü ölçüm ölçüt öldürücü ölü
  ölüm ölümcül ömür ön öncelik öncelikli öncü önder önderlik önem önemli önemsiz önerge öneri öngörü önlem önyargı ördek örgüt
  örneğin örnek örtü örümcek öte öteki övgü öykü öz özbek özel özellik özellikle özet özgün özgür özgürlük özlem özne öznel özür
  özveri pabuç padişah padişahlık paha pahalı paket pakistan pakistanlı palto pamuk panel panik pano pansiyon pantolon papa papağan
  papatya para paragraf paralel parasal parça parçalı parfüm paris park parlak parlamento parmak parola parsel part parti partili
  pas pasaport pasif paskalya pasta pastane paşa patates patent patlama patlayıcı patrik patron pay payda paydaş pazar pazarlık
  pazartesi peder pek pekin pekmez pencere pens perakende perde performans periyot pers personel perşembe peşin petek petrol pınar
  pırlanta pişman pişmanlık piyano piyasa plaj plak plaka plan plastik platform poliklinik polis politik politika politikacı
  polonya popüler portakal portal portekiz portre posta potansiyel pozisyon pozitif prag pratik prens prestij prim priştine problem
  prodüksiyon prodüktör profesör profesyonel profil program proje propaganda prosedür protestan protesto protestocu protokol
  psikiyatri psikolog psikoloji psikolojik puan pul pusula putin püre radyo raf rafineri rahat rahatsız rahatsızlık rahip rakam
  rakı rakip ramallah ramazan rampa randevu rapor rasgele ray realite refah refakat referandum reform reformcu rehber rehin rehine
  reis reisicumhur rejim rekabet reklam rekolte rekor rektör rektörlük renk resepsiyon resim resmi ressam restoran revir rezerv
  rezil rıhtım rıza rica risk riskli ritim rivayet riyad rize robot roket rol roma roman romen rota rozet röportaj ruh ruhsal
  ruhsat rum rumeli rus rusya rüşvet rütbe rüya rüzgar saadet saat sabah sabır sabit sabotaj sabun saç sade sadık safha safsata sağ
  sağlam sağlık sağlıklı saha sahife sahil sahne sahte saka sakal sakarya sakat sakin saklı salata saldırgan saldırganlık saldırı
  salgın salı salon samsun sanal sanat sanatçı sanatsal sanayi sancak sandal sandalye sandık sanık saniye sanki santim santrafor
  santral saray saraybosna sarhoş sarı sarmaşık sav savaş savaşçı savcı savcılık savunucu saydam sayfa saygı saygın saygısız sayı
  sayım sayın sayısal sayısız saz seans sebep sebze seçenek seçim seçmen sedye sefer seferberlik sehpa sekreter sekreterya sektör
  sel selam selçuklu semavi sembol sembolik seminer sempati sempozyum sen senaryo senato senatör sendika sendikal sene senet sepet
  serbest serbestlik seri serin sermaye serseri sert sertlik serüven servet servis ses set seul sevda sevgi sevgili sevinç seviye
  sevk seyahat seyir seyirci seyyar sezgi sezon sıcak sıcaklık sıfat sıfır sığınak sığınmacı sığır sıhhat sık sıkı sıkıntı
  sıkıyönetim sınav sınıf sınıfsal sınır sınırlı sınırsız sır sıra sıradan sırp sırt sıvı siber sicil sigara sigorta siirt silah
  silahlı silahsız sima simge simgesel sinek sinema sinir sinirli sinop sis sistem sistemli site sivas sivil sivri siyah siyasal
  siyaset siyasetçi siyasi siz sofra sofya soğan soğuk sohbet sokak sol solcu soluk somali somun somut son sona sonbahar sonra
  sonsuz sonuç sonuçta sopa sorgu soru sorumlu sorumluluk sorumsuz sorun sorunlu sosyal sosyalist sosyalizm sosyolog sosyoloji soy
  soyadı soygun soykırım soylu soyut sömürge sömürgeci sömürü sönük söylem söylenti söyleşi söz sözcü sözcük sözleşme sözlü sözlük
  spekülasyon spiker sponsor spor sporcu sportif stadyum staj standart star stat statü strateji stratejik stres stüdyo su suç suçlu
  suçsuz sudan suikast suikastçı sulh sultan sunucu sunum sur surat suret suriye suskun susuz süleymaniye süper süpermarket süre
  süreç sürekli süreklilik süresiz sürgün sürpriz sürü sürücü süs süt sütun şah şahıs şahit şair şaka şalter şam şampiyon
  şampiyona şampiyonluk şan şanlıurfa şans şanslı şantiye şapka şarap şarkı şarkıcı şart şato şebeke şef şeffaf şeffaflık şehir
  şehit şeker şekil şema şematik şemsiye şenlik şeref şerefli şeriat şerit şey şık şırnak şiddet şiddetli şiir şikayet şimşek şirin
  şirket şişe şişman şoför şok şu şubat şube şüphe şüpheli şüphesiz taarruz tabak taban tabanca tabela tabi tabiat tabii tabip
  tablet tablo tabur tabut tacik taciz taç tahlil tahliye tahmin tahmini tahran tahrip tahsil tahsis taht tahta takas takdir takım
  takip takipçi taklit takriben taksi taksit taktik takvim talan talep talih talimat tam tamam tamamen tampon tan tane tango tanı
  tanıdık tanık tanım tanıtım tank tanker tanrı tansiyon tapınak tapu taraf taraflı tarafsız tarafsızlık taraftar tarım tarımsal
  tarif tarife tarih tarihçi tarihi tarihsel tarikat tarla tartışmalı tarz tasarı tasarruf tasdik tasfiye taslak taş taşeron taşıt
  taşıyıcı taşkent taşra tat tatar tatbikat tatil tatlı tava tavan tavşan tavuk taze tazminat tebliğ tebrik tebriz tecavüz tecrit
  tecrübe tecrübeli teçhizat tedarik tedavi tedbir teftiş tehdit tehlike tehlikeli tek teker tekerlek tekil tekirdağ teklif tekne
  teknik teknisyen teknoloji teknolojik tekrar tekstil tel telefon televizyon telif telsiz tema temas temaşa tembel temel temelli
  temin teminat temiz temizlik temkinli temmuz temsil temsilci temsilcilik ten tencere teneke tenis tenkit teorem teori teorik tepe
  tepki tercih tercüman tercüme tereddüt terim terk terminal terör terörist terörizm ters tersane tertip tesadüf tesbit tescil
  tesis tesisat teslim teslimiyet tespit test teşebbüs teşekkür teşhis teşkilat teşvik tetik tevkif teyze tez tezgah tıbbi tıp
  ticaret ticari tiflis tip tiraj tiran tire titiz tiyatro tohum tokat toksik tokyo tolerans ton top topal topçu toplam toplantı
  toplu topluluk toplum toplumsal toprak topuk torba torun tost totaliter toz töre tören törensel trabzon trafik trajedi trajik
  trakya tramvay transfer tren tribün trilyon tugay tuğla tuhaf tuhaflık tunceli tunus tur turist turistik turizm turnuva turuncu
  tuş tutanak tutar tutarlı tutarlılık tutarsız tutku tutsak tutuklu tutum tuvalet tuz tuzak tuzlu tüfek tükenmez tümen tümör tünel
  tüp tür türbe türev türk türkiye türkmen türlü tüy tüzük ucuz uç uçak uçurum uçuş ufak ufuk uğraş uğur ukrayna ukraynalı ulaşım
  ulus ulusal uluslararası umut umutlu umutsuz un unsur unvan uranyum us usta ustalık usul uşak utanç uyanık uyarı uydu uygar
  uygarlık uygun uygunluk uyku uyruk uyum uyumlu uyuşmazlık uyuşturucu uz uzak uzaklık uzantı uzay uzman uzmanlık uzun uzunluk
  ücret ücretli ücretsiz üç üçgen üçüncü ülke ülkü ümit üniforma ünite üniversite üniversiteli ünlü üretici üretim üretken ürün üs
  üsküp üst üsteğmen üstün üstünlük ütü üye üyelik üzgün üzüm üzüntü vaat vade vadi vagon vahim vahşet vahşi vaka vakıf vali
  valilik valiz van vapur var vardiya varil varis varlık varlıklı varoş varsayım varşova vasıf vasıta vasiyet vatan vatandaş
  vatandaşlık vazgeçilmez vazife vazo veba veda vekalet vekil veli verem vergi veri verici verim verimli verimlilik vesile
  veteriner veto vicdan vicdani video virgül virüs vitamin vites viyana vize vizyon voleybol volkan vurgu vurgun vücut yabancı
  yabani yağ yağış yağlı yağmur yahudi yaka yakın yakınlık yakış yakıt yaklaşık yaklaşım yalan yalancı yalnız yalnızlık yalova
  yamaç yan yanak yangın yanık yanılgı yanıt yankı yanlı yanlış yansız yapay yapı yapım yapımcı yapısal yapışık yaprak yaptırım
  yara yaralı yarar yararlı yararsız yaratıcı yaratık yaratılış yardım yardımcı yargı yargıç yargıtay yarı yarım yarımada yarın
  yarış yarışmacı yasa yasadışı yasak yasal yasama yaş yaşam yaşlı yaşlılık yatak yatay yatırım yatırımcı yavaş yavru yay yaya
  yayım yayın yayıncı yayla yaz yazar yazarlık yazı yazılı yazılım yazıt yazlık yedek yeğen yelken yem yemek yemin yenge yeni
  yenilgi yenilik yenilikçi yer yeraltı yerel yerleşik yerleşim yerli yeşil yetenek yetenekli yeterli yeterlilik yetersiz
  yetersizlik yetişkin yetki yetkili yığın yıkım yıl yılan yıldırım yıldız yıllık yoğun yoğunluk yokluk yoksul yoksulluk yol yolcu
  yolculuk yolsuzluk yorgun yorgunluk yorum yorumcu yozgat yön yönelim yöneliş yönetici yönetim yönetmelik yönetmen yöntem yöre
  yöresel yumruk yumurta yumuşak yunan yunanistan yurt yurtdışı yurtiçi yurttaş yuva yuvarlak yüce yük yüksek yün yürek yürürlük
  yürüyüş yüz yüzey yüzölçümü yüzük yüzyıl zafer zahmet zalim zam zaman zamanla zar zarar zaruri zaten zayıf zayıflık zehir zehirli
  zeka zeki zemin zenci zengin zenginlik zevk zeytin zırh zıt zihin zincir zirve ziyaret ziyaretçi zonguldak zor zorlu zorluk
  zorunlu zorunluluk zulüm zümre washington`);

/** Stems of verbs. */
export const VERBS =
  words(`abart acık aç açıkla adlandır affet ağırla ağla ağrı ak aksa aktar al alda algıla alkışla amaçla an anımsa anla anlaş anlat ara
  araştır arın art artır as aş aşağıla at ata ateşle avla ayarla aydınlat ayıkla ayır ayrıl azal bağır bağışla bağla bağlan bahset
  bak barın barış bas başar başla batır bayıl becer beğen bekle belgele belirle belirt ben benimse benze besle betimle bezdir beze
  bırak biçimlendir bil bildir bileşen bilgilendir bin birik birleş bit bitir boğ bombala boşal boşan boya boz böl bul bulaş bulun
  bük büyü canlan cesaretlendir cevapla cezalandır çağır çağrıştır çakıl çal çalış çarp çatış çek çekin çeliş çerçevele çeşitlen
  çevir çevril çık çıkar çiğne çiz çök çökert çöz çürü dağıl dağıt dal daldır damgala danış daral davran dayan dayat de değer
  değerlendir değin değiş dekorla dene denetle dengele deniz depola derinleş destekle devral devret devril didin dik dile dilimle
  din dinle dinlen diren diril diz doğ doğrul doğrula doğur dokun dol dola dolaş don donat dök dön dönüş döşe döv dur duy duyur
  dürt düş düşün düşür düzel düzenle edin eğ eğit eğlen ek ekle eksil ekşi ele eleştir emret endişelen engelle eri ertele es esne
  et etkile evlen ez fark farklılaş fethet fırla finanse fotoğrafla geber gecik geç geçin geçir gel geliş genişle gerçekleş
  gerçekleştir gerek geri gerile getir gevşe gez gider gir giriş girişim git giy giyin gizle göç göm gönder gör görevlendir
  görün görüntüle görüş göster götür gözet gözle gözlemle güçlen gül güncelle güven güvenilir haberleş hafifle haklı hapset harca
  hareketlen hastalan haşla hatırla hatırlat hayıflan hazırla hedefle hesapla hırpala hızlan hisset hoşlan hükmet ısın ısır ısıt
  ıslan ışılda iç içer içerle ifşa ile ilerle ilet ilgilen ilişkilendir imzala in inan incele incin incit indir indirge inşa
  isimlendir islah iste istifle işaretle işit işle işlet it itele iyileş izle kabar kabullen kaç kaçır kal kaldır kalk kalkın
  kamulaştır kan kana kanıtla kapa kapan kapat kapış kapla kapsa kar karala karar karış karıştır karşıla karşılaş karşılaştır kaşı
  kat katıl katla kay kaybet kaybol kaydet kaydol kayna kaynaklan kaz kazan kelepçele kemir kes kesin kesinleş keş keşfet kıl kıp
  kıpırda kır kısalt kısıtla kıskan kışkırt kıvır kıy kıyasla kız kilitle kirala kirlet koca kok kokla kolaylaş kollan komşu kon
  konumlan konuş konuşlan kop kopar kork korkut koru koş kov kovala koy köpür körükle kötüleş kucakla kullan kur kurban kurtar
  kurtul kuru kurul kuş kuşat kuşkulan kutla kutuplaş küçül küçümse küresel küstür lanetle listele maruz mecbur merak muhatap
  mühürle naklet netleş nitele nitelendir normalleş not odaklan okşa oku okut ol olgunlaş oluş on onar onayla onurlandır oran
  organize ortaklaş otur ov oy oyala oyla oyna öde ödüllendir öğren öğret öksür öl ölç öldür önayak önemse öner önerme öngör önle
  öp ör örgütle örnekle ört öv özelleş özetle özgürleş özle özür paniğe parçala parılda parla pay paylaş pazarla pekiş pes pış piş
  pişir planla pompala püskürt rahatla rahatsız raporla rastla reddet renklen resmet rica sabitle sabret saç sağ sağır sağla
  sahiplen sahnele sakın sakla saklan sal saldır salla sallan san sap sapta sar sarf sars sat savaş savrul savun savur say seç
  sergile serp sertleş ses seslen sev sevin seyret sez sığ sığın sık sıkış sına sınırla sırala sıyrıl sız sil silahlan silk simgele
  sin sistemleş soğu sok sol solu sona sonlan sonuçlan sor sorgula soruştur soy sök sömür sön söyle söylen söz suç suçla sula sun
  sus sür sürükle sürün süsle süz şakalaş şaş şaşır şekillen şikayet şiş şüphelen tak takip talep tamamla tamir tanı tanımla tanış
  tanıt tara tarif tart tartış tasarla taşı taşın taşır tat tavsiye tazele tedirgin tehdit tekrarla telafi temellendir temizle
  temsil tepin ter terk tersle teslim teşvik tetikle tıka tıkla tırman tiksin titre topla toplan torpille toz tökezle tut tutukla
  tutun tuzla tüken tüket tükür türe türet uç uçur ufala uğra uğurla ulaş ulaştır um umut umutlan unut utan uy uyan uyandır uyar
  uygula uyu uyum uza uzaklaş uzan uzat uzla uzlaş uzmanlaş üle üleştir ün üret üretir ürk ürküt üstlen üz üzül var varsay vazgeç
  ver verimlileş vur vurgula yağ yağmala yak yakala yakalan yaklaş yalanla yalvar yama yanıl yanıtla yansı yansıt yap yapılandır
  yarala yarar yararlan yarat yargıla yarış yasakla yasalaş yaslan yaşa yaşlan yat yatır yavaşla yay yayıl yayımla yayınla yaz ye
  yeğle yen yenil yenile yerleş yerleştir yet yeter yetin yetiş yetkilen yığ yık yıka yıkan yıpran yıprat yır yinele yit yitir yiy
  yoğunlaş yok yolla yor yorum yorumla yönel yönet yönlendir yurt yut yuvarla yükle yüklen yüksel yürü yürürlük yürüt yüz yüzleş
  zayıfla zehirle zenginleş ziyaret zorla`);

/** Roots that end like an ending, or that a shorter root begins: they are never cut. */
const WHOLE_WORDS =
  words(`acil acun ada adi ağa aka ala ali anca anka asa asla ast ati aza azı azar azot aba abide abluka acente acıbadem adak adalı afet agu akademi akarsu akasya akide akıllı alaca alaka alay albay algı alın alice alkol
  alka altay amele ana anane anı anka apse ara arpa arena arıza arka asfalya aspirin aşı aşık aşure atama atık avare aya ayna ayran ayin azar bakla bakır bala bale balina balo balta banka bant bara baston batı bavul baraka
  basınç basıt bek bent bere beste bıçkı biber bide bina bira bisküvi boğa boza bozkır buda buğu buke buse buzağı büst cadı cebe ceket celp cenk cila cici cüce çakı çalı çapa çatı çayır çene çeri çete çıra çini çivi çizi
  çita çoban çuha çukur dada dalya dama dana dara darı dede delta dere deri dize dizi doku dolama dolu don dombra duba dürtü duyu düzine eda edim ekin eksi elma elti elli emare emel ense enkaz ergen eren erim eroin eski
  esnaf espri etki etek eyer ezgi faraş fare file fındık fide fire fişek flama fobi fonda forma föy fuar fuel furya gala gama garaj gaza gazi gedik gensoru gezi girdi giz göç gövde gurbet guru güneş haki hala halı hali
  hamle hane hara harç hasar hece hela hınç hiza hoca humma hurda ırgat ısı iba ibre icar icat icma ihale iki ilaç ilga imge inci ince inek  inilti irade irin iskele isot iye izci ize kaba kabile kadı kafa kafein kaide
  kakao  kale kama kambur kamera kamu kanca kanepe kara karaca kare karga  karnaval kasa kasa kase kaya kayısı kaza kazı kebe keçe keçi kedi kene kepçe kere kese kırbaç kıta kıyı kısa kıyma kilim kira koka koku kola
  koli kolonya koma konak konca koni kopça kopya koru kova kovan koyu köle köse kuğu kukla  kule kuma kumbara kumru kundura kura kurna kurşun kuşet kutu kuyu kuzu küme küpe küre kürek kürsü lala lale lama lamba lapa
  lata lava leğen leke lige lira lobi loca lodos lonca madde mala mama mandıra manga manken manta mantı masa maske mavi maya meme mera meze mide mili mimik mira misli moda mola motor mum mühür müze nakış nara nane nine
  nispi nota oba obur odun olta opera ordu  orun oruç orman orta ova oya oyun öke örtü öykü padişah palto panda panik para parça parka parodi paslı paşa patika pazı peçe pelte pençe perde pide pilav pipo pire pist
  plaka poşet pota puro püre rende rica ripa roka rota rutin sabi sahi saha sahi sakatat saksı  salata salça salt  sarı saray sarma sele semer sera serin serum sıla sıra sıtma sile silo sine sini sinüs sipahi
  sirke soba sofa soğan sone soru soya söve sucu sulh suni sunu sura süre sürü süslü şalgam şapka şarkı şema şerit şilt şube tablo taka takı talan tamu tango tapu tara tarla tarife tasa tava tavla tedavi teke tekne
  tela tema temel tepe tepki tere terim terzi tık tilki tipi toka tombala  top toprak torba tören tuba tugay tura turşu tuş tutu tuval tülbent tümen türbe türkü ucube ufuk umum umur unvan usul uyku uzay ülkü ünite
  ütü vade vali vana vasat veda vergi vida viran vize voli vuku yaba yaka yara yarasa yargı yarı yasa yaslı yayla yaz yazı yele yeleği yemin yeni yergi yoga yosun yön yufka yuva yüzey zemin zeka zıpkın ziya zirve zona züğürt yoğurt armut
  kendi karargah kararname harita romanya        operasyon hükümlü parlak konfederasyon milletvekili yönetmelik basınç şamdan uçak uçurum akıntı tunç aydınlık konferans parlamento`);

/**
 * Family names, and names of places, that have the form of a verb or of a noun with an ending: Yılmaz is not "does not
 * give up" and not yıl, Bahçeli not "with a garden". In small letters they may be that; a reader means the name far more often.
 */
const LISTED_NAMES: readonly string[] =
  words(`balıkesir gümüşhane çanakkale kasımpaşa haberal yılmaz korkmaz bahçeli akar kalın yavaş doğan kurtulmuş uçar tunceli tekin güler aydın demirtaş davutoğlu kılıçdaroğlu imamoğlu yıldırım çelik şimşek özdemir kaplan arslan aslan avcı acar akay akbulut akçay akdağ akdoğan akgül akgün akın
  akıncı akkaya akman akpınar aksoy aksu aktaş akyol akyüz albayrak alkan altan altay altıntaş altun ararat arıkan arınç arı armağan arslanoğlu ataman atalay atasoy ateş avcıoğlu ayaz ayaydın aydemir aydoğan aydoğdu aygün aykut
  ayhan aytaç babacan baran barlas basmacı baş başaran bayar baydar baykal baykan bayrak bayraktar bayram bilgiç bilgili bilgin bilir birinci bolat bostancı boyacı boz bozdağ bozkurt bozkaya budak bulut canikli canpolat cankurtaran
  ceylan coşkun çakmak çakır çavuşoğlu çetin çetinkaya çiçek çiftçi çolak dağlı dağdelen dalkılıç davutoğlu demirel demirci demirkan demirci dede dervişoğlu dilek dinç dinçer dikmen dolmuş duman durmaz durmuş dursun durak duran eker
  ekici ekren elmas elveren elvan erbakan ercan erdem erdoğan eren ergin ergün erim erkan erkin eroğlu erol ersoy ersöz ertan ertekin ertem ertürk eryılmaz esen eser fidan gezer gezmiş gökçe gökçek gökçen göktaş gönül görgülü görür gül
  gülen gülenç güleç güllü gülmez gültekin gümüş günal günay gündoğdu gündüz güner güney güngör günay gürsel gürsoy güven güvenç hatipoğlu ığdır inan inanç ince inönü işler kabaktepe kaçar kaçmaz kahveci kalaycı kalkan kanadoğlu
  kandemir kara karaca karabulut karadağ karakaş karakaya karakoç karaman karamollaoğlu karataş kavak kavakçı kayaalp kaya kaynarca keleş keser keskin kılıç kıran kırıkkanat kızıl kızıltaş koca kocabaş kocaman koç koçak konuk korkut
  korutürk köksal köse kuzu kutlu kuru küçük külünk okumuş okur okyay olgun oktay onaran oral orhan ozan öcal öcalan öğüt ökten önal önder öner öncel özal özbek özcan özçelik özel özen özer özgür özhaseki özkan özkaya özkök özlü
  özmen öztürk öztrak öz özyürek parlak pekcan pekcan pekin perinçek polat sağlam sağlar sancar saraç sarı sarıgül sayan sayar sever sevim sevinç seven sezer sezgin solmaz soylu sönmez sözen sucu sungur süren sürer şahin şanlı şener
  şen şenol şentop şentürk taner tanır tanrıkulu tarhan taş taşçı taşdemir taşkın tatar tatlıses tatlı tavukçu tekeli temel terim tezcan tez tok topal topbaş topçu toprak torun tosun tuna tuncel tuncer turan turgut turhan türk türkeş
  türkmen türkoğlu uçan uçarlar ulu uluç ulusoy unutmaz uslu ustaoğlu uyanık uygun uysal uzun uzunoğlu ünal ünlü ünsal üstün üzmez varol vural yalçın yalçınkaya yaman yanık yanmaz yaran yarar yaşar yavuz yazar yazgan yazıcı yazıcıoğlu
  yeter yetkin yıldız yiğit yolcu yorulmaz yurdakul yücel yüce yüksel yüksekdağ zengin zeybek zorlu kars van kayseri denizli kırklareli kocaeli rize bitlis siirt muş mardin batman şırnak ardahan artvin iğdır hakkari yalova bartın düzce
  kilis osmaniye karabük bolu sakarya tokat çorum amasya sinop ordu uşak niğde aksaray isparta burdur antalya mersin adana hatay bingöl tekirdağ edirne silivri kadıköy beşiktaş üsküdar çankaya keçiören mamak alanya bodrum`);

export const ROOT_WORDS: readonly string[] = [...NOUNS, ...WHOLE_WORDS, ...LISTED_NAMES, ...VERBS];

/** Of the names above, those that are no usual noun or verb. */
const USUAL = new Set([...NOUNS, ...WHOLE_WORDS, ...VERBS]);
export const NAMES: readonly string[] = LISTED_NAMES.filter((name) => !USUAL.has(name));

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

/** Roots that lose their last vowel before an ending that begins with one: ağız, ağzı (Göksel & Kerslake 2005, 2.3). */
const DROPPING_VOWEL =
  words(`ağız akıl asıl asır ahit akis akit alın atıf avuç azim bağır bahis beniz beyin boyun böğür burun cebir cezir cisim cürüm defin devir ecir emir fasıl fecir fetih fıkıh fikir gasıp göğüs gönül gusül
  hacim haciz hapis hasım hatır hazım hışım hısım hizip hüküm hüzün ilim isim izin kabir kadir kahır karın kasıt katil kavim kavis kayıp kayıt kesir keşif keyif kısım kibir koyun küfür kutup kutur lahit lafız lütuf metin meyil misil
  mühür nabız nakil nakit nakış nazım nefis nehir nesil nesir nutuk oğul omuz ömür özür rahim rehin remiz resim rızık ritim sabır satıh seyir sehim şahıs şehir şekil şükür tavır ufuk uzuv vakıf vakit vasıf vecih vehim
  vezin zehir zihin zikir zulüm`);

/** Roots that double their last consonant before such an ending: hak, hakkı. */
const DOUBLING = words(
  'af cet fen had hak haz his hat hac mahal rab ret serhat sır şık şer tıp üs zam zan zıt',
);

/** Passives of verbs that lose the vowel before them: çağrıl of çağır. */
const DROPPING_VERBS =
  'çağrıl çağır|buyrul buyur|kavrul kavur|yoğrul yoğur|kıvrıl kıvır|ayrıl ayrıl|filmi film|altında alt|altından alt|altındaki alt|adaya ada|adada ada';

/** A form of a root before an ending with a vowel, and the root. */
export const SHORTENED: readonly (readonly [form: string, root: string])[] = [
  ...DROPPING_VOWEL.map((root) => [withoutLastVowel(root), root] as const),
  ...DOUBLING.flatMap((root) => doubled(root).map((form) => [form, root] as const)),
  ...DROPPING_VERBS.split('|').map((pair) => pair.split(' ') as [string, string]),
];

function withoutLastVowel(root: string): string {
  return root.replace(/[aeıioöuü](?=[^aeıioöuü]$)/, '');
}

/** Both of a final consonant, the soft one too: tıbbı of tıp, reddi of ret; but haddi is of had, not of hat. */
function doubled(root: string): string[] {
  const last = root.at(-1)!;
  const soft = root.slice(0, -1) + ({ p: 'b', t: 'd' }[last] ?? last);
  return DOUBLING.includes(soft) ? [root + last] : [root + last, soft + soft.at(-1)];
}
