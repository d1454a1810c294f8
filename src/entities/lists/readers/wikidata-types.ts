/** Types of the classes that items of Wikidata are most often instances of. */
import type { Entity } from '../../gazetteer/gazetteer.ts';

const CLASSES: Readonly<Record<Entity['type'], string>> = {
  // Human.
  person: 'Q5',
  // City, big city, million city, capital, town, village, human settlement, municipality, sovereign state, country, former country,
  // state of the United States, oblast of Russia, republic of Russia, province and district of Turkey, governorate, province, district,
  // region, island, river, mountain, lake, sea, neighbourhood, island country, continent, strait, desert, mountain range, airport, port.
  place:
    'Q515 Q1549591 Q1637706 Q5119 Q3957 Q532 Q486972 Q15284 Q3624078 Q6256 Q3024240 Q35657 Q835714 Q41162 Q48336 Q1147395 Q34876 Q149621 Q82794 Q23442 Q4022 Q8502 Q23397 Q165 Q123705 Q112099 Q5107 Q37901 Q8514 Q46831 Q1248784 Q44782 Q7930989 Q2039348 Q1093829 Q747074 Q484170',
  // Organisation, company, enterprise, public company, political party, government agency, ministry, university, newspaper, bank, NGO,
  // international organisation, football club, armed group, terrorist organisation, broadcaster, trade union, central bank, parliament,
  // military alliance, airline, news agency, television station, automobile maker, intelligence agency, armed forces, foundation.
  organisation:
    'Q43229 Q783794 Q4830453 Q6881511 Q891723 Q7278 Q327333 Q192350 Q3918 Q11032 Q22687 Q163740 Q484652 Q476028 Q17149090 Q15265344 Q178790 Q66344 Q35749 Q1127126 Q46970 Q192283 Q1616075 Q786820 Q47913 Q772547 Q157031 Q245065 Q161726 Q1002697 Q31855 Q875538',
  // War, battle, conflict, election, treaty, summit, conference, earthquake, protest, coup, terrorist attack, festival, sports event,
  // season, civil war, revolution, massacre, pandemic, scandal, military operation, referendum, peace process.
  event:
    'Q198 Q178561 Q180684 Q40231 Q131569 Q1072326 Q625994 Q7944 Q273120 Q45382 Q2223653 Q132241 Q27020041 Q8465 Q10931 Q3199915 Q12184 Q192909 Q645883 Q43109 Q1656682 Q1190554 Q27968055',
};

const types = new Map(
  Object.entries(CLASSES).flatMap(([type, classes]) =>
    classes.split(' ').map((id) => [id, type as Entity['type']] as const),
  ),
);

/** The type of the instances of a class; `undefined` for a class that is not in the table. */
export function typeOfClass(id: string): Entity['type'] | undefined {
  return types.get(id);
}
