/** English words that are written apart, with a hyphen or as one. */
import type { Compounds } from '../../language.ts';

/** What follows Abdul, Abdel and Abd al- in a name, in the spellings of news. */
const AFTER_ABDUL = new Set(
  `rahman rehman rahim raheem aziz azeez karim kareem qadir qader kader hamid hameed majid majeed malik malek latif ghani
   jabbar razzaq razak rauf raouf salam samad wahab wahhab wahed wahid fattah ghaffar hakim haq haqq hadi nasser nasir basit
   baset bari khaliq khaleq quddus sattar mutallib jalil halim muhsin mohsen moneim monem hai hay mahdi zahra`.split(
    /\s+/,
  ),
);
const ARTICLES = new Set(['al', 'el', 'ul', 'ur', 'er']);

export const compounds: Compounds = {
  pairs: `cease fire|air strike|air craft|air base|air field|air lift|air space|battle field|black mail|black list|break through|check point|counter attack|counter terrorism|crack down|data base|fire arm|fire fight
    |flash point|gun fire|gun man|gun men|head quarter|health care|home land|key note|land mine|land mark|law maker|law suit|life time|lock down|long time|loop hole|main stream|nation wide|off shore|on line|pay roll
    |peace keep|peace maker|pipe line|plug in|policy maker|power house|real time|road block|road map|safe guard|set back|ship yard|side line|smart phone|stake holder|stand off|stock pile|strong hold|super power|tax payer
    |time line|time table|trade off|war head|war plane|war ship|watch dog|water way|web site|week end|whistle blow|wide spread|wild fire|work force|work place|work shop|world wide|nasr allah|abu bakr|abou bakr|covid 19`,
  first: [
    { words: ['abd'], takes: (second) => ARTICLES.has(second) },
    {
      words: ['abdul', 'abdel', 'abdal', 'abdur', 'abder', 'abd al', 'abd el', 'abd ul', 'abd ur', 'abd er'],
      takes: (second) => AFTER_ABDUL.has(second),
    },
  ],
  prefixes: 'co non re',
};
