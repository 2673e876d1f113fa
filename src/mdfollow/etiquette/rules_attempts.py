"""The rules of attempts: when, how many, to whom, and when it is enough."""

from mdfollow.etiquette.rule import Origin, Rule

WHEN = (
    Rule(
        "LAZY",
        "Only the next check-in stands in your note; the one after it comes once this one is "
        "done, cancelled or covered by another contact, and a deleted one ends them all.",
        (
            "The first check-in is a month overdue: it still stands alone.",
            "You delete the second: no third one appears.",
        ),
        Origin.OWN,
    ),
    Rule(
        "FU-1",
        "Check in three or four days after the date they named, on a working day.",
        (
            "Decision Tue 2026-11-24: Fri 2026-11-27.",
            "Decision Fri 2026-11-20: Mon 2026-11-23 to Tue 2026-11-24.",
        ),
    ),
    Rule(
        "FU-2",
        "Without a decision date, the first check-in is ten days after the interview.",
        (
            "Interview Tue 2026-11-03: Fri 2026-11-13.",
            "Interview Thu 2026-11-05, day ten is a Sunday: Mon 2026-11-16.",
        ),
        Origin.OWN,
    ),
    Rule(
        "FU-3",
        "If none of those days is a working day, the next working day counts, never one before.",
        (
            "Decision Wed 2026-11-18: Mon 2026-11-23.",
            "Decision Mon 2026-11-23 with Thu 26 and Fri 27 off: Mon 2026-11-30.",
        ),
        Origin.OWN,
    ),
    Rule(
        "FU-4",
        "The first check-in comes at least four days after the interview, because your "
        "thank-you is a contact, too.",
        (
            "Interview and decision both on Fri 2026-11-06: Tue 2026-11-10, not Monday.",
            "Interview and decision both on Tue 2026-11-03: Mon 2026-11-09.",
        ),
        Origin.OWN,
    ),
    Rule(
        "GAP-1",
        "A second attempt waits seven to ten days after the first was really made.",
        (
            "First made Wed 2026-12-02: Wed 2026-12-09 to Mon 2026-12-14.",
            "First made Fri 2026-11-27: Fri 2026-12-04 to Mon 2026-12-07.",
        ),
    ),
    Rule(
        "GAP-2",
        "A third attempt, and any later one, waits ten to fourteen days.",
        (
            "Second made Fri 2026-12-04: Mon 2026-12-14 to Fri 2026-12-18.",
            "Third made Thu 2028-03-16: Mon 2028-03-27 to Thu 2028-03-30.",
        ),
        own="The article says at least as much as before; the fourteenth day is ours.",
    ),
    Rule(
        "GAP-3",
        "Over a whole application there is a week of quiet after every attempt; a date of your "
        "own is kept, and you are told the first day that fits.",
        (
            "Round 1 check-in made 2026-11-30, round 2 due on 2026-12-04: Mon 2026-12-07.",
            "You set the second to two days after the first: it stays, with a warning.",
        ),
        own="That it spans people, rounds and notes.",
    ),
)

HOW_MANY = (
    Rule(
        "AMT-1",
        "After a phone interview with one person, one check-in; after an informational talk only "
        "thanks.",
        (
            "Phone, one person, round 1: one attempt.",
            "`format: informational`: no question and no attempt.",
        ),
    ),
    Rule(
        "AMT-2",
        "After an interview in person, a call and later an e-mail.",
        (
            "On site, one person: two attempts.",
            "Video, one person: two attempts.",
        ),
        own="Video counts as in person.",
    ),
    Rule(
        "AMT-3",
        "Several interviewers or a later round add one more each, four at most.",
        (
            "On site, three people, round 1: three attempts.",
            "Phone, one person, round 2: two attempts.",
        ),
    ),
    Rule(
        "AMT-4",
        "You know the people best: a number of your own takes the place of ours.",
        (
            "`mdfollow: {max_attempts: 1}` in an on-site note: one attempt.",
            "`max_attempts = 2` in the settings: two attempts after every interview.",
        ),
    ),
    Rule(
        "AMT-5",
        "Check-ins end as soon as they are not needed: an answer, an offer, the end, a cancelled "
        "or a later interview.",
        (
            "`heard: 2026-11-26`: the open check-in goes.",
            "`heard: 2026-11-26` with `decision: 2026-12-11`: it goes on after the new date.",
        ),
    ),
    Rule(
        "CH-3",
        "Each attempt is a call or an e-mail: as the person prefers, else as the note or your "
        "settings say, else e-mail after a phone interview and a call first after one in person.",
        (
            "On site: call, e-mail, call, e-mail.",
            "A call without a number, an e-mail address known: e-mail.",
        ),
    ),
    Rule(
        "PPL-1",
        "Attempts go to the recruiter and the hiring manager in turn, and to the interviewers "
        "when neither is known.",
        (
            "Sam recruits, Dana manages: first Sam, then Dana.",
            "Only Dana is known: both to Dana.",
            "Neither is named, and Mo is the ward manager: to Mo.",
        ),
    ),
    Rule(
        "PPL-2",
        "What you know of those two helps you to choose your words, so `plan` and `agenda` ask "
        "for it.",
        ('"What do you know of Sam Roe? You noted: answers in the evening."',),
    ),
)

ENDINGS = (
    Rule(
        "LOOP-1",
        "When they name a new date after your check-in, the plan waits for that one, and at least "
        "one more check-in is in order.",
        (
            "First made 2026-11-27, new date Fri 2026-12-11: Mon 2026-12-14 to Tue 2026-12-15.",
            "First made 2026-12-10, new date Fri 2026-12-11: from Thu 2026-12-17.",
        ),
        own="The cap of four stays.",
    ),
    Rule(
        "LOOP-2",
        "What counts is the day you really did it: the tick's own date, else the day it was first "
        "seen, or a date under `contacted`.",
        (
            "First due 2026-11-27, ticked 2026-12-02: the second starts 2026-12-09.",
            "`contacted: 2026-11-30` covers the open check-in.",
        ),
        Origin.OWN,
    ),
    Rule(
        "STOP-1",
        "When every attempt is made, you have done enough; the next word is theirs.",
        ("Phone interview, one check-in made: `plan` says so, and nothing more is planned.",),
    ),
    Rule(
        "STALE",
        "A step whose time has passed is not written into a note: thanks and question two weeks "
        "after the interview, a check-in two months after its last day, and what would follow it.",
        (
            "Interview 2026-11-03, first sync 2026-11-18: no thank-you is written.",
            "First check-in due by 2026-09-01, first sync 2026-11-18: neither it nor a later one.",
        ),
        Origin.OWN,
    ),
    Rule(
        "DONE",
        "What you did without the task list counts as done once the note says so.",
        (
            "`thanked: true`: no thank-you is asked of you.",
            "`asked: 2026-11-03`: the question counts as asked that day.",
        ),
        Origin.OWN,
    ),
)

OVER = (
    Rule(
        "OVER-1",
        "When an application has ended, every open step goes, thank-yous included; an "
        "offer ends the question and the check-ins alone.",
        (
            "`status: rejected` on day five, thank-you not sent: task and draft go.",
            "`status: offer`: thank-yous stay.",
        ),
        Origin.OWN,
    ),
    Rule(
        "OVER-2",
        "From the day you meet someone again, an earlier thank-you to them that was not sent is "
        "over, because one letter thanks for both.",
        (
            "Raj on the 5th and on the 12th, nothing sent: from the 12th on one thank-you.",
            "Lee was there on the 5th alone: the letter to Lee stays.",
        ),
        Origin.OWN,
    ),
    Rule(
        "OVER-3",
        "An answer ends the question and the check-ins, unless a decision date lies after it.",
        (
            "`heard: 2026-11-26`: the open check-in goes.",
            "`heard: 2026-11-26` with `decision: 2026-12-11`: it stays, after the new date.",
        ),
        Origin.OWN,
    ),
    Rule(
        "OVER-4",
        "A step whose time has passed goes from the note, line and draft, if you have not "
        "touched them; with a date of your own, its time counts from that day.",
        (
            "Interview 2026-11-03: on 2026-11-18 an untouched thank-you is taken out.",
            "A year later nothing stands in the note but what you touched.",
        ),
        Origin.OWN,
    ),
    Rule(
        "AHEAD",
        "Before the interview's day its tasks may stand, but no draft is written and nothing is "
        "said of drafts, decision or people.",
        (
            "Interview on 2026-11-10, today is the 5th: the thank-you stands without a draft.",
            "The interview is moved to a later day: a draft that stands stays.",
        ),
        Origin.OWN,
    ),
    Rule(
        "SAME",
        "Someone you know from several applications gets one message where check-ins with them "
        "fall within a week; no date moves for it.",
        (
            "Ana recruits for three of them, check-ins on the 16th, 18th and 20th: one line.",
            "Check-ins on the 16th and on the 27th: two lines.",
        ),
        Origin.OWN,
    ),
)
