/**
 * German: folded, not stemmed.
 *
 * Rules in order
 * 1. exact: NFKC, invisible characters out, lower case.
 * 2. folded: the Latin folding shared by all languages of the script, so ä ö ü are a o u and ß is ss. The spelling of
 *    umlauts as ae oe ue is another word here: folding it would break Latin names with those letters (Aegean, Israel).
 */

import { everyExact, everyVariant } from '../folding/every-script.ts';
import { latinFolding, lowerCase } from '../folding/latin.ts';
import type { Language } from '../language.ts';

/** Articles, pronouns, prepositions, conjunctions, auxiliaries, question words (Duden 4), as written. */
const STOP_WORDS = `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
  ich mich mir du dich dir er ihn ihm es sie ihr ihre ihren ihrem ihrer ihres wir uns unser unsere unseren unserem unserer
  euch euer eure sein seine seinen seinem seiner seines mein meine meinen meinem meiner dein deine man sich selbst einander
  dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle alles allen aller
  manche mancher welche welcher welches welchen welchem solche solcher derer deren dessen denen derselbe dieselbe etwas
  und oder aber denn sondern doch sowie weder noch entweder dass daß ob weil wenn als wie während bevor nachdem damit obwohl
  in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne über um unter von vom vor zu zum zur zwischen
  seit ab außer gegenüber trotz wegen innerhalb außerhalb ins ans aufs
  bin bist ist sind seid war warst waren wart gewesen habe hast hat haben habt hatte hatten gehabt
  werde wirst wird werden werdet wurde wurden geworden worden würde würden
  kann kannst können konnte konnten könnte könnten muss müssen musste mussten soll sollen sollte sollten will wollen wollte
  darf dürfen durfte mag möchte möchten
  nicht nichts auch nur noch schon so sehr mehr da dort hier hin her dann also nun jetzt immer wieder bereits sogar etwa
  wer wen wem wessen was wo wohin woher wann warum weshalb wieso wieviel wofür womit wobei worüber dafür dabei daran darauf
  davon dazu daher deshalb`;

export const german: Language = {
  code: 'de',
  name: 'Deutsch',
  script: 'Latn',
  dir: 'ltr',
  iso3: 'deu',
  number: 5,
  stemmed: false,
  preferred: false,
  entityNames: false,
  indicativeLetters: 'äßÄẞ',
  tokenFilters: [...everyExact, lowerCase, ...everyVariant, latinFolding],
  stopWords: STOP_WORDS.split(/\s+/),
  dates: {
    months: [
      [
        'januar|jänner|jan',
        'februar|feb',
        'märz|mär',
        'april|apr',
        'mai',
        'juni|jun',
        'juli|jul',
        'august|aug',
        'september|sept|sep',
        'oktober|okt',
        'november|nov',
        'dezember|dez',
      ],
    ],
    beside: 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr|den|um',
  },
};
