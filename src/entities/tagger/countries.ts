/** Which places of the gazetteer are countries, by the regions of the CLDR that are part of the runtime. */
import { foldLatin } from '../../analysis/folding/latin.ts';
import { lazily } from '../../common/lazily.ts';

/** As `scripts/places.ts` makes ids. */
const slug = (name: string): string =>
  foldLatin(name.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const known = lazily(countryIds);

export function isCountry(id: string): boolean {
  return known().has(id);
}

function countryIds(): Set<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [`place-${slug(name)}`];
    }),
  );
}
