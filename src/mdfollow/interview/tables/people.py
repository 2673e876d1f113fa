"""Words that stand with people's names, folded and without dots."""

from mdfollow.interview.tables import vocabulary

COURTESY = vocabulary(
    """
    mr mrs ms mx miss dr prof professor doctor herr frau fräulein hr m mme mlle monsieur madame
    sra srta señor señora senor senora sig signor signora dott ing mag dipl-ing rev judge
    capt captain col gen maj sgt lt
    """
)
"""Titles that go with the surname: Dr. Kim."""

HONOURS = vocabulary("sir dame lady lord sister brother father")
"""Titles that go with the given name: Dame Maggie."""

POST_NOMINALS = vocabulary(
    """
    phd dphil md do mba ms msc ma ba bsc bs meng beng jd llm llb esq dds dvm edd psyd pharmd dba
    mph mpa jr sr ii iii iv cpa cfa cma acca pmp rn np pa pe peng cissp cisa cism ccna phr sphr
    shrm-cp shrm-scp gphr ret obe mbe cbe kbe frs frcp aia usn usaf usa usmc lcsw cscp csm cspo
    mres mphil mfa bfa bcom mcom aca fca rpa
    """
)
"""What follows a name and is no part of it: it stays with the name and is never greeted."""

GENERATIONS = vocabulary("jr sr ii iii iv")

PARTICLES = vocabulary(
    """
    van von de der den del della di da dos das do la le du des bin ibn al el ter ten zu zum zur af
    av st y e bint ben abu
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

WHOLE_SCRIPTS = r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]"
"""Scripts in which a greeting takes the name as written (the given name does not come first)."""
