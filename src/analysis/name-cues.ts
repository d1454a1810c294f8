/**
 * Words beside names and within them that say what a name is of. Lists are written as people write them, separated by
 * white space; a word of a text belongs to a list if its stem does.
 */
export const CUES = [
  /** What a person is called by: president, singer. */
  'person',
  /** Relatives: son, wife. */
  'kin',
  /** What people do: said, was born. */
  'said',
  /** What a place is: city, river. In a name or beside it. */
  'place',
  'direction',
  /** What an organisation is: party, club. In a name or beside it. */
  'organisation',
  /** What has a name but is no entity: film, law, aircraft. */
  'work',
  /** War, cup, festival. */
  'event',
  /** Peoples and adjectives of countries. */
  'nationality',
  'language',
  /** Words between which and a place nothing stands: in, from, near. */
  'inPlace',
] as const;
export type Cue = (typeof CUES)[number];
export type NameCues = Readonly<Record<Cue, string>> & {
  /** Words of sport: in such a sentence a town is mostly its club. */
  readonly sport?: string;
};
