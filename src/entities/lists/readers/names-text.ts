/**
 * Names in plain text, one entity a line, its aliases behind tabs or semicolons: `names.txt` of OpenSanctions. The file says
 * no type: `--type` does, or words that only organisations have; a name of two to four words without any is a person's.
 */
import { createHash } from 'node:crypto';
import { linesOf } from '../../../ingest/lines.ts';
import { foldedWords } from '../../language-rules.ts';
import type { ListedName, ListReader } from '../listed.ts';
import { languageOfName } from '../name-language.ts';

/** Words of the names of organisations, by general knowledge of company law and of news. */
const ORGANISATION_WORDS = new Set(
  foldedWords(
    'Ltd Limited LLC Inc Corp Corporation Company Co GmbH AG SA SAS SpA BV NV PLC JSC OJSC PJSC FZE FZC Holding Group Bank Trust Foundation Ministry University Institute Committee Council Agency Authority Bureau Union Party Front Brigade Shipping Trading Industries Airlines Establishment Enterprise Şti Ltd.Şti AŞ Şirketi Bankası Vakfı Derneği Üniversitesi Bakanlığı Partisi ООО ОАО ЗАО ПАО АО Банк Компания Фонд Завод Министерство Институт Университет Партия شركة بنك مصرف مؤسسة وزارة جامعة حزب حركة هيئة جمعية اتحاد لجنة مجلس كتائب',
  ),
);
const PERSON_WORDS_FROM = 2;
const PERSON_WORDS_TO = 4;

export const namesText: ListReader = {
  name: 'names',
  matches: (name) => /\.(?:txt|names)$/.test(name),
  async *read(source, { type: told }) {
    let line = 0;
    for await (const text of linesOf(source.text())) {
      line++;
      if (text === undefined) yield { broken: { line, reason: 'the line is too long' } };
      if (!text || text.trim() === '' || text.startsWith('#')) continue;
      const names = text.split(/[\t;]/).flatMap((part): ListedName[] => {
        const name = part.trim();
        const language = languageOfName(name);
        return language === undefined ? [] : [{ name, language }];
      });
      const [first] = names;
      if (first === undefined) {
        yield { left: { reason: 'letters of no language that lisan knows', example: text.trim() } };
        continue;
      }
      const words = foldedWords(first.name);
      const person = words.length >= PERSON_WORDS_FROM && words.length <= PERSON_WORDS_TO;
      const type = words.some((word) => ORGANISATION_WORDS.has(word))
        ? 'organisation'
        : person
          ? 'person'
          : undefined;
      if ((told ?? type) === undefined) {
        yield {
          left: {
            reason: 'neither a person nor an organisation by its words: give --type',
            example: first.name,
          },
        };
        continue;
      }
      const hash = createHash('sha256').update(first.name).digest('base64url').slice(0, 12);
      yield { entity: { key: `names:${hash}`, type: (told ?? type)!, names } };
    }
  },
};
