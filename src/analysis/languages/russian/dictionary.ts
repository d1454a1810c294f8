/** Which entries of a Russian spelling dictionary a word may be a form of. */
import type { Dictionary } from '../../language.ts';

/**
 * Endings of inflection. The stem alone is too short to find its entry again. Without -ов, -ев and -ин, which make
 * surnames of words.
 */
const INFLECTION =
  `а я у ю о е ё и ы ь ом ем ой ей й ам ям ами ями ах ях ого его ому ему ым им ую юю ая яя ое ее ые ие ых
  их ыми ими л ла ло ли ил ила ило или ал ала ало али ет ит ут ют ат ят ешь ишь ал ся ок ек`.split(/\s+/);
/** What the entry may have in place of the ending. */
const ENTRY_ENDINGS = ['', ...'а я о е ь й ый ий ой ть ать ить еть ин ный ка и ы'.split(' ')];
/** Letters that are left of a word at least. */
const LEAST = 3;
/** -ов does follow words for people by what they do or are: актёров. */
const PEOPLE = /(?<=ер|ор|ист|ент|ант|ат)ов$/;

function* entriesOf({ folded }: { readonly folded: string }): Generator<string> {
  yield folded.replace(PEOPLE, '');
  for (const ending of ['', ...INFLECTION]) {
    if (ending !== '' && (folded.length - ending.length < LEAST || !folded.endsWith(ending))) continue;
    const stem = folded.slice(0, folded.length - ending.length);
    for (const other of ENTRY_ENDINGS) yield stem + other;
  }
}

export const dictionary: Dictionary = { packageName: 'dictionary-ru', entriesOf };
