/** Texts by the number of things, and the texts that the page and the search element share. */

/** One text for each plural category of the language (CLDR); `{n}` stands for the number. */
export type Plural = {
  readonly [category in Intl.LDMLPluralRule]?: string;
} & { readonly other: string };

/** One file in `shared/` for each language. */
export interface SharedTexts {
  /** What the search box is for. */
  readonly search: string;
  readonly articles: Plural;
  readonly keyMissing: string;
}

/** The text for a number, with the number as `format` writes it. */
export function counted(
  plural: Plural,
  n: number,
  rules: Intl.PluralRules,
  format: (n: number) => string,
): string {
  return (plural[rules.select(n)] ?? plural.other).replace('{n}', () => format(n));
}
