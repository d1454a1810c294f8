/**
 * Latin letters and the Arabic letters written for them in names: one line a letter or group of letters, then
 * the place where the line holds, then what may answer it (- for nothing) with its cost, the cheapest first.
 *
 * A cost is about -ln of how often writers choose that answer, both ways blended; 0 goes without saying, 2 is
 * not unusual, 5 is rare. A line with a place replaces the line without one there. Places: `first` and `last` of
 * the word; `before e` (e, i, y: soft c and g); `before v`, `after v`, `between` (vowels); `before c` (a consonant or
 * the end); `magic e` (one consonant and a silent e follow, as in Jake).
 *
 * Which letters may answer which: ALA-LC and BGN/PCGN romanisation of Arabic read backwards; how Arabic news
 * writes foreign names (the g that is ج in Cairo and غ in Beirut, long vowels for stressed ones, ع for Semitic names);
 * spelling habits of English, French, Spanish, German, Turkish and Slavic names.
 * How often: by expectation maximisation over alignments of names (Li, Zhang & Su 2004, "A Joint Source-Channel Model
 * for Machine Transliteration"), with the lists above as the prior, then rounded and looked over. See docs/names.md.
 */
export const ARABIC_LETTERS = `
# Letters of the Arabic name that no Latin letter answers
(nothing)         ا 4.2  ي 4.2  و 4.5  ه 5.0  ع 5.0
(nothing) first   ال 2.0  و 3.5  ب 4.0  ل 4.0  وال 4.0  بال 4.0  لل 4.0  ف 4.5

# Vowels
a                 ا 0.1  - 1.3  و 5.0  ي 5.4
a first           أ 0.1  ع 0.8  عا 1.3  آ 1.4  ا 2.8
a last            ا 0.1  ة 0.9  ى 1.3  اء 2.1  اع 2.1  - 3.7  ي 5.3
a after v         ا 0.1  ع 1.3  - 1.9  و 3.4
a before v        ا 0.4  - 0.6  ع 1.1  اع 1.7
a magic e         ا 0.2  ي 1.4  اي 2.3  أ 3.2  - 3.4
å                 و 0.6  ا 0.6  أو 1.8
ä                 ا 0.5  ي 0.8  إي 2.5  أ 2.5
ã                 ا 0.3  ان 1.8
ā                 ا 0.0
e                 ي 0.8  - 0.9  ا 4.2  و 5.5
e first           إ 0.3  إي 0.6  ع 0.9  اي 2.0  أ 2.4  ا 3.0  ي 3.3  - 3.9
e last            - 0.3  يه 1.7  ة 1.8  ي 1.8  ا 3.3  ه 3.5
e after v         ي 0.8  - 1.1  عي 1.7  ئي 2.0  ا 3.7
e before v        - 0.2  ي 1.8
e magic e         ي 0.5  - 2.1  إي 2.6  إ 3.3  ا 5.6
i                 ي 0.4  اي 2.4  - 2.7  ا 5.3
i first           إي 0.3  إ 0.4  عي 1.1  آي 2.2  ي 3.2  ا 3.2  اي 3.5  ع 3.7
i last            ي 0.3  ة 3.0  إي 3.0  - 5.0
i after v         ي 0.5  يي 1.4  ئي 1.9  - 3.0  ا 3.7
i before v        ي 0.5  - 1.9
i magic e         اي 0.6  ي 0.7  - 3.3  ا 3.3
ı                 ي 0.3  - 1.0  ا 3.1
o                 و 0.3  - 3.1
o first           أو 0.1  عو 1.4  أ 1.4  ع 1.8  او 2.1  و 3.2  - 5.5  ا 5.8
o last            و 0.2  ه 3.3
o after v         و 0.2  - 5.3
o before v        - 0.3  ؤ 1.4  و 1.7
o magic e         و 0.2  أو 3.4  - 4.6
ö                 ؤ 2.3  و 3.0  أو 3.9
ö first           أو 1.2  ؤ 3.4  و 4.3
ø                 و 0.0
ō                 و 0.2
u                 و 1.1  - 2.3  ا 4.0  ي 4.9
u first           أو 0.3  يو 1.1  أ 1.3  و 2.6  او 2.9  ع 3.2  ا 3.7  - 4.0
u last            و 0.8  وا 3.2  يو 4.0  - 4.6
u after v         و 0.9  - 2.5
u magic e         يو 0.9  و 1.2  - 2.3  أو 4.2  ا 5.7
ü                 و 0.2  ي 1.8  يو 3.0
é                 ي 0.2  إي 1.3

# Groups of vowels
aa                عا 1.6  ع 1.7  اع 2.8  آ 3.0  ا 3.8  - 5.2
aa first          آ 0.4  عا 1.9  ع 2.3  اع 3.5  ا 4.8  أ 5.2  - 6.2
ae                اي 0.4  ايي 1.4  ا 2.4  ي 2.6  ائ 2.6  اء 2.6  آي 2.6  ئي 3.8  ه 3.8  إ 3.8
ai                اعي 0.6  اي 2.1  ائي 2.4  آي 2.7  ي 3.0  عي 3.2  ا 6.8
ai first          آي 0.4  أي 0.7  اعي 1.9  إي 2.3  اي 2.5  ع 3.8  عي 3.9  ي 4.2  إ 5.2
ai last           اي 0.7  ائي 1.9  اعي 2.1  آي 2.3  ي 4.1
ao                اوو 0.8  او 1.1  آو 3.4  ا 6.0
au                او 2.3  و 2.6  عو 4.0  أو 4.4
au first          عو 1.2  أو 1.7  او 1.8  و 3.6  أ 4.1
ay                اي 1.3  ي 3.6  عي 4.7  ا 6.4
ay first          أي 0.5  اي 1.5  آي 1.8  عي 3.5  ي 4.4
ay last           اي 1.3  ي 3.6  عي 3.7  ة 4.9
ea                ي 3.0  يا 3.2  ئا 3.2  يي 4.0  - 4.6  اي 5.8  ا 6.1
ea last           يا 1.1  ي 4.1  - 5.9
eau last          و 0.0
ee                ي 2.9  يي 3.0  يع 3.3  عي 4.0
ei                اي 1.5  ي 3.0  إي 3.2  عي 3.8  يي 4.2
ei first          أي 0.8  عي 1.1  إي 1.5  اي 1.9  آي 2.3  ي 4.1
eu                يو 0.3  و 1.3  وي 2.5  ي 2.6  أوي 3.8
ey                اي 1.3  ي 2.8
ey last           ي 2.4  اي 3.7
ia                يا 0.6  ياء 1.5  ية 2.2  ي 6.7
ie                يي 2.1  ي 2.5  اي 3.3  ا 6.5
ii                ي 0.0
io                يو 0.7  ايو 2.8  ئو 2.9
iu                يو 0.1  و 1.6  ي 3.0
iya               يا 0.5  ية 0.6  ياء 3.4
ıı                ي 0.0
oa                وا 1.0  و 3.8
oe                و 0.4  وي 0.8  ي 2.2  ويه 3.3
oi                وا 0.7  وي 1.7
oo                و 2.6  وو 2.8
ou                عو 2.0  و 2.1  او 2.3
oy                وي 0.7  وا 2.1
ue                وي 0.4  و 0.8  ي 2.8
ui                وي 0.2  ي 1.2
ya                يا 0.7  ية 2.3  ي 6.8
ye                ي 0.1  يي 2.0  يا 3.2
yo                يو 0.9
yu                يو 1.0

# Consonants
b                 ب 0.2  - 5.8
c                 ك 0.7  تش 2.6  ش 5.4  س 5.6
c first           ك 0.7  ق 2.5  س 6.2
c before e        س 1.1  تش 2.1  ج 2.2  ش 2.7  ك 3.0  ث 4.6
ć                 تش 0.7  ش 6.1  ت 6.8
č                 تش 0.0
ç                 ش 0.8  س 1.0  تش 1.0  ج 2.1
d                 د 0.0  ض 2.0
d last            د 0.0  - 4.2
đ                 د 0.1  ج 1.6
ð                 ث 0.3  ذ 1.4  د 1.4
f                 ف 0.5
g                 غ 0.1  ج 1.4  ق 4.4  ك 6.0
g first           غ 0.1  ج 1.8  ك 5.7
g last            غ 0.0  ج 2.4  خ 4.0  ق 4.3  ك 4.6
g before e        ج 0.2  غ 1.6  ه 3.8
ğ                 غ 0.2  - 1.3  ج 2.5
h                 ه 0.5  ح 1.2  - 1.7
h first           ه 0.1  ح 0.6  خ 2.2
h last            ح 0.5  ة 0.5  ه 0.8  - 3.4
h after v         ه 0.7  ح 0.8  - 1.5  خ 3.7
h before c        - 1.1  ه 1.3  ح 1.4  ة 4.0
h between         ه 0.1  ح 0.9  - 5.1
j                 ج 0.5  ي 3.7
j first           ج 0.4  خ 3.4  ي 5.6
k                 ك 0.3  ق 1.8
l                 ل 0.1  - 4.9
ł                 ل 0.3  و 1.0
m                 م 0.0
n                 ن 0.1  - 5.0
ñ                 ني 0.8  ن 3.3
p                 ب 0.8
q                 ق 0.5  ك 4.3  ج 6.3
r                 ر 0.1
s                 س 0.1  ص 1.2  ز 2.3  ش 3.7
s first           س 0.1  ص 1.2  ش 3.7
s last            س 0.3  ز 0.7  ص 2.6  ش 4.5  - 5.8
s between         س 0.2  ص 1.0  ز 1.8  ش 4.0
ś                 ش 0.2  س 1.3
š                 ش 0.2  س 1.4
ş                 ش 0.0  س 2.3
ß                 س 0.0
t                 ت 0.1  ط 1.2  - 4.9
t last            ت 0.1  ط 1.7  - 5.0
v                 ف 0.5  و 4.0  ب 5.3
w                 و 1.8  ف 2.8  - 4.0
w last            ف 1.4  و 2.8  - 3.5
x                 كس 0.1  إكس 2.7  جز 2.7  خ 4.6  ز 4.8  ش 5.1  س 5.2
x first           كس 1.3  ز 1.8  ش 2.7  خ 4.1  س 6.9
x last            كس 0.0  ز 5.3  - 5.3  ش 5.7
y                 ي 1.4  اي 3.2  - 6.1
y first           ي 1.4  اي 2.3  إ 4.6
y last            ي 1.4  اي 4.3
y before c        ي 1.6  اي 1.7  - 3.4
z                 ز 0.3  ظ 1.6  تس 2.9  س 4.5
ź                 ز 0.2  ج 1.3
ž                 ج 0.3  ز 0.8

# Groups of consonants
bb                ب 2.2
cc                ك 2.6  تش 3.2  كس 4.8
ch                تش 0.6  ش 1.3  ج 4.0  خ 4.3  ك 6.0
ch first          ش 0.9  تش 1.2  خ 3.7  ك 5.4
ch last           تش 0.5  خ 1.3  ش 2.0  ك 4.6  ح 4.7  ج 5.4
ck                ك 1.8  ق 5.2
cq                ك 0.0
cs                كس 0.3  تش 1.4  ش 2.5  س 2.5
ct                كت 0.2  ت 1.3
cz                تش 0.4  ز 1.5  تس 1.5  ش 2.6  كز 2.6
dd                د 2.2  ذ 2.9  ض 4.2
dh                ذ 0.2  ض 1.8  ظ 1.8  د 2.9
dj                ج 0.1  دج 2.5  ي 2.6
dt                ت 0.2  د 1.3
dz                دز 0.2  ز 1.3  تس 2.5
dzh               ج 0.0  دج 2.3
ff                ف 1.7
gg                ج 0.4  غ 0.7
gh                غ 1.6  غه 2.7  ق 3.0  ج 6.2  ه 6.3  ف 6.6
gn                ني 0.5  ن 1.1  غن 1.5  جن 2.5  ين 3.3
kh                خ 0.2  ق 5.1  ح 5.4  ك 6.7
kk                ك 0.0
kn                ن 0.1  كن 1.6
lh                له 0.6  ل 0.7  لي 1.8
ll                ل 1.2  ي 5.7
mc                مك 0.6  ماك 0.7
mm                م 2.3
ng                نغ 0.1  نج 0.8  ن 6.4
nh                ن 0.5  نه 1.1  ني 1.6  ين 2.7
nn                ن 1.8
ph                ف 2.3  ب 6.4
pp                ب 2.4
rh                ر 0.0
rr                ر 1.9
sc                سك 0.3  ش 1.4  س 2.0
sc before e       سك 0.8  ش 0.9  س 1.0
sch               ش 1.4  شت 2.8  سك 3.8
sh                ش 0.4
shch              شتش 0.1  ش 1.5
ss                س 1.6  ص 2.1
sz                س 0.5  ش 0.7  ز 3.0
tch               تش 0.0  ش 3.0  ج 3.0
th                ث 0.1  ذ 1.6  ط 3.2  ت 5.7
tj                تش 0.2  ج 1.3
ts                تس 0.3  تش 5.5  ز 6.0  س 6.6
tsch              تش 0.0
tt                ت 1.5  ط 2.8
tz                تز 0.3  تس 1.2  ز 2.2  ت 3.4
vv                ف 0.0
wh                و 0.1  ه 1.8
wr                ر 0.0
zh                ج 0.3  ز 1.4  ژ 2.5  تش 2.5
zz                ز 0.3  تز 0.9

# Syllables and endings
ael               ائيل 0.3  ايل 1.6  يل 1.8  ايال 2.9
aud last          و 0.2  اود 1.3
ault last         و 0.0
aw                او 0.6  اؤ 3.1  و 4.0  عو 4.2
ce last           س 0.1  تشي 2.0
cha               شا 0.2  تشا 1.1
eaux last         و 0.0
er last           ر 1.7  يه 2.4
es last           يس 0.4  ز 2.7  س 3.8  - 4.9
et last           يه 0.2  ت 1.7  يت 1.8
ew                و 0.4  يو 0.8
ez last           يز 0.0
ge last           ج 0.1  غ 2.0  غي 2.0
gu                غو 0.3  غ 2.5  قو 3.1  جو 3.3  ج 5.0
gue               غ 0.5  غي 0.7  ج 2.8
gue last          غ 0.2  غي 1.3  ج 3.3
gui               غي 0.1  غوي 1.6  جي 2.9
igh               اي 0.0
ja                جا 0.6  خا 0.8  يا 1.4
jo                جو 0.4  يو 2.4  جوي 3.3  خو 4.0
ju                جو 1.0  خو 1.0  يو 2.0  ج 6.7
le last           لي 0.7  ل 2.9
mac               ماك 0.0
ne last           نا 1.2  ن 2.5  ني 2.8
ny                ني 0.1  ن 1.8
ois last          وا 0.0
oix last          وا 0.0
ow                او 1.0  و 3.1
ow last           او 2.2  و 2.7
qu                كو 0.4  كي 3.0  ك 3.0  قو 3.4  ق 5.6
que last          ك 0.1  كي 1.5
re last           ر 0.2  ري 1.1
sche              شي 0.2  سكي 1.5  ش 2.6
schi              شي 0.1  سكي 1.4
se last           ز 0.5  س 1.1  سي 1.6  زي 2.4
te last           تي 0.5  ت 0.7
tion              شن 0.2  سيون 1.3
tsu               تسو 0.0
`;
