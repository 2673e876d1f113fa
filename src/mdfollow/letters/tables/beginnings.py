"""How words of the private signs begin; written by scripts/beginnings.py."""

ENGLISH = (
    "abou brin dont let ment neve not pass quot repe say shar tell this writ",
    "anno betw conf emba ever hush insi lett mail myse nda nobo not offi ours psst publ quie "
    "reco secr shar stri that them unof wrap your",
    "conf priv secr",
    "conf",
    "band bonu earn hour pay pays rate sala wage",
    "band bonu earn hour pay pays rate sala wage",
    "coul herm herp hers herw hism hisp hiss hisw look mone mymo mypa mysa mywa pay sala seem "
    "soun thei them thep thes thew too wage",
    "0",
    "0 doll euro poun quid",
    "0 annu brut gros hour hr mont nett",
    "adhd afte alco anxi arth asth atta auti bipo burn canc chem covi daug deme depr desp "
    "diab dial disa dise epil havi hear hosp husb illn ivf leav migr misc mom mum oper own "
    "ptsd reha she sick son stro surg ther thro whee wife",
    "adhd alco anxi arth asth atta auti bipo burn canc chem covi deme depr diab dial disa "
    "dise epil gett havi hear hosp illn ivf leav migr misc need off oper out ptsd reha sick "
    "stil stro surg ther whee",
    "arth asth canc covi deme depr diab epil hosp ptsd surv",
    "affa baby back blin boyf burn chil cust dad daug deaf divo dyin dysl ex expe fath girl "
    "heal hear her hip his husb ill issu kid kids knee last leav limp marr mate ment mom moth "
    "mum part pass pate preg prob quit real reha sick sing son stut ther thro trib tryi unwe "
    "very whee wife work",
    "coll dire ever fore leav mana migh owne part peop some staf want",
    "coll dire ever leav mana part some",
    "boss chef coll dire ever fore goes head lead mana off owne part peop quit resi reti she "
    "some staf they who",
    "bank bein cuts goin half hand hern hiri hisn inso laid layi layo lays let myno noti off "
    "peop redu rest reti sack take thei them warn way",
    "fire",
    "bran clos comp depo fact firm migh offi plan shop shut site soon stor ther will yard",
    "clos shut",
    "aggr anno arro awfu bore boss bull burn chao chea club clue cond cree cry diso dodg does "
    "drin drun dumb face fake figh flag flir grum hate hers hims horr host hypo idio inco "
    "inse jade jerk keen lazy liar lied lies look mess micr mise mood nigh pass patr raci "
    "resp rude sexi shad shou sket slea smel snob spea stan stin stuc stup such terr tire "
    "tota toxi trus turn unfr unpr usel vibe war weir",
    "bori cold defe dist fash inte late litt nerv odd pret push quit rath real scar seem slow "
    "smug stra stre stri too unpr vagu very",
    "acco brot cous flat frie glas goss hear neig rece reck rumo said says sist some thin "
    "told uncl warn work",
    "abou afte alco almo badl blon boug cath clos cont cutt divo engl fat firi gay goin hind "
    "hot inte inve jewi last laws leav left lesb limp lisp litt musl near noth old pean pers "
    "plan poor pret quit resi reti sack secr sing stri stut tic too tran turn ugly unpa visa "
    "wait well youn",
    "abou actu admi afra bad bluf comp crim didn dont enou exag expe expi fail fake feel fini "
    "fudg gap get hid hide hidi hope impo know let like made ment nerv neve not noth padd "
    "pass poor pret qual real resu rubb rust say scar stro sure tell terr that thin too usel "
    "want weak whet work worr year",
    "anot appl back bett choi coun else hunt inte offe opti othe plan pref rath says seco "
    "want woul",
)

GERMAN = (
    "ansp brie erwä erzä gehe gesa inof nich nix offi psst sage sie unte verr vert weit öffe",
    "0 beza brut eurb euri eurn euro geha geld jahr kbru knet lohn mona nett stun verd zahl",
    "alle behi burn chro depr elte gesc ihre klin kran kreb mann mein mutt roll sche schw "
    "sein sohn ther toch vate",
    "entl geht gekü gesc hört inso künd mach plei raus rent schl stel verl wech",
    "ahnu arro chao chol faul hass inko laun mobb schl schr unfr unhö unsy zers",
    "ange erzä gerü gesa kunu mein sagt soll",
    "best durc gelo gesc lebe nich schw trau",
    "ange bewo plan vors zusa zwei",
)
