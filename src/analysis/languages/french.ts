/**
 * French: folded, not stemmed. The tokenizer has cut elided articles and pronouns off (l'Iran, qu'il).
 *
 * Rules in order
 * 1. exact: NFKC, invisible characters out, lower case.
 * 2. folded: the Latin folding shared by all languages of the script, so é è ê ë are e, ç is c, œ is oe.
 */

import { everyExact, everyVariant } from '../folding/every-script.ts';
import { latinFolding, lowerCase } from '../folding/latin.ts';
import type { Language } from '../language.ts';

/** Articles, pronouns, prepositions, conjunctions, auxiliaries, question words (Grevisse & Goosse 2016), as written. */
const STOP_WORDS = `le la les l un une des du de d au aux
  je j me m moi tu te t toi il elle on nous vous ils elles lui leur leurs eux se s soi y en
  mon ma mes ton ta tes son sa ses notre nos votre vos mien sien ce c cet cette ces celui celle ceux celles ceci cela ça
  qui que qu quoi dont où lequel laquelle lesquels lesquelles auquel auxquels duquel desquels quel quelle quels quelles
  quand comment pourquoi combien
  et ou mais donc or ni car si comme lorsque puisque parce afin ainsi alors aussi
  à dans par pour sur avec sans sous entre vers chez depuis pendant avant après contre dès jusque jusqu selon envers malgré
  parmi hors durant outre
  suis es est sommes êtes sont étais était étions étaient sera seront serait seraient soit soient fut furent été étant être
  ai as a avons avez ont avais avait avions avaient aura auront aurait auraient ait aient eut eurent eu ayant avoir
  fait faire peut peuvent pouvait doit doivent devait va vont
  ne n pas plus moins non oui très trop peu encore déjà toujours jamais rien aucun aucune tout toute tous toutes même mêmes
  autre autres chaque plusieurs certains certaines tel telle tels telles ici là puis ensuite enfin cependant toutefois`;

export const french: Language = {
  code: 'fr',
  name: 'Français',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'fra',
  number: 6,
  stemmed: false,
  preferred: false,
  entityNames: false,
  indicativeLetters: 'éèêëàùœÉÈÊËÀÙŒ',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, latinFolding],
  stopWords: STOP_WORDS.split(/\s+/),
  dates: {
    months: [
      [
        'janvier|janv',
        'février|févr',
        'mars',
        'avril|avr',
        'mai',
        'juin',
        'juillet|juil',
        'août',
        'septembre|sept',
        'octobre|oct',
        'novembre|nov',
        'décembre|déc',
      ],
    ],
    beside: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|à',
  },
  /** Articles, prepositions and pronouns written together with the word after them: l'Iran, qu'il. */
  apostrophes: { isElided: (head) => /^(?:l|d|j|m|n|s|t|c|qu)$/i.test(head) },
};
