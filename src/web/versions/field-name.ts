/** The name of a field in the language of the page; of a field of the source, as the source calls it. */
export const fieldName = (name: string, known: Readonly<Record<string, string>>): string =>
  known[name] ?? name.replace(/^fields\./, '');
