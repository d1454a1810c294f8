/**
 * Words before a person's name that say what the person is: they support an ambiguous family name, and a capital of
 * theirs makes them no given name. Written as people write them; compared in their folded form.
 */
import { analyzerFor } from '../../analysis/languages/registry.ts';

export const ROLES = [
  'president',
  'premier',
  'minister',
  'monarch',
  'envoy',
  'speaker',
  'commander',
  'leader',
] as const;
export type Role = (typeof ROLES)[number];

const TITLES: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
  president: {
    ar: 'الرئيس رئيس للرئيس والرئيس ورئيس',
    tr: 'Cumhurbaşkanı Cumhurbaşkanımız Başkan Başkanı Devlet',
    en: 'President Pres',
    ru: 'президент президента президенту президентом президенте президентом',
  },
  premier: {
    ar: 'الوزراء رئيس',
    tr: 'Başbakan Başbakanı',
    en: 'Premier Minister PM Chancellor',
    ru: 'премьер премьера премьеру министр министра министру министром канцлер канцлера канцлеру канцлером',
  },
  minister: {
    ar: 'الوزير وزير وزيرة الوزيرة الخارجية الدفاع الداخلية والوزير ووزير',
    tr: 'Bakan Bakanı Bakanımız',
    en: 'Minister Secretary FM',
    ru: 'министр министра министру министром министре глава главы главе главой МИД Минобороны',
  },
  monarch: {
    ar: 'الملك ملك الأمير أمير الشيخ العهد السلطان سلطان والملك والأمير',
    tr: 'Kral Kralı Emir Emiri Prens Prensi Şeyh Veliaht Sultan Sultanı',
    en: 'King Prince Emir Sheikh Sultan Queen Highness Majesty',
    ru: 'король короля королю королем принц принца принцу принцем эмир эмира эмиру эмиром шейх султан султана',
  },
  envoy: {
    ar: 'المبعوث مبعوث السفير سفير المندوب مندوب الممثل ممثل المنسق والمبعوث',
    tr: 'Temsilci Temsilcisi Büyükelçi Büyükelçisi Elçi Elçisi',
    en: 'Envoy Ambassador Representative Coordinator',
    ru: 'посланник посланника посол посла послу послом спецпосланник спецпосланника постпред постпреда спецпредставитель',
  },
  speaker: {
    ar: 'المتحدث المتحدثة الناطق الناطقة متحدثة ناطقة',
    tr: 'Sözcü Sözcüsü',
    en: 'Spokesman Spokeswoman Spokesperson',
    ru: 'представитель представителя пресс-секретарь представительница секретарь',
  },
  commander: {
    ar: 'الجنرال اللواء العميد المشير الفريق القائد قائد جنرال المارشال',
    tr: 'General Komutan Komutanı Mareşal Korgeneral Orgeneral',
    en: 'General Commander Marshal Admiral Gen Lt',
    ru: 'генерал генерала генералу командующий командующего маршал маршала фельдмаршал командир',
  },
  leader: {
    ar: 'زعيم الزعيم العام الأمين المرشد السيد المدير رئيسة المفوض',
    tr: 'Lider Lideri Sekreter Sekreteri Genel Sayın Direktörü Yüksek',
    en: 'Leader Chief Chairman Chairwoman Head Director Senator Governor Mr Mrs Ms Dr',
    ru: 'лидер лидера лидеру лидером генсек генсека генсеку глава главы директор председатель председателя госпожа господин',
  },
};

const roleOf = new Map<string, number>();
ROLES.forEach((role, index) => {
  for (const [language, list] of Object.entries(TITLES[role])) {
    for (const word of list.split(' ')) {
      for (const { forms } of analyzerFor(language).tokens(word))
        roleOf.set(forms.folded, (roleOf.get(forms.folded) ?? 0) | (1 << index));
    }
  }
});

/** The roles a word speaks for, one bit each in the order of `ROLES`; 0 for a word that is no title. */
export function titleBits(folded: string): number {
  return roleOf.get(folded) ?? 0;
}

/** The same bits for the roles of an entity. */
export function roleBits(roles: readonly Role[]): number {
  return roles.reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0);
}

/** Particles that belong to the family name after them: el-Esad, аш-Шараа, bin Selman, van der Leyen. */
const PARTICLES = new Set(
  'el al eş as es aş ash ed ad ez az er ar en an et at bin ben ibn van von der de da la аль эль аш ас ад аз ар ан ат бен ибн фон ван де ابن بن آل أبو'
    .split(' ')
    .flatMap((word) =>
      analyzerFor('und')
        .tokens(word)
        .map(({ forms }) => forms.folded),
    ),
);

export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}
