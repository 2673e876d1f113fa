"""The rules of thank-yous and of the decision date."""

from mdfollow.etiquette.rule import Origin, Rule

THANKS = (
    Rule(
        "TY-1",
        "Everyone who interviewed you gets a thank-you of their own, which stays with the "
        "person when the list changes; without names there is one thank-you.",
        (
            "Three interviewers give three tasks and three drafts.",
            "No `interviewers:` gives one task, and a hint to add the names.",
        ),
    ),
    Rule(
        "TY-2",
        "Thank within a day of the interview, also at weekends and on holidays; where the "
        "interview has a time, the plan names the hour.",
        (
            "Interview on Fri 2026-11-06: due Sat 2026-11-07.",
            "Interview on Tue 2026-11-10 at 10:00: by 10:00 on Wed 2026-11-11.",
        ),
    ),
    Rule(
        "TY-3",
        "A thank-you is short: one or two small paragraphs.",
        ("A draft of 90 words passes; one of 140 words gets a hint.",),
        own="The limit of 120 words.",
    ),
    Rule(
        "TY-4",
        "It names something you learned in this interview.",
        (
            "`learned: on-call moves to the teams` under Dana goes into Dana's note.",
            "Nothing learned yet: the draft shows the slot `[what you learned from Dana]`.",
        ),
    ),
    Rule(
        "TY-5",
        "It names one relevant skill or achievement you did not get to talk about, a different "
        "one for each person.",
        (
            "Two skills and three people: the third draft has a slot.",
            "A skill under `discussed` is left out.",
        ),
    ),
    Rule(
        "TY-6",
        "Notes to several people are not copies of each other: openings and closings differ, and "
        "so does the order of the sentences.",
        ("Eight interviewers get eight different first sentences.",),
    ),
    Rule(
        "TY-7",
        "A person added later gets a thank-you, and nothing changes for the others; a corrected "
        "name stays the same person.",
        (
            '"Dana Kimm" corrected to "Dana Kim" stays one thank-you, and keeps its tick.',
            "A person taken out: the untouched task goes, one you worked on stays.",
        ),
        Origin.OWN,
    ),
    Rule(
        "TY-8",
        "Someone you have thanked before in this application hears something new.",
        (
            "Dana was thanked after round 1: the draft for round 2 asks for a new thought.",
            "The first letter to Dana was never sent: the second is worded as a first one.",
        ),
        Origin.OWN,
    ),
    Rule(
        "CH-1",
        "Thank by e-mail; where things are traditional or formal by a card or letter, posted "
        "the same day.",
        (
            "No `culture:`: e-mail.",
            "`culture: formal` at a law firm: a note card.",
        ),
    ),
    Rule(
        "CH-2",
        "The hiring manager may get a hand-written card beside the e-mail, as long as there is "
        "time for it to arrive before they decide.",
        (
            "Interview 2026-11-03, decision 2026-11-24: e-mail, and a card if you like.",
            "Interview 2026-11-03, decision 2026-11-06: e-mail alone.",
        ),
        own="Time enough is a week from the interview, or a decision date nobody knows.",
    ),
    Rule(
        "ADDR",
        "Without an address for someone, the thank-you goes through a recruiter whose address "
        "you have.",
        (
            "Lee has no address, Sam the recruiter has: the draft asks Sam to pass it on.",
            "Nobody has one: the draft stays as it is, and `check` has a hint.",
        ),
        Origin.OWN,
    ),
)

DECISION = (
    Rule(
        "ASK-1",
        "When you do not know when they decide, ask before you leave, or in the last sentence of "
        "one thank-you.",
        (
            "Interview on Tue 2026-11-03, no decision date: ask by Wed 2026-11-04.",
            "Sam recruits and was not in the room: the question goes to Sam all the same.",
        ),
    ),
    Rule(
        "ASK-2",
        "The question goes once the date is known, you have asked (also in the e-mail that "
        "ends with it), or there is an answer, an offer, the end, or a later round.",
        (
            "`decision: 2026-11-24` is added: the ask goes, and check-ins follow that date.",
            "The e-mail to Sam ends with the question and is ticked: asked, on that day.",
            "Its box is opened again: the question is open, too.",
        ),
        own="That a ticked letter asks it; a card, a cancelled letter or `thanked:` does not.",
    ),
    Rule(
        "ASK-3",
        "Where a decision is given in words that cannot be read, nothing is asked, and the first "
        "check-in waits until it can be read.",
        (
            "`decision: after the board meets`: thank-yous alone, and one warning.",
            "A check-in that stands already stays as it is.",
        ),
        Origin.OWN,
    ),
    Rule(
        "EXP-1",
        "A span counts from the interview, and of two readings the later one counts.",
        (
            'Interview 2026-11-03 and "2-3 weeks": Tue 2026-11-24.',
            'Interview Wed 2026-05-20 and "next Friday": 2026-05-29.',
        ),
        Origin.OWN,
    ),
    Rule(
        "EXP-2",
        "A decision date before the interview, or more than a year after it, is pointed out and "
        "counts as unknown.",
        (
            "Interview 2026-11-03, decision 2026-10-24: unknown.",
            "Interview 2026-11-03, decision 2028-11-24: unknown.",
        ),
        Origin.OWN,
    ),
)
