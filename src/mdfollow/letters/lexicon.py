"""The words English needs to know about to weave in a typed fact.

Small on purpose: what is not listed is set off by a colon, which is always right.
"""


def vocabulary(words: str) -> frozenset[str]:
    """The words of `words`, parted by spaces."""
    return frozenset(words.split())


PAST = vocabulary(
    "ran wrote built led cut grew took made brought taught won kept held drove gave found began "
    "oversaw sold spent saw sent met put set was did had got came went left became chose rebuilt "
    "rewrote shrank sped spoke stood fought flew dealt drew learnt stuck told hit swapped shipped "
    "moved launched migrated introduced mentored coached reduced halved doubled"
)
"""First words that are a verb in the past whatever follows."""

ADJECTIVES = vocabulary(
    "advanced applied automated based certified combined detailed distributed embedded experienced "
    "fixed hosted integrated limited linked managed mixed needed organised organized qualified "
    "related shared skilled structured trained unified united used varied accredited licensed "
    "chartered dedicated motivated talented seasoned published"
)
"""Words in -ed that describe more often than they tell."""

PRESENT = vocabulary("know speak can have hold enjoy understand")
"""First words of a skill that take "I" in front."""

STATES = vocabulary(
    "fluent good great patient calm strong able skilled trained certified experienced comfortable "
    "familiar proficient quick reliable thorough curious remote flexible agile hybrid flat "
    "informal busy quiet happy keen native bilingual"
)
"""First words that say how somebody or something is, and name no thing."""

LEANING = vocabulary("in with at to as on under")
"""What follows such a word when it is said of a person: fluent in German."""

ADVERBS = vocabulary("never always often once recently successfully also")
"""First words before a verb in the past: never missed a deadline."""

PERSONS = vocabulary(
    "nurse cook chef clerk guide midwife judge coach pilot lead head mechanic scientist nanny baker"
)
"""Last words of what somebody is, besides those in -er, -or, -ist and the like."""

THIRD_SKILLS = {
    "speaks": "speak", "knows": "know", "holds": "hold", "enjoys": "enjoy", "has": "have",
    "understands": "understand", "is": "am", "loves": "love", "likes": "like",
}  # fmt: skip
"""A verb of hers about herself, as a reference would say it → after "I"."""

FIRST_PERSON = vocabulary("I I'm I’m I've I’ve I'd I’d I'll I’ll My my")

DETERMINERS = vocabulary("the a an your my our this that these those its every each no some")

VERB_FOLLOWERS = DETERMINERS | vocabulary(
    "their his her all both two three four five six seven eight nine ten several many most more "
    "into from for to with on in at up out over off down back about by as through between across "
    "away around together someone people everyone it them that"
)
"""What comes after a verb rather than after an adjective or a plural."""

AUXILIARIES = vocabulary(
    "is are was were am be been has have had do does did will would can could should may might must"
)
"""Finite verbs: what holds one is a clause of its own."""

PRONOUNS = vocabulary("i you we they he she it there everyone everybody nobody someone")
"""Subjects: what holds one is, in doubt, a clause of its own."""

BARE_VERBS = vocabulary(
    "own run use build make get go come ship work need want know take give keep find think leave "
    "feel let begin write meet pay hold bring say see move start stop plan hire grow change help "
    "share decide"
)

THIRD_PERSON = {
    "is": "are", "was": "were", "has": "have", "does": "do", "wants": "want", "likes": "like",
    "loves": "love", "thinks": "think", "believes": "believe", "cares": "care",
    "prefers": "prefer", "hopes": "hope", "leads": "lead", "expects": "expect", "owns": "own",
    "needs": "need", "plans": "plan", "works": "work", "runs": "run", "uses": "use",
    "reports": "report", "values": "value", "builds": "build", "manages": "manage",
    "looks": "look", "hires": "hire", "keeps": "keep", "makes": "make", "writes": "write",
    "teaches": "teach", "worries": "worry", "joined": "joined", "started": "started",
}  # fmt: skip
"""A verb of hers about the speaker → what the speaker reads after "you"."""

SURE_VERBS = vocabulary(
    "is was has does wants likes loves thinks believes prefers cares hopes owns"
)
"""Those of `THIRD_PERSON` that are never the plural of a thing."""

SAYING = r"(?:said|says|told (?:me|us)|mentioned|mentions|explained|explains|noted) that|said|says"
NAMING = r"(?:told (?:me|us)|talked|spoke) about|mentioned|mentions|explained|explains|showed me"
"""How a learned fact may open: "Dana said that …" before a clause, "mentioned …" before a thing."""

QUESTION_WORDS = vocabulary("how why what where when which who")

NOT_GERUNDS = vocabulary(
    "nothing something everything anything during king spring string thing bring evening morning "
    "ceiling beijing boeing"
)

ROLE_WORDS = vocabulary(
    "role position job post vacancy internship apprenticeship fellowship traineeship placement "
    "residency clerkship professorship"
)
"""Last words of a role after which "role" would say it twice."""

COMMON_WORDS = (
    DETERMINERS
    | VERB_FOLLOWERS
    | QUESTION_WORDS
    | vocabulary(
        "they we you he she it there here on in at of and but if as by new most many more all both "
        "one two three four five six seven eight nine ten twenty thirty half some any each next "
        "moving running using building making getting going keeping hiring working planning taking "
        "writing shipping testing leading growing changing splitting migrating rewriting replacing "
        "opening launching managing learning teaching pairing mentoring coaching designing "
        "releases release teams team people everyone nobody someone deployments engineering "
        "engineers hiring remote code reviews review incident incidents support product products "
        "customers clients patients students experience years training management leadership "
        "budget project projects pager alerts tests testing data security research sales marketing "
        "automated distributed shared managed advanced applied certified trained embedded fluent "
        "good great strong deep early late nearly almost about around over under between after "
        "before because while since until only also just even still now then today this that"
    )
)
"""First words that lose their capital inside a sentence."""
