/** English words that are written apart, with a hyphen or as one. */
import type { Compounds } from '../../language.ts';

export const compounds: Compounds = {
  pairs: `cease fire|air strike|air craft|air base|air field|air lift|air space|battle field|black mail|black list|break through|check point|counter attack|counter terrorism|crack down|data base|fire arm|fire fight
    |flash point|gun fire|gun man|gun men|head quarter|health care|home land|key note|land mine|land mark|law maker|law suit|life time|lock down|long time|loop hole|main stream|nation wide|off shore|on line|pay roll
    |peace keep|peace maker|pipe line|plug in|policy maker|power house|real time|road block|road map|safe guard|set back|ship yard|side line|smart phone|stake holder|stand off|stock pile|strong hold|super power|tax payer
    |time line|time table|trade off|war head|war plane|war ship|watch dog|water way|web site|week end|whistle blow|wide spread|wild fire|work force|work place|work shop|world wide|nasr allah`,
  prefixes: 'co non re',
};
