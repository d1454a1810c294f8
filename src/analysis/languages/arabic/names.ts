/** Names of people and places in Arabic text. */
import type { NameRules } from '../../name-rules.ts';
import { article } from './article.ts';
import { proclitics } from './proclitics.ts';

export const names: NameRules = {
  titles: {
    president: 'الرئيس رئيس للرئيس والرئيس ورئيس',
    premier: 'الوزراء رئيس',
    minister: 'الوزير وزير وزيرة الوزيرة الخارجية الدفاع الداخلية والوزير ووزير',
    monarch: 'الملك ملك الأمير أمير الشيخ العهد السلطان سلطان والملك والأمير',
    envoy: 'المبعوث مبعوث السفير سفير المندوب مندوب الممثل ممثل المنسق والمبعوث',
    speaker: 'المتحدث المتحدثة الناطق الناطقة متحدثة ناطقة',
    commander: 'الجنرال اللواء العميد المشير الفريق القائد قائد جنرال المارشال',
    leader: 'زعيم الزعيم العام الأمين المرشد السيد المدير رئيسة المفوض',
  },
  particles: 'ابن بن آل أبو',
  fatherWords: 'بن ابن بنت',
  notFamilyNames: 'بن ابن عبد عبدو أبو بو آل نصر الثاني الثالث الرابع السادس الله الدين',
  prefixes: proclitics,
  article,
  namedAfter: {
    after: 'تايمز بوست',
    before: `ريال أتلتيكو أتليتكو دينامو هرتا سسكا ستيوا جامعة صحيفة جريدة مجلة ملعب استاد دوري الدوري كأس بطولة فريق اتحاد نادي مجموعة سرايا فيلق مطار مستشفى شارع شركة`,
    times:
      'اليوم الآن الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الحالي المقبل الجاري',
    adjective: /^ال.{3,}ية$/u,
  },
};

/** Words of respect, time and place around names, which have no article either. */
export const WORDS_BESIDE_NAMES = `معالي سعادة فضيلة سمو صاحب صاحبة خادم حفظه حفظها رحمه رعاه يحفظه أيده حرم نجل شقيق حامل
   أمس غدا صباح مساء عقب خلال قبيل أثناء حول ضد تجاه`;
