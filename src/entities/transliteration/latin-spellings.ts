/**
 * Names that Latin letters spell in several ways, because they come from other scripts: Mohammed, Muhammad. Each group is
 * one name; from general knowledge of how news write them. Turkish forms that are another name or word in Turkish
 * (Mehmet, Ayşe) are not in a group. Models have the letters of either script: S-400, С-400.
 */
import { lazily } from '../../common/lazily.ts';
import { foldedWords } from '../language-rules.ts';

const GROUPS = `mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud mehmed|ahmed ahmad ahmet achmed ahmadi|yousef youssef yusuf yusef yousif yussuf youcef yousuf joussef youssouf|hussein hussain husain husayn hossein hosein husein hussien huseyin
  |hassan hasan|omar umar omer|othman uthman osman ousmane|khaled khalid halid khalad|tariq tarek tareq tarik tarique|qassem kassem qasim qasem kasim kasem qassim ghasem|abdulrahman abdelrahman abdurrahman abdalrahman abderrahman abdurahman abdulrehman abdirahman
  |abdullah abdallah abdulla abdalla abdoullah|abdulaziz abdelaziz abdalaziz|abdulkarim abdelkarim|abdulkader abdelkader abdulqadir|ibrahim ebrahim brahim ibraheem|ismail ismael esmail ismaeel|mustafa mostafa moustafa moustapha mustapha|mahmoud mahmud mahmood mahamoud
  |said saeed saied|salem salim saleem|suleiman sulaiman soliman suleyman sulayman souleymane suleman|jamal gamal djamal jamaal cemal|jaber jabir gaber|nasser naser nasir nassir|nasrallah nasrullah nasralla nasrollah|fatima fatma fatimah fatemeh|aisha ayesha aicha
  |zainab zeinab zaynab zeynep zaineb|mariam maryam meryem miriam|karim kareem kerim|rashid rasheed rached resid|walid waleed oualid|hamid hameed hamed|majid majeed|faisal feisal faysal faycal|gaddafi qaddafi gadhafi kadhafi kaddafi gathafi qadhafi
  |hezbollah hizbullah hizballah hezbullah hizbollah|houthi huthi houthis huthis|sharia shariah shariat|quran koran kuran|sheikh shaikh shaykh cheikh|obeida ubaida ubaydah obaida ubeida obeidah|abu abou|reza rida ridha|covid19 kovid19|hadi hady|mehdi mahdi|ali aly
  |sergei sergey serguei sergej|alexei aleksei alexey aleksey|alexander aleksandr alexandr aleksander|dmitry dmitri dimitri dmitriy dimitry|yuri yury iouri juri|andrei andrey andrej|nikolai nikolay|vasily vassily vasiliy vasili|mikhail michail mikhael
  |zelensky zelenskyy zelenskiy zelenski|kyiv kiev|yevgeny evgeny yevgeni evgeni evgeniy|anatoly anatoli|gennady gennadi|vitaly vitali vitaliy|lukashenko lukashenka|timoshenko tymoshenko|medvedev medvedyev|khrushchev chruschtschow hrushchev
  |zarif zareef|rouhani rohani ruhani|khamenei khamenai|raisi raeisi|soleimani suleimani|haniyeh haniya haniyya|sinwar sanwar|barghouti barghouthi|erekat erakat|deif dayf dheif|sisi sissi|netanyahu netanyahou|ghani gani|karzai karzay
  |abubakr aboubakr abubakar abubaker aboubaker|jazeera aljazeera|jazira aljazira|qaeda alqaeda|qaida alqaida|arabiya alarabiya|shabaab alshabaab|aqsa alaqsa`;

const groupOf = lazily(() => {
  const groups = new Map<string, readonly string[]>();
  for (const group of GROUPS.split('|')) {
    const spellings = foldedWords(group);
    for (const spelling of spellings) if (!groups.has(spelling)) groups.set(spelling, spellings);
  }
  return groups;
});

/** Letters of models in Latin and Cyrillic script: S-400, С-400; MiG-29, МиГ-29. */
const MODEL_LETTERS = new Map(
  's с|f ф|t т|m м|b б|k к|r р|p п|a а|x х|mig миг|su су|tu ту|il ил|an ан|mi ми|ka ка|covid ковид|kovid ковид'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
const LATIN_LETTERS = new Map([...MODEL_LETTERS].map(([latin, cyrillic]) => [cyrillic, latin]));
const MODEL = /^(\p{L}{1,5})(\d{1,4}\p{L}?)$/u;

/** A model in the other script, in folded form. */
function otherScript(folded: string): string[] {
  const [, letters, number] = MODEL.exec(folded) ?? [];
  if (letters === undefined) return [];
  const found = MODEL_LETTERS.get(letters) ?? LATIN_LETTERS.get(letters);
  return found === undefined ? [] : [found + number];
}

/** The other spellings of a name, in folded form; none for a word that is in no group and no model. */
export function otherSpellings(folded: string): string[] {
  const group =
    groupOf()
      .get(folded)
      ?.filter((spelling) => spelling !== folded) ?? [];
  return [...group, ...otherScript(folded)];
}
