/** Words for what is of a country or a city: Syria, Syrian; Turkey, Turkish. Regular ones in -ia and -a by rule. */
import type { Form } from '../../language.ts';

const IRREGULAR = `turkey turkish turk|turkiye turkish turk|britain british briton|england english|scotland scottish|ireland irish|spain spanish spaniard|
  france french|germany german|poland polish pole|denmark danish dane|sweden swedish swede|finland finnish finn|norway norwegian|
  iceland icelandic|netherlands dutch|holland dutch|switzerland swiss|greece greek|cyprus cypriot|hungary hungarian|czechia czech|
  slovakia slovak|serbia serbian serb|croatia croatian croat|ukraine ukrainian|azerbaijan azerbaijani|kazakhstan kazakh|
  uzbekistan uzbek|turkmenistan turkmen|tajikistan tajik|kyrgyzstan kyrgyz|afghanistan afghan|pakistan pakistani|iraq iraqi|iran iranian|
  israel israeli|yemen yemeni|oman omani|qatar qatari|kuwait kuwaiti|bahrain bahraini|lebanon lebanese|egypt egyptian|jordan jordanian|
  sudan sudanese|morocco moroccan|palestine palestinian|gaza gazan|china chinese|japan japanese|taiwan taiwanese|vietnam vietnamese|
  thailand thai|philippines filipino philippine|bangladesh bangladeshi|nepal nepali|myanmar burmese|canada canadian|brazil brazilian|
  peru peruvian|argentina argentine argentinian|mexico mexican|chile chilean|portugal portuguese|belgium belgian|italy italian|
  london londoner|paris parisian|moscow muscovite|america american|europe european|africa african|asia asian|kurdistan kurdish kurd`;

const LISTED = new Map(
  IRREGULAR.split('|').map((entry) => {
    const [name, ...words] = entry.trim().split(/\s+/) as [string, ...string[]];
    return [name, words];
  }),
);

export function placeWords({ folded }: Readonly<Record<Form, string>>): string[] {
  const listed = LISTED.get(folded);
  if (listed !== undefined) return listed;
  return /...ia$/.test(folded) ? [`${folded}n`] : [];
}
