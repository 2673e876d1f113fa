"""Words that stand with people's names, folded and without dots."""

from mdfollow.interview.tables import vocabulary

COURTESY = vocabulary(
    """
    mr mrs ms mx miss dr prof professor doctor herr frau fräulein m mme mlle monsieur madame
    sra srta señor señora senor senora sig signor signora dott ing mag dipl-ing rev
    reverend pastor rabbi imam judge capt captain col colonel gen general maj major sgt sergeant lt
    lieutenant cmdr commander adm admiral president principal coach nurse chef chief
    """
)
"""Titles that go with the surname: Dr. Kim."""

HONOURS = vocabulary("sir dame lady lord sister brother father fr")
"""Titles that go with the given name: Dame Maggie."""

POST_NOMINALS = vocabulary(
    """
    phd dphil md do mba ms msc ma ba bsc bs meng beng jd llm llb esq dds dvm edd psyd pharmd dba
    mph mpa jr sr ii iii iv cpa cfa cma acca pmp rn np pa pe peng cissp cisa cism ccna phr sphr
    shrm-cp shrm-scp gphr ret obe mbe cbe kbe frs frcp aia usn usaf usa usmc lcsw cscp csm cspo
    mres mphil mfa bfa bcom mcom aca fca rpa
    ceng ieng miet fiet mimeche mice frsa frcs mrcp mrcs cpeng cfp cipd mcipd fcipd assoccipd aicp
    dipl-ing dipl-inf dipl-kfm dipl-psych dipl-päd
    cbap capm gcb dbe mvo osc bm bch mbbs bds bvsc llp qc kc sc bed pgce mpp msw dnp dma fhea aphr
    """
)
"""What follows a name and is no part of it: it stays with the name and is never greeted."""

GENERATIONS = vocabulary("jr sr ii iii iv")

PARTICLES = vocabulary(
    """
    van von de der den del della di da dos das do la le du des bin ibn al el ter ten zu zum zur af
    av st y e bint ben abu ní ni nic uí ui ó mac
    """
)
"""Small words that begin a surname."""

MAILBOXES = vocabulary(
    """
    info jobs hr talent careers hello contact recruiting recruitment hiring team people office
    mail noreply no-reply apply applications work join
    """
)
"""What stands before the `@` of an address that is nobody's own."""

FAMILIES = vocabulary(
    """
    nagy kovács kovacs szabó szabo tóth toth horváth horvath varga kiss molnár molnar németh nemeth
    farkas balogh papp takács takacs juhász lakatos mészáros
    sato satō suzuki takahashi tanaka watanabe ito itō yamamoto nakamura kobayashi kato katō yoshida
    yamada sasaki yamaguchi matsumoto inoue kimura shimizu hayashi saito saitō yamazaki mori abe
    ikeda hashimoto ishikawa ogawa maeda fujita okada goto hasegawa murakami kondo ishii sakamoto
    endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa
    nguyễn nguyen trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương huynh
    """
)
"""Family names that stand first at home."""

SHORT_FAMILIES = vocabulary(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang
    xie song tang deng han feng cao peng zeng xiao tian dong yuan pan yu jiang cai lu lü wei shi
    ren yao jin bai cui shen su ding fan fang gu hou hao jia kong lei long meng mo niu qian qin qiu
    shao tan tao wan xia xiong yan yin zou zhong zhuang chan cheung wong lam leung cheng ng yip chow
    kwok tse lau ho fung ip au
    kim lee park choi jung jeong chung kang cho yoon yun jang lim oh seo shin kwon hwang ahn an
    yoo yu hong jeon ko moon son bae baek heo nam noh ryu cha joo woo min
    tran le pham hoang vu vo dang bui do ngo duong ly dinh truong trinh dao doan
    """
)
"""Family names that stand first at home, where the rest of the name sounds like it too."""

SYLLABLES = (
    r"(?:(?:zh|ch|sh|kh|ph|th|ng|ngh|nh|tr|kk|jj|ts|[bcdfghjklmnpqrstvwxyz])?"
    r"(?:y|w)?(?:a|e|i|o|u|ü){1,3}(?:ng|nh|ch|[nmklptrhcg])?){1,3}"
)
"""One to three syllables of a Chinese, Korean or Vietnamese name in Latin letters."""

HALF_NAMES = vocabulary(
    """
    abdul abdel abd abu umm al el mary maria maría marie anna ana anne jean juan josé jose luis
    karl hans peter jan
    """
)
"""First words that another one often completes: Abdul Rahman, Mary Ann, Jean Paul."""

SECOND_HALVES = vocabulary(
    """
    rahman rahim aziz karim malik latif salam ghani hamid majid wahab nasser qadir razak bakr fadl
    ann anne anna lou jane beth kate ellen jo belle lee paul pierre luc marc claude maria maría
    marie josé jose luisa carmen teresa elena isabel carlos antonio manuel miguel ignacio pablo
    lena lisa lina laura sofia clara rosa françois michel louis philippe christophe jacques sophie
    heinz peter georg jürgen joachim dieter otto friedrich werner willem
    """
)
"""What completes them."""

TITLE_TAILS = vocabulary("med phil rer nat jur hc ing habil emerita emeritus dent vet oec pol")
"""What may stand between a title and the name: Dr. med. Anna Roth."""

TITLE_WORDS_KEPT = vocabulary("herr frau")
"""Titles that keep the one behind them: Frau Dr. Roth."""

NOBODY = vocabulary(
    """
    ? ?? ??? - – — ~ / tbd tba tbc unknown n/a na none nobody null nil me i myself true false yes no
    various several team panel everyone everybody someone somebody anyone others them they he she
    interviewer interviewers recruiter recruiters manager managers hr name names person people
    pending candidate external internal same ditto all co company nn xxx tbs phone call video onsite
    zoom teams skype webex meet hirevue bot ai automated agency person
    """
) | {
    "",
    "not sure",
    "no idea",
    "not known",
    "to be confirmed",
    "the team",
    "no name",
    "don't know",
    "google meet",
    "to be announced",
    "to be determined",
    "to be decided",
}
"""What is written where a name should be and names nobody."""

EVERYONE = vocabulary("all everyone everybody both") | {
    *("all of them", "everyone in the room", "the panel", "the team", "the whole panel"),
}
"""What `thanked` says of all of them."""

BEGIN_NO_NAME = vocabulary(
    """
    the a an some someone somebody one two three four five six seven eight nine ten several various
    many few forgot forget don't dont can't cant could couldn't didn't didnt no not unknown same my
    their her his our your another other others maybe probably possibly both all each every whole
    entire couple lots didn’t don’t can’t ein eine einer der die das zwei drei vier mehrere jemand
    un une des les dos tres varios panel
    """
)
"""Words that begin a description, never a name; `Die Hard` is not interviewing anybody."""

WITHIN_NO_NAME = vocabulary(
    """
    with from of who whose which that whom her his their my our for at about in on whoever
    name names forgot remember guy guys lady woman man gentleman person persons people folks
    and/or plus etc mit aus vom und oder
    """
)
"""Small words of descriptions and remarks; as typed, in small letters only."""

GROUPS = vocabulary(
    """
    team teams panel panels committee committees board department departments dept division group
    groups crew squad staff office unit people folks colleagues engineers developers recruiters
    managers leads nurses teachers designers analysts scientists members directors partners
    interviewers reps representatives execs executives founders peers leadership abteilung kollegen
    acquisition personalabteilung personal geschäftsführung chefs bosses doctors officers
    """
)
"""Words for several people, or for a place where people work."""

KINDS_OF_GROUP = vocabulary(
    """
    hiring interview interviewing technical tech engineering platform product data design sales
    marketing finance legal people talent hr recruiting recruitment operations ops security infra
    infrastructure support success research science analytics leadership executive exec management
    search selection faculty student customer backend frontend full-stack mobile web software cloud
    devops qa core growth business it admin editorial medical nursing project program account your
    our whole entire dev developer final local senior junior external internal appointment head
    """
)
"""What kind of group it can be: "Hiring Panel" is none's name, "Art Panel" may be somebody's."""

JOBS = vocabulary(
    """
    manager engineer developer recruiter director lead vp svp evp ceo cto cfo coo cpo ciso chief
    president founder cofounder co-founder analyst designer scientist architect peer colleague
    partner officer specialist coordinator consultant principal owner administrator associate
    professor advisor supervisor sourcer hm hr intern accountant attorney counsel chef nurse teacher
    assistant secretary receptionist boss headmaster editor buyer foreman interviewer rep
    representative producer trainer chair member leiter leiterin chefin personalleiter
    personalleiterin geschäftsführer geschäftsführerin programmer sre executive
    headhunter agent coach president
    """
)
"""What somebody can be: a text of such words and those of KINDS_OF_GROUP names nobody."""

JOINING_WORDS = vocabulary("and & of the for level mid to in +")
"""Small words within a role: "head of data"."""

WHOLE_SCRIPTS = r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]"
"""Scripts in which a greeting takes the name as written (the given name does not come first)."""
