/** Articles, pronouns, prepositions, conjunctions, auxiliaries, question words (Quirk et al. 1985, ch. 2), as written. */
export const STOP_WORDS: readonly string[] =
  `a an the and or but nor so yet if then than that this these those there here
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves
  who whom whose which what when where why how whether whoever whatever whichever many much
  am is are was were be been being do does did doing done have has had having
  will would shall should can could may might must ought cannot
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't couldn't mustn't
  i'm i've i'll i'd you're you've you'll you'd he'll he'd she'll she'd we're we've we'll we'd they're they've they'll they'd
  let's that's what's who's where's there's it's he's she's
  of in on at by for with about into onto through throughout to from up down out off over upon toward towards until till
  since while as because although though again further all any both each more some such no not only own too very just also
  even still ever already always else however therefore thus hence per via etc`.split(/\s+/);
