/** Names of people and places in English text, and particles of names that English takes from other languages. */
import type { NameRules } from '../../name-rules.ts';

export const names: NameRules = {
  titles: {
    president: 'President Pres',
    premier: 'Premier Minister PM Chancellor',
    minister: 'Minister Secretary FM',
    monarch: 'King Prince Emir Sheikh Sultan Queen Highness Majesty',
    envoy: 'Envoy Ambassador Representative Coordinator',
    speaker: 'Spokesman Spokeswoman Spokesperson',
    commander: 'General Commander Marshal Admiral Gen Lt',
    leader: 'Leader Chief Chairman Chairwoman Head Director Senator Governor Mr Mrs Ms Dr',
  },
  particles: 'al ibn bin ben van von der de da la',
  fatherWords: 'bin ibn',
  notFamilyNames: 'bin ben ibn II III VI XIV',
  located: {
    before:
      'in at from to near outside around of across into through toward towards leave left visit visited',
    nouns: 'city port airport government authorities police mayor',
  },
  sport: {
    topic: `goal goals scored match derby league striker midfielder goalkeeper coach penalty referee season championship cup football`,
    beats: `beat beats defeated thrashed edged outplayed`,
    results: `won wins lost draw drew`,
    ofClub: `striker midfielder goalkeeper defender winger fans`,
  },
  namedAfter: {
    after: `Universit Cup League Times Post Journal Herald Tribune Examiner Institut Agreement Accord Convention Protocol Championship Olympic
      Marathon Airlines Orchestra Philharmonic Open Masters Lakers Bulls Galaxy Knicks`,
    afterPerson: 'Airport Foundation Stadium Avenue Boulevard Bridge Street Dam Prize',
    before: 'Real Atletico Dinamo Dynamo CSKA Sparta Lokomotiv Olympique Racing Sporting Bayern',
  },
  askedOffice: {
    besideYear: 'year since',
    former: 'former ex previous past',
    present: 'current present incumbent',
    short: { FM: 'foreign minister', PM: 'prime minister' },
  },
};
