"""How words of the private signs begin; written by scripts/beginnings.py."""

ENGLISH = (
    "bring let mention pass quote repeat say share talk tell write",
    "announced between confidence confidentially embargo everyone hush insider keep nda "
    "nobody not off official psst public secret secretly strictly top under unofficial",
    "confidential private secret",
    "confidential",
    "0",
    "0",
    "hermoney herpay hersalary herwages hismoney hispay hissalary hiswages money mymoney "
    "mypay mysalary mywages pay salary theirmoney theirpay theirsalary theirwages themoney "
    "thepay thesalary thewages wages",
    "0",
    "0 dollars euro euros pounds quid",
    "0 annum brutto gross hour hr month netto",
    "adhd alcoholic anxiety arthritis asthma autis bipolar burn burned burnout burnt cancer "
    "chemo covid dementia depress depression diabet dialysis disabilit disabled disease "
    "epileps epilepsy hearing heart hospital illness ivf migraine migraines miscarriage "
    "operation own panic ptsd rehab sick stroke surgery therapy wheelchair",
    "adhd alcoholic anxiety arthritis asthma autis bipolar burn burned burnout burnt cancer "
    "chemo covid dementia depress diabet dialysis disabilit disabled disease epileps hearing "
    "heart hospital illness ivf migraine migraines miscarriage operation panic ptsd rehab "
    "sick stroke surgery therapy wheelchair",
    "arthritis asthma cancer covid dementia depression diabetes epilepsy hospital long ptsd",
    "affair baby bad blind boyfriend burn burnout child custody dad daughter deaf died "
    "divorce divorced dying dyslexia ex expecting father getting girlfriend going got health "
    "husband ill kid kids leave limp marriage mental mom mother mum off partner passed "
    "pregnant quite really rehab sick single son stuttered stutters therapy tribunal trying "
    "unwell very wheelchair wife",
    "leave leaves leaving might wants",
    "leaving",
    "goes off quit quits quitting resigned resigns retires retiring",
    "bankrupt being cuts gave going hiring insolven laid layoff layoffs let made notice off "
    "profit redundancies restructur retires sacked takeover way",
    "fired got",
    "close closed closeddown closedfor closedin closednext closedown closedsoon closedto "
    "closefor closein closenext closes closesdown closesfor closesin closesnext closesoon "
    "closessoon closesto closeto closing closingdown closingfor closingin closingnext "
    "closingsoon closingto might shut shutdown shutfor shutin shutnext shuts shutsdown "
    "shutsfor shutsin shutsnext shutsoon shutssoon shutsto shutting shuttingdown shuttingfor "
    "shuttingin shuttingnext shuttingsoon shuttingto shutto soon",
    "closes closing down shut shutting",
    "aggressive annoyed annoying arrogant awful bad bored bossy boys bullied bullies bully "
    "burnt chaotic cheap clueless condescending creep creepy cry disorgani dodgy doesn doesnt "
    "drinks drunk dumb fake fighting flirt full grumpy hate hated hates high horrible hostile "
    "hypocrit idiot idiots incompetent insecure jaded jerk keen lazy liar lied lies looked "
    "looks mess micro micromanag miserable moody nightmare no passed patroni racist red rude "
    "sexist shady shout shouted shouts sketchy sleazy smell snob speaking stand stingy stuck "
    "stupid terrible toxic two unfriendly unprofessional useless war weird",
    "bit boring cold defensive distant fashioned intense late nervous odd pushy quite really "
    "scary slow smug so strange stressed strict too unprepared vague very",
    "according glassdoor gossip heard reckons rumor rumour said says thinks told warned "
    "worked works",
    "alcoholic blonde bought broke catholic close control cutting divorced english fat firing "
    "gay got hindu hot interviewed investigation jewish last lawsuit leave lesbian limp lisp "
    "muslim old pay pays pretty quit resign retire secret single someone strike stutter tic "
    "too trans turnover ugly unpaid visa waiting",
    "bad bluff criminal did didn didnt do don dont enough exaggerat expired failed faked "
    "fudged gap hid hide hiding hopeless im impost let m made never padded poor pretended "
    "rubbish scared sure terrible told useless weak weakness",
    "applied b backup counter counteroffer elsewhere first hunting interview interviewing "
    "interviews offer offers only prefer rather says second up want wants",
)

GERMAN = (
    "bloß geheim ich im inoffiziell nicht nix noch psst unter vertraulich",
    "0 brutto eurbrutto eurim eurnetto eurobrutto eurodie euroim euronetto europro jahr "
    "kbrutto knetto monat netto stunde",
    "alleinerziehend behindert burn burnout chronisch depression der elternzeit geschieden "
    "ihre im ist krankgeschrieben krebs lässt mein meine mutterschutz rollstuhl scheidung "
    "schwanger seine therapie",
    "chef entlassen entlassungen geht gekündigt hört insolven kündigt macht pleite "
    "rausgeflogen rausgeworfen schließt stellenabbau verlässt wird",
    "arrogant chaotisch cholerisch faul hasst inkompetent keine launisch mobbing schlecht "
    "schreit unfreundlich unhöflich unsympathisch zerstritten",
    "angeblich gerücht hat kununu sagt soll",
    "durchgefallen gelogen geschummelt kann lücke mich nicht schwäche",
    "anderes auch b vorstellungsgespräch zusage zweite",
)

ENGLISH_LETTER = (
    "between confidence confidential confidentially disclosure hush hushhush keep kept mum "
    "nda nondisclosure off secret",
    "announced asked breathe go leave mention official pass public repeat say share supposed "
    "tell told",
    "close closed closes closing cuts down downsiz go going hiring insolven jobs laid laying "
    "layoff layoffs made off offs redundancies redundancy restructuring sale shut sold",
    "dismissed fired leave leaving let pushed quit quitting really replaced resign resigning "
    "sacked secretly soon",
    "addiction adhd alcoholism anxiety attack attacks autism bad bankruptcy breakdown burn "
    "burnout cancer chemo chemotherapy condition conviction criminal custody depression "
    "diabetes diagnosis disability disorder divorce drinking epilepsy health hospital illness "
    "issues leave medication mental migraine migraines miscarriage operation pain pills "
    "pregnancy problem problems reasons rehab separation sick stroke surgery therapist "
    "therapy trouble tumor tumour",
    "addiction adhd alcoholic alcoholism anxiety attack attacks autism bad bankruptcy being "
    "bipolar breakdown burn burned burnout burnt cancer chemo chemotherapy condition "
    "conviction criminal custody depressed depression diabetes diagnosed diagnosis disability "
    "disabled disorder divorce divorced divorcing drinking epilepsy getting health hiv "
    "hospital ill illness issues leave living medication mental migraine migraines "
    "miscarriage off operation pain pills pregnancy pregnant prison problem problems reasons "
    "recovered recovering rehab separation sick stroke struggled struggling suffer suffered "
    "suffering surgery therapist therapy through treated trouble tumor tumour",
    "baby bump date expecting maternity miscarriage pregnancy pregnant unborn",
    "accident addiction affair age attack bereavement breakdown burn burnout cancer chemo "
    "court custody depression diagnosis divorce drinking health illness leave loss marriage "
    "miscarriage operation religion separation surgery treatment troubles weight worries",
    "arrogant awful bad boring bossy bully chaotic clueless cold control creepy difficult "
    "disorgani dumb fool full grumpy horrible idiot incompetent jerk lazy little mess "
    "micromanager moody much nasty nightmare overworked pushy rude sleazy stressed stupid "
    "toxic unfriendly unpleasant unprofessional weird",
    "arrogant awful boring bossy bully chaotic clueless cold control creepy difficult "
    "disorgani dumb fool grumpy herself himself horrible idiot incompetent jerk lazy little "
    "mess micromanager moody much nasty nightmare overworked pushy rude sleazy stressed "
    "stupid tempered toxic unfriendly unpleasant unprofessional weird",
    "0 dollars euro euros grand pounds thousand",
    "another applications b backup compan competitor competitors elsewhere employer employers "
    "firms hospitals irons my places schools second several three two up",
    "affair afraid argument arrogant awful bad boring bossy bully cannot chaotic clueless "
    "cold complain control creepy difficult dismissed disorgani dumb employment fed feud "
    "fight fired fool full getting gossip grumpy handed hate hates have horrible idiot "
    "incompetent jerk lazy leaving little maternity mess micromanager moody much nasty "
    "nightmare overworked passed pushy quarrel row rude rumor rumors rumour rumours sacked "
    "seem seems sick sleazy speaking stressed stupid t told toxic tribunal unfriendly "
    "unpleasant unprofessional weird",
)

GERMAN_LETTER = (
    "behalte behalten bleibt geheimnis im inoffiziell nicht noch unter vertraulich vertrauliche",
    "abgebaut entlassen entlassungen geht gekündigt insolvenz kurzarbeit kündigen "
    "kündigungswelle schließung stellenabbau stellenstreichung verlässt",
    "ich mein meine nach seit trotz wegen",
    "affäre alkohol alter angststörung bandscheibe behinderung burn burnout chemo "
    "chemotherapie depression depressionen diabetes diagnose ehe ehekrise epilepsie "
    "erkrankung fehlgeburt für gesundheit gewicht insolvenz krankheit krankschreibung krebs "
    "krebserkrankung medikament medikamente migräne operation panikattacke panikattacken "
    "psyche reha religion rückenleiden rückenprobleme scheidung schwangerschaft sie sucht "
    "therapie trennung vorstrafe",
    "arrogant chaotisch dumm eingebildet faul frau gestresst herablassend herr inkompetent "
    "komisch langweilig launisch mürrisch nervig schrecklich schwierig seltsam unfreundlich "
    "unfähig unhöflich unorganisiert unprofessionell unsympathisch überfordert überheblich",
    "0 andere bei euro parallel weitere",
)
