/**
 * A language to copy. It is not in `list.ts`, but it is compiled, and tests/analysis/template-language.test.ts runs it.
 *
 * To add a language:
 * 1. Copy this file to `NAME.ts` (a folder with `index.ts` when it grows beyond some 250 lines) and fill it in.
 *    `number` must be one that no language has or had; see `list.ts`.
 * 2. Add it to `list.ts`: an import and its place in the list.
 * 3. Write `tests/cases/NAME.tsv` (English name of the language in lower case): pairs of words, the first form in which
 *    they are equal (or `apart`), and why.
 *
 * This is enough for recognition, search and highlighting. Every optional field of `Language` adds one ability.
 *
 * Kurmanji Kurdish, as the example: folded, not stemmed.
 * Filters in order
 * 1. exact: NFKC, invisible characters removed, lower case.
 * 2. folded: digits, and the folding of the script (Latin: ê î û ç ş lose their marks).
 * Reference: Thackston, "Kurmanji Kurdish: A Reference Grammar" (2006).
 */

import { everyExact, everyVariant } from '../folding/every-script.ts';
import { latinFolding, lowerCase } from '../folding/latin.ts';
import type { Language } from '../language.ts';

/** Prepositions, pronouns, conjunctions, forms of "to be", question words. */
const STOP_WORDS = `û jî an yan lê belê ku ji bi di de da li ser bin ber nav nava bo wek weke heta piştî berî
  ez tu ew em hûn wan min te wî wê me we xwe ev vî vê van kî kê çi çima kengî ku çawa çend
  e ne im in bû bûn dibe dike kir kirin heye hene tune her hemû gelek pir kêm tenê`;

export const template: Language = {
  code: 'ku',
  name: 'Kurmancî',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'kmr',
  number: 254,
  stemmed: false,
  preferred: false,
  entityNames: false,
  indicativeLetters: 'êîûÊÎÛ',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, latinFolding],
  stopWords: STOP_WORDS.split(/\s+/),
  // Optional: names of months, to read dates in articles.
  dates: {
    months: [
      [
        'kanûna paşîn|rêbendan',
        'sibat|reşemî',
        'adar',
        'nîsan|avrêl',
        'gulan',
        'hezîran|pûşper',
        'tîrmeh',
        'tebax',
        'îlon|rezber',
        'çiriya pêşîn|kewçêr',
        'çiriya paşîn|sermawez',
        'kanûna pêşîn|berfanbar',
      ],
    ],
    beside: 'duşem|sêşem|çarşem|pêncşem|în|şemî|yekşem|roja',
  },
  // Optional: how pages label the parts of an article.
  pageLabels: { date: ['Dîrok'], source: ['Çavkanî'], also: ['Her wiha bixwîne'] },
  // Optional: words before names.
  names: {
    titles: { president: 'Serok Serokê', premier: 'Serokwezîr Serokwezîrê', minister: 'Wezîr Wezîrê' },
  },
};
