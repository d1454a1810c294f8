/**
 * Latin letters and the Cyrillic letters written for them in names: one line a letter or group of letters, then
 * the place where the line holds, then what may answer it (- for nothing) with its cost, the cheapest first.
 *
 * A cost is about -ln of how often writers choose that answer, both ways blended; 0 goes without saying, 2 is
 * not unusual, 5 is rare. A line with a place replaces the line without one there. Places: `first` and `last` of
 * the word; `before e` (e, i, y: soft c and g); `before v`, `after v`, `between` (vowels); `before c` (a consonant or
 * the end); `magic e` (one consonant and a silent e follow, as in Jake).
 *
 * Which letters may answer which: BGN/PCGN romanisation of Russian read backwards; practical transcription into
 * Russian (Gilyarevsky & Starostin 1985) from English, French, German, Spanish and Turkish; the Polivanov system for
 * Japanese.
 * How often: by expectation maximisation over alignments of names (Li, Zhang & Su 2004, "A Joint Source-Channel Model
 * for Machine Transliteration"), with the lists above as the prior, then rounded and looked over. See docs/names.md.
 */
export const CYRILLIC_LETTERS = `
# Letters of the Cyrillic name that no Latin letter answers
(nothing)         ь 3.0  й 4.5
# Endings of declension: Лаврова, Лаврову, Лавровым
(nothing) last    а 3.0  у 3.0  ом 3.0  ым 3.0  е 3.5  ы 3.5  и 3.5  ой 3.5  ого 3.5  ому 3.5

# Vowels
a                 а 0.0  э 2.4  ей 2.9  о 4.2  е 4.5
a first           а 0.0  э 2.1
a last            а 0.0  ая 2.1  я 4.3
a magic e         а 0.2  ей 1.3  эй 1.4  э 3.2
å                 о 0.6  а 0.7  оу 1.7
ä                 е 0.7  я 1.0  а 1.3  э 1.8
ã                 а 0.6  ан 0.6
ā                 а 0.0
æ                 э 0.4  е 1.5  ае 1.5  а 2.6
e                 е 0.1  э 1.2  - 4.3  и 5.0  а 5.3
e first           э 0.2  е 0.9  - 4.8  и 5.1
e last            е 0.6  э 0.7  - 3.2  а 4.6
e after v         е 0.3  э 0.7  - 3.6  йе 5.7
e before v        е 0.2  э 0.8  - 3.7
e magic e         е 0.4  э 0.6  - 3.8  и 4.0
ē                 е 0.6  э 0.6
i                 и 0.1  ай 2.9  - 6.5
i last            и 0.1  - 6.3
i after v         и 0.3  й 1.0
i before v        и 0.1  ь 1.4  - 5.5
i magic e         и 0.1  ай 1.7
ı                 ы 0.2  и 1.3
o                 о 0.1
o last            о 0.1  он 2.5
o before v        о 0.2  оу 2.3  - 5.0  у 5.5
o magic e         о 0.2  оу 1.2  у 5.5
ö                 ё 1.2  о 4.5  э 5.7
ø                 ё 0.4  э 1.0  е 2.1  о 2.1
ō                 оо 1.5  о 1.9  оу 5.8
ō first           оо 0.2  о 2.4
ō last            оо 1.8  о 1.9
u                 у 0.1  ю 2.2  а 4.2  е 5.2
u first           у 0.2  ю 1.8  а 4.7  - 5.3
u after v         у 0.2  в 3.7  - 5.3
u before v        у 0.2  ю 2.1  в 4.3  - 4.9
ü                 ю 1.5  у 3.3
ū                 у 0.0
ą                 он 0.6  ом 0.6  а 1.8
é                 е 0.6  э 0.6
ě                 е 0.0
ę                 ен 0.6  эн 0.6  е 1.8
ó                 о 0.6  у 0.6  оу 1.8
ő                 ё 0.6  э 0.6
ű                 ю 0.0
ý                 и 0.6  й 0.6  ый 1.8

# Groups of vowels
aa                а 0.2  оо 1.4  о 2.5  аа 3.0  я 3.6
ae                аэ 0.5  е 3.9  ае 4.0  а 4.6  э 5.5  эй 5.6
ai                аи 1.2  ай 1.3  ей 1.9  е 3.6  аий 5.3  эй 5.5  э 6.8
ai last           аи 0.5  ай 1.4  ей 2.4  е 3.9  эй 5.5  э 6.3
au                ау 0.9  о 3.2  ав 5.0  ао 5.4
ay                эй 0.9  ай 2.0  ей 2.2  е 4.7  аи 5.1
ea                я 2.7  еа 2.7  и 3.0  е 4.7  ей 6.2  ё 6.4
eau last          о 0.0
ee                ее 1.5  и 2.7  е 5.4  еэ 5.4  э 6.9
ei                эи 0.5  ей 1.0  ай 1.1  эй 2.7  еи 4.5
ei first          эи 1.0  эй 1.2  ай 1.4  ей 1.5
ei last           эи 0.3  эй 1.5  ей 1.5  ай 1.7
eu                ой 1.2  ё 1.9  еу 3.8  эу 4.1  е 5.0  ео 5.5  ю 6.2
ey                ей 1.3  и 3.1  эй 4.3  е 4.9
ey last           ей 2.1  и 2.6  е 4.7  эй 5.3
ia                ья 0.6  ия 0.9  иа 1.1  я 2.1
ia last           ия 0.3  ья 1.0  иа 1.5  я 2.8
ie                ье 0.7  и 2.6  ья 2.8  ие 3.1  е 3.6  иэ 4.6
ie last           ье 1.5  и 2.3  ья 3.6  ие 3.8  е 4.0
ii                ии 0.3  и 1.5  ий 1.7
io                ио 0.1  ьо 3.5  йо 5.6  ё 5.7
iō                ио 0.0
iu                иу 0.5  ю 0.8  ью 1.9
iya               ия 0.0
oa                оа 0.5  о 0.8  оу 1.9  уа 3.1
oe                ё 0.7  у 1.3  оэ 1.4  э 1.9  е 1.9  ое 2.7  о 4.1
oi                уа 0.7  ои 1.1  ой 1.8  уо 5.0
oo                у 1.9  оо 3.8
ou                ау 1.7  у 2.4  о 4.4  оу 5.2
oy                ой 0.4  уа 3.2  ои 4.1
ue                уэ 0.1  ью 5.9  у 5.9  ю 6.1  ё 6.2
ui                уи 0.6  ё 1.2  эй 1.6  ю 2.3  ви 2.4  и 2.7  у 3.5  вуэй 3.5
uu                у 0.2  уу 1.1
ya                я 0.3  ья 2.2  иа 4.5
ye                е 0.5  йе 0.9  ье 1.5  э 3.2
yi                и 0.1  йи 1.6  ы 2.8
yo                ё 0.5  йо 3.2  ьо 4.1
yō                ё 1.2
yu                ю 0.9  ью 3.8
yū                ю 0.0

# Consonants
b                 б 0.0
c                 к 1.0  ч 1.9  ц 2.0  дж 2.7  с 3.8
c first           к 0.9  ц 2.5  дж 2.8  ч 3.0  с 4.0
c before e        ч 1.4  ц 1.8  к 2.0  с 2.2  дж 2.6
ć                 ч 1.3  чь 3.6  ть 3.6  ц 5.7
č                 ч 1.5  ц 5.2
ç                 ч 0.3  с 1.1  ш 3.3
d                 д 0.0
d last            д 0.0  дь 2.6  - 6.2
đ                 д 0.6  дж 0.6
ð                 д 0.0
f                 ф 0.1  в 4.9
g                 г 0.1  к 5.3
g first           г 0.1  дж 2.7
g last            г 0.1  ж 2.2  дж 2.6
g before e        г 0.3  дж 1.1  ж 1.5  х 4.4
ğ                 г 0.2  - 1.6  х 2.8  й 2.8
h                 х 1.0  - 2.9  г 3.5
h first           х 0.2  г 2.6  - 4.0
h last            х 0.9  - 2.9  г 3.1
h after v         х 0.8  - 2.9  г 3.3
h before c        х 0.9  - 2.9  г 3.2
h between         х 0.2  г 2.7  - 3.7
j                 дж 1.3  ж 1.4  й 1.5  х 2.8  - 5.2
j first           дж 0.9  ж 1.4  й 2.1  х 3.2  - 5.2
j last            й 1.0  дж 1.7  ж 1.9  х 3.6  - 5.8
k                 к 0.2
l                 л 0.1  ль 0.9
l first           л 0.0  ль 2.1
l last            ль 0.4  л 0.4
ľ                 ль 0.0
ł                 л 0.0
m                 м 0.0
n                 н 0.0  нь 2.9
n before c        н 0.0  м 4.8
ń                 нь 0.0
ň                 нь 0.0
ñ                 нь 0.1  н 1.7
p                 п 0.0
q                 к 2.6  кь 4.5  ч 7.0
r                 р 0.0
ř                 рж 0.2  ж 1.7  р 1.7
s                 с 0.1  з 2.3  ш 2.9  - 5.4
s first           с 0.1  з 2.2  ш 3.5
s last            с 0.1  з 2.3  ш 3.0  - 4.8
s between         с 0.1  з 1.3  ш 4.0
ś                 с 0.2  ш 1.7  сь 1.7
š                 ш 1.3
ş                 ш 0.0
ș                 ш 0.0
ß                 сс 0.6  с 0.6
t                 т 0.0  х 4.9  - 6.4
t last            т 0.1  - 5.2
ţ                 ц 0.0
ț                 ц 0.0
v                 в 0.2  ф 5.0
v first           в 0.3  ф 3.9
w                 в 0.8  у 2.6
w first           в 0.9  у 2.4
w after v         в 0.7  у 3.4  - 6.8
x                 кс 0.2  кз 4.6  с 4.8  з 5.6  ш 6.9  - 7.0
x last            кс 0.3  с 4.3  - 6.1  з 6.2
y                 й 1.1  ы 1.3  и 2.0  ю 2.7  ай 2.8  ий 3.1  ь 5.7
y first           й 0.9  ы 1.6  ю 2.0  и 2.3  ай 3.3  ий 3.3
y last            и 1.8  й 2.1  ы 2.1  ий 2.4
y after v         й 0.7  ы 1.6  и 2.5  ю 3.0  ай 3.4
y before c        ы 0.7  й 1.8  и 2.0  ю 2.1  ай 3.1
y before v        й 1.0  ы 1.7  ай 1.8  и 2.4  ю 2.9  ий 3.4
y magic e         ы 1.4  й 1.4  ай 1.8  и 2.1  ю 2.7  ий 3.1
z                 дз 0.3  з 0.6  ц 1.9  ж 2.7  с 3.5
z first           з 0.5  дз 0.9  ц 1.5  с 3.1
z last            з 0.8  дз 1.3  ц 1.3  с 2.5
ź                 з 0.6  зь 0.6
ž                 ж 0.9
ż                 ж 0.6  ш 0.6

# Groups of consonants
bb                бб 0.4  б 0.8
cc                чч 0.7  кк 1.1  ч 3.4  кс 4.8  к 5.8
cc before e       чч 0.3  кк 2.0  ч 3.1  кс 4.6  к 6.6
ch                ч 0.7  х 1.8  ш 2.4
ch last           ч 0.8  х 1.6  ш 3.2
ck                к 1.9  кк 4.1
cq                к 0.0
cs                ч 0.2  кс 1.7  цс 1.7  к 2.9
cz                ч 1.8  ц 2.8  тс 4.5
dd                дд 0.2  д 1.2
dh                дх 0.1  д 1.7
dj                дж 0.2  джь 1.3  дь 2.5
dt                дт 0.6  т 0.6
dz                дз 0.1  ц 1.7
dž                дж 0.0
dzh               дж 0.0
ff                фф 0.2  ф 3.3
gg                гг 0.4  дж 1.2  г 1.4
gh                г 0.3  х 1.7  - 2.0  ф 2.0  гх 3.2
gn                нь 0.4  н 0.9  гн 2.9  йн 3.0
hj                й 0.2  хь 1.3
kh                кх 0.9  х 2.0
kj                кь 0.2  хь 1.3
kk                кк 0.3  к 0.9
kn                кн 0.6  н 0.6
ks                кс 0.0
lh                ль 0.6  лх 0.8  л 1.7
lj                ль 0.0
ll                лл 0.3  ль 1.6  л 3.4  й 6.4
mc                мак 0.1  мк 3.2
mm                мм 0.2  м 1.1
ng                нг 0.4  н 3.0
nh                нх 0.2  нь 1.3  н 2.4
nj                нь 0.0
nn                нн 0.1  н 3.5  нь 6.5
nn last           нн 0.7  н 2.8
pf                пф 0.2  ф 1.3
ph                ф 1.7  пх 4.4
pp                пп 0.2  п 1.2
rh                р 0.4  рх 0.7
rr                рр 0.1  р 6.4
rz                рж 0.8  рц 0.8  ж 1.3  ш 2.4
sc                ск 0.4  ш 2.1  с 5.9
sc before e       ск 0.6  ш 2.0  сц 4.4  с 5.5
sch               ш 1.0  сх 3.4  ск 4.3
sh                ш 0.7  сх 4.5  щ 4.8  сь 4.8
shch              щ 0.0
sj                ш 0.6  шь 0.6  сй 1.8
sp                сп 0.4  шп 0.7
sp first          шп 0.3  сп 0.8
ss                сс 0.1  с 4.5
st                ст 0.1  шт 0.7
st first          ст 0.2  шт 0.5
sz                ш 1.5  с 3.5
tch               ч 0.4  тч 0.7
th                т 1.9  ф 4.0  х 6.7
tj                ть 0.6  ч 0.6  тй 1.8
ts                ц 0.7  тс 3.2
tsch              ч 0.0
tt                тт 0.1  т 3.9
tz                ц 0.1  тц 2.0  тс 2.3  з 3.5
vv                в 0.0
wh                у 0.0
zh                ж 0.3  чж 0.8
zs                ж 0.0
zz                цц 0.4  ц 1.0  зз 2.1  дз 2.1

# Syllables and endings
ant last          ант 0.5  ан 0.6
ard last          ар 0.4  ард 0.6
as last           ас 0.1  - 1.9
aud last          о 0.0
ault last         о 0.0
aw                ав 0.3  оу 2.2  ау 4.1  о 4.5
ca                ка 0.0
cha               ша 0.7  ча 1.0  ха 1.3  тя 1.7
chi               ти 0.3  чи 1.9  ки 3.2  хи 4.5  ши 4.6
cho               хо 0.7  шо 1.3  чо 1.3  тё 1.3  чё 3.6
chō               тё 0.0
chu               чу 0.7  тю 1.1  ху 1.1  шу 2.2
chū               тю 0.0
eaux last         о 0.0
ent last          ан 0.6  ент 0.6  он 2.8
er last           ер 0.1  эр 5.0
es last           ес 0.3  с 4.1  ш 7.0
et last           ет 1.0  е 3.0  эт 4.7
ew                ю 0.5  ью 0.9  ев 1.9  у 2.7  еу 2.7  эв 3.8
gi                джи 0.5  ги 0.5  жи 5.0  дж 5.7
gia               джа 0.0  джиа 2.6
gio               джо 0.0
giu               джу 0.0
gli               льи 0.3  гли 1.2  ли 2.5
gna               нья 0.6  ня 0.6  гна 1.8
gne               нье 0.7  не 0.7  гне 1.8  нь 2.9
gni               ньи 0.6  ни 0.6  гни 1.8
gno               ньо 0.3  но 1.4  гно 1.4
gu                гу 0.2  г 3.8  гв 4.6
gua               гуа 0.2  гва 1.4
gue               ге 0.1  г 1.9  гуэ 3.1
gui               ги 0.2  гуи 2.0  гви 2.0  гюи 3.2
ier last          ье 0.7  ир 0.8  ер 1.7  иер 2.4  ёр 3.5
igh               ай 0.0  ей 2.3
ius last          ий 0.2  иус 4.5
ja                я 1.1  джа 2.0  жа 2.1  дзя 4.0  ха 5.4
jā                дзя 0.0
je                дже 0.9  ье 1.5  же 2.8  е 3.4  хе 4.2  йе 6.1
ji                дзи 0.1  джи 3.6  жи 4.2  йи 4.2
jo                йо 0.8  хо 1.1  джо 1.4  ио 2.4  дзё 3.7  жо 4.0  ё 6.4
jō                дзё 0.0
ju                дзю 0.4  ху 1.5  ю 2.7  джу 2.7  жу 4.1
jū                дзю 0.0
la                ла 0.0  ля 2.8
le last           ле 0.4  л 3.2  ль 6.8
lja               ля 0.0
lju               лю 0.0
lla               лья 0.2  лла 1.2  ла 4.6  льа 5.3  я 6.2
lle last          ль 1.0  лль 1.0  лле 1.8  ле 2.1
ña                нья 0.1  ня 1.6
nja               ня 0.0
ño                ньо 0.2  нё 1.8  но 1.8
ny                нь 0.7  ни 0.8  ный 1.3
nya               ня 0.4  нья 0.8
nyo               нё 0.6  ньо 0.6
ois last          уа 0.2  оис 1.7  ойс 1.7
oix last          уа 0.0
ot last           о 0.2  от 1.1
ough              о 0.5  у 1.6  ау 1.6  оф 1.6  афф 2.7
ow                оу 0.8  ау 0.9  ов 1.5  о 6.5
qu                кв 0.6  к 3.1  ку 3.6
que last          к 0.2  ке 1.3
sha               ша 0.2  ся 1.1
shi               си 0.0  ши 2.6
shin              син 0.4  шин 0.8
sho               сё 0.3  шо 0.8
shō               сё 0.0
shu               сю 0.2  шу 1.1
shū               сю 0.0
ski last          ский 0.3  ски 4.4
skii last         ский 0.0
sky last          ский 0.1  ски 1.7
ti                ти 0.6  ци 3.4  тьи 4.8
tsu               цу 0.0
us last           ус 1.3  - 4.2  ий 6.7
wi                ви 0.1  уи 1.3
wo                ву 0.5  во 0.6
wu                ву 0.2  у 1.3
xi                си 0.3  ши 1.4  кси 1.4
yn                ин 0.0
`;
