/** English words beside names and within them that say what the name is of. */
import type { NameCues } from '../../name-cues.ts';

export const nameCues: NameCues = {
  person: `president premier minister secretary chancellor king queen prince princess emperor empress sultan pope bishop archbishop
    cardinal saint senator congressman governor mayor ambassador envoy spokesman spokeswoman spokesperson judge justice general
    colonel major captain lieutenant sergeant admiral commander sheikh imam ayatollah lord lady sir dame baron count duke mr mrs ms
    miss dr doctor prof professor coach manager goalkeeper striker midfielder defender forward player driver author writer poet
    novelist playwright journalist reporter actor actress director producer singer musician composer guitarist drummer rapper
    painter sculptor artist architect engineer scientist physicist chemist biologist mathematician economist historian philosopher
    lawyer attorney prosecutor analyst founder chairman chairwoman chief executive ceo leader deputy adviser lawmaker pilot`,
  kin: 'son daughter wife husband father mother brother sister uncle aunt cousin nephew niece grandson grandfather widow',
  said: `said says told added announced warned argued wrote stated explained noted insisted claimed replied tweeted born died married
    scored resigned testified asked`,
  place: `city town village district county province state region country island islands peninsula river lake sea ocean gulf bay strait
    mountain mountains mount hill valley desert forest plateau coast port harbour harbor street avenue road square park bridge palace
    castle cathedral church mosque museum hotel stadium airport station capital suburb neighbourhood neighborhood kingdom empire
    republic emirate canal`,
  direction:
    'north south east west northern southern eastern western central upper lower outside near downtown',
  organisation: `university college school institute academy faculty party organisation organization union association federation
    confederation committee commission council board agency ministry department office parliament senate congress assembly court
    bank company corporation corp inc ltd llc plc group holding club team united fc newspaper magazine times post television channel
    radio press hospital army navy force forces police brigade front movement alliance coalition league society foundation fund
    airlines airways orchestra theatre studio records bureau authority trust`,
  work: `film movie series album song novel book play opera symphony game poem magazine law act bill treaty agreement accord award prize
    medal model aircraft ship missile language`,
  event:
    'war battle siege revolution cup league championship tournament olympics festival conference congress summit election earthquake day',
  nationality: `american british english french german russian italian spanish greek turkish arab iranian persian iraqi syrian lebanese
    palestinian israeli egyptian saudi kuwaiti qatari emirati yemeni jordanian libyan tunisian algerian moroccan chinese japanese
    korean indian pakistani afghan kazakh uzbek azerbaijani armenian georgian ukrainian polish czech hungarian romanian bulgarian
    serbian croatian bosnian albanian austrian swiss belgian dutch danish swedish norwegian finnish portuguese brazilian argentine
    mexican canadian australian scottish irish welsh european african asian jewish muslim christian catholic kurdish`,
  language: '',
  inPlace: 'in at from near to into across throughout',
  sport: `match goal league season striker goalkeeper midfielder winger defender transfer club football basketball hockey cup coach derby
    squad scored penalty fixture promotion relegation playoff`,
};
