"""What is certainly not for the reader of a letter, in English: patterns, a subject a paragraph.

Short on purpose: what no list can decide is raw, and raw facts stand in a slot.
"""

_SOMEBODY = (
    r"(?:i|he|she|they|who|boss|manager|director|owner|chef|foreman|head|lead|colleague|partner|"
    r"(?:head|lead) of (?:the )?\w+|"
    r"people|staff|everyone|someone|[a-z]+ist|[a-z]+er|(?-i:[A-Z][a-z]+))"
)
_WORKPLACE = r"(?:shop|site|plant|store|branch|office|factory|depot|yard|pub|company|firm)s?"
_ILL = (
    r"(?:cancer|depress\w*|anxiety|burn-?out|burned out|burnt out|epileps\w+|dialysis|dementia|"
    r"diabet\w+|migraines?|surgery|chemo\w*|adhd|autis\w+|bipolar|miscarriage|ivf|disease|"
    r"illness|disabilit\w+|disabled|wheelchair|operation|sick leave|sick note|asthma|arthritis|"
    r"hearing aids?|therapy|rehab|stroke|heart attack|hospital|panic attacks?|alcoholic|covid|ptsd)"
)
_MINE = r"(?:i|i'm|im|i’m|my|me|her|his|she|he|he's|she's|mum|mom|dad|wife|husband|son|daughter)"
_PAY = r"(?:pay|pays|salary|salaries|wages?|earns?|earned|bonus|pay band|band|day rate|hourly)"

PRIVATE = (
    # not to be passed on
    r"\b(?:don['’]?t|do not|never|dont|not to) (?:say|mention|repeat|tell|bring (?:it |this )?up|"
    r"talk about|let on|pass (?:it |this )?on|share|quote|write this)\b",
    r"\b(?:off the record|between (?:us|you and me|ourselves)|in confidence|confidentially|nda|"
    r"not public|not (?:yet )?announced|embargo\w*|insider|hush|psst|keep (?:it |this |that )?"
    r"(?:quiet|secret|to (?:my|your)self)|keep that|not everyone knows|nobody knows|"
    r"not for (?:them|the letter|the mail|sharing|her|him)|under wraps|not official|unofficial\w*|"
    r"secretly|strictly private|top secret|it['’]?s a secret)\b",
    r"^\W*(?:confidential|private|secret)\b(?! (?:waste|garden|papers?|school|ward|library))",
    r"\b(?:is|was|all|strictly) confidential\b",
    # pay
    rf"\b{_PAY}\b[^.]*\d",
    rf"\d[\d.,]*\W*(?:\w+ )?\b{_PAY}\b",
    r"\b(?:the|her|his|my|their)? ?(?:pay|salary|money|wages) "
    r"(?:is|was|are|seems?|looks?|sounds?|not|too|could)\b",
    r"(?:\d[\d.,]*\s?[-–]\s?)?\b\d{2,3}([.,]\d)?\s?k\b(?! (?:users|customers|people|lines|visitors|"
    r"readers|orders|items))",
    r"(?:[$£€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:euros?|eur|pounds|quid|dollars|usd|gbp|chf|£|€|\$))"
    r"(?!\s?(?:k?\w* )?(?:m\b|bn\b|million|billion))(?=\s*(?:$|an? |per |/|pa\b|p\.a|to |gross|net|"
    r"plus|before|after tax|basic|ote))",
    r"\d(?:[\d.,]*) ?(?:/ ?h(?:r|our)?\b|an hour|per hour|per annum|p\.a\.|brutto|netto|gross\b|"
    r"a month net)",
    # health and family
    rf"\b{_MINE}\b.*\b{_ILL}\b|\b(?:with|despite|after|from|through|has|had|having|for|the) (?:my |a "
    rf"|own )?(?:burn-?out|depression|epilepsy|dialysis|chemo\w*|miscarriage|ivf)\b",
    rf"^(?:had|has|having|off with|out with|was off|needs?|still has|getting over) .*\b{_ILL}\b",
    # whoever it is that has it: "the last nurse has long covid", not "has a cancer ward"
    r"\b(?:has|had|have|beat|survived) (?:long )?(?:covid|cancer|ptsd|epilepsy|diabetes|asthma|"
    r"dementia|depression|arthritis)$|\blong covid\b|\b(?:is|was|are) in hospital\b",
    r"\b(?:pregnant|expecting (?:a baby|in)|(?:maternity|mat|paternity) leave|burn-?out|"
    r"stutter(?:s|ed)|unwell|is (?:very |quite |really )?ill|is (?:sick|dying|deaf|blind)|"
    r"has (?:a limp|dyslexia)|bad (?:back|knee|heart|hip)|back is bad|died last|passed away|"
    r"in (?:a )?(?:wheelchair|rehab|therapy)|my health|health (?:issue|problem)s?|off sick|"
    r"mental health (?:issue|problem|day)s?|my (?:kids?|child\w*|son|daughter|husband|wife|ex|mum|"
    r"mom|dad|mother|father|boyfriend|girlfriend|partner)|single (?:mum|mom|dad|parent|mother|"
    r"father)|(?:his|her) (?:kids?|child\w*|son|daughter|husband|wife|ex|divorce|marriage|baby)|"
    r"custody|going through a|getting divorced|got divorced|is divorced|her ex|affair with|"
    r"wife works|husband works|trying for a baby|tribunal)\b",
    # who is leaving, layoffs, closures
    rf"\b{_SOMEBODY} (?:is |are |was |will |to |might |may |'s |wants to |also )?(?:be )?leav"
    r"(?:e|es|ing)\b(?! (?:every|at|the (?:station|depot|yard|harbour|pier)|on|before|from))",
    rf"\b{_SOMEBODY}['’]s leaving\b|\bleaving (?:in|soon|next|at the end|do for|because)\b",
    rf"\b{_SOMEBODY} (?:quits?|is quitting|retires|is retiring|resigns|resigned|is off in|goes in)\b"
    r"(?! (?:every|at))",
    r"\b(?:hand(?:s|ed|ing)? in (?:his|her|their|my) notice|gave (?:in )?(?:his|her|their|my)? ?"
    r"notice|on (?:his|her|their|the) way out|sacked|laid off|lay(?:s|ing)? (?:\w+ )?off|layoffs?|"
    r"redundancies|made redundant|job cuts|retires (?:in|next|soon)|going bust|insolven\w+|"
    r"bankrupt\w*|hiring freeze|restructur\w+|takeover|being sold|profit warning|"
    r"let (?:him|her|them|people|half|me) go|was let go|were let go)\b",
    r"\b(?:(?-i:[A-Z][a-z]+)|(?<!\w)i|he|she|they|who) (?:was|were|got|been|gets) fired\b|"
    r"\bgot fired\b|\bwas fired (?:at|from|by)\b",
    rf"\b{_WORKPLACE}\b(?: in \w+| there)? (?:is |are |will |might |may |to |has to )?(?:be )?"
    r"(?:shut|shuts|shutting|closing|closes?|closed) ?(?:down|in \w+|soon|next|for good|to shut|$)",
    r"\b(?:to shut|shuts? down|closing down|closes down|shutting down)\b",
    # judgement of a person or of them
    r"\b(?:arrogant|rude|disorgani[sz]ed|chaotic|incompetent|creepy|creep|weird|moody|grumpy|"
    r"unfriendly|hates?|hated|can['’]?t stand|on speaking terms|no clue|clueless|boys['’]? club|"
    r"toxic|(?:a|total|such a) mess|terrible|awful|horrible|nightmare|useless|lazy|insecure|"
    r"annoying|annoyed|flirt\w*|bull(?:y|ies|ied)|shouts?|shouted|cry|micro-?manag\w+|red flags?|"
    r"bad vibes?|drunk|drinks too|smell(?:s|y)|stuck up|full of (?:him|her)self|snob\w*|sexist|"
    r"racist|dodgy|shady|sketchy|unprofessional|condescending|patroni[sz]\w+|fake|liar|lied|lies|"
    r"two-faced|bossy|sleazy|stingy|cheap|idiots?|stupid|dumb|jerk|hostile|aggressive|miserable|"
    r"jaded|burnt-out|high turnover|passed over|not keen on|looks tired|looked bored|bored|"
    r"is fighting|are fighting|at war with|doesn['’]?t (?:like|trust|get on)|no respect|hypocrit\w*)\b",
    r"\b(?:seem(?:s|ed)|is|was|were|are|bit|so|very|quite|really|too|rather|pretty|a little) "
    r"(?:a bit |so |very |quite |really |too )?(?:cold|boring|strict|strange|odd|nervous|stressed|"
    r"slow|distant|vague|late|old-fashioned|intense|scary|pushy|smug|defensive|unprepared)$|"
    r"\b(?:bit|so|very|quite|really|too) (?:cold|boring|strange|odd|scary|pushy|smug|vague)\b",
    # what a third person told
    r"^(?-i:[A-Z][a-z]+) (?:told|warned) me\b|\b(?:says|said|told|warned|according to|reckons|"
    r"thinks) (?:my|a|an|bob|one of the|someone|somebody|the receptionist)\b|\bsays "
    r"(?-i:[A-Z][a-z]+)\b|\b(?:i|we) heard\b|\bheard from\b|\brumou?r\w*\b|\bglassdoor\b|\bgossip\b|"
    r"\b(?:my|a) (?:cousin|friend|aunt|uncle|neighbou?r|brother|sister|mate|flatmate)\b.*\b(?:says|"
    r"said|told|works|worked|heard)\b|\b(?-i:[A-Z][a-z]+) (?:told me|warned me)\b",
    r"\b(?:got the sack|about to (?:quit|leave|retire|resign|close)|quit after|(?:nearly|going|almost) "
    r"broke|bought by|control freaks?|unpaid|pays? (?:badly|peanuts|poorly|nothing|little|well)|"
    r"lawsuit|investigation|on strike|strike (?:planned|coming)|(?:is|are) firing|cutting (?:the|jobs)|"
    r"(?:is|['’]s) (?:gay|lesbian|trans|muslim|jewish|catholic|hindu|single|divorced|old|fat|pretty|"
    r"ugly|hot|blonde)|alcoholic|has a (?:lisp|limp|stutter|tic)|english is (?:bad|poor|weak)|"
    r"someone younger|too (?:old|young)|last (?:person|guy|one) (?:quit|left|was)|turnover is|"
    r"interviewed (?:at|with|elsewhere)|waiting (?:on|for) (?-i:[A-Z])|visa)\b|, secret$",
    # her own doubts and weaknesses
    r"\bnot (?:good|smart|clever|qualified|experienced|strong|fast) enough\b|\bnot sure (?:i|if|"
    r"about|that|whether)\b|\bi (?:don['’]?t|do not) (?:think|know|want|really|like|feel)\b|"
    r"\b(?:weak|bad|terrible|poor|hopeless|rubbish|useless) (?:at|in|with)\b|\bi failed\b|"
    r"\bfailed (?:the|my|it|at|twice|two|an?)\b|\bnever (?:actually |really )?(?:finished|did|done|"
    r"completed|used|worked)\b|\bdid ?n['’]?t (?:say|tell|mention|finish|get the|admit|know|pass)\b|"
    r"\b(?:hid|hide|hiding|exaggerat\w+|fudged|bluff\w*|pretended|faked|padded|made up)\b|"
    r"\bgap (?:in|on|year)\b.*\b(?:cv|20\d\d|resume)\b|\btold (?:them|him|her) nothing\b|"
    r"\bi['’]?m (?:not|bad|weak|scared|worried|nervous|afraid|too|terrified|rusty)\b|\bscared of\b|"
    r"\bdon['’]?t let on\b|\bimpost[eo]r\b|\bmy weakness\w*\b|\bexpired\b|\bcriminal record\b",
    # other applications
    r"\b(?:interview(?:ing|s)? (?:at|with|elsewhere|for) (?!every)|(?:other|another|better|second) "
    r"offers?|offer from|plan b|back-?up(?: plan| job| option)|also applied|applied (?:at|to|"
    r"elsewhere)|would only take|only if .* says no|says no|want(?:s)? me back|second choice|"
    r"first choice|job hunting|counter-?offer|elsewhere|prefer the|rather work (?:at|for))\b",
)
