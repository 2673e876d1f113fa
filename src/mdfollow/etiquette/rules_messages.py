"""The rules of what messages say, of tone, and of judging the other side."""

from mdfollow.etiquette.rule import Origin, Rule

MESSAGES = (
    Rule(
        "CH-4",
        "A call comes with a short voice-mail script: your name, your number twice, role and "
        "interview day, your interest, one question, an offer.",
        ("A script of 58 words passes; one without the number gets a hint.",),
        own="The limit of 70 words.",
    ),
    Rule(
        "CH-5",
        "A check-in by e-mail has four sentences at most.",
        ("Thanks, interest, question, offer: four sentences.",),
        own="The number four.",
    ),
    Rule(
        "MSG-1",
        "Every check-in says that you want the position and the organisation, and asks when the "
        "next step can be expected.",
        ('"When could I expect to hear about the next step?"',),
    ),
    Rule(
        "MSG-2",
        "Every check-in offers further information.",
        ('"I am glad to send anything that helps."',),
    ),
    Rule(
        "MSG-3",
        "News about the organisation is worth a sentence with a skill that fits it; without any, "
        "`plan` suggests once to look.",
        (
            "`news: Acme opens a Leeds site`: the first check-in takes it up.",
            "No `news:`: `plan` suggests a look before the first check-in.",
        ),
    ),
    Rule(
        "MSG-4",
        "Check-ins are brief.",
        ("100 words pass; 130 words get a hint.",),
        own="The limit of 120 words.",
    ),
    Rule(
        "MSG-5",
        "A check-in may remind them of your value with one skill the thank-yous left out.",
        ("Three skills, two thank-yous: the third stands in the check-in.",),
    ),
    Rule(
        "TONE-1",
        "Silence is never bad news: hiring often takes longer than planned, and nobody counts "
        "days.",
        ('Never "no reply for 14 days".',),
    ),
    Rule(
        "TONE-2",
        "Reproach and pressure are pointed out, with kinder words beside them.",
        ('"I still haven\'t heard" becomes "I look forward to hearing from you".',),
    ),
    Rule(
        "TONE-3",
        "Every message thanks and shows interest, and none sets the other side a deadline.",
        ('Never "by Friday at the latest".',),
    ),
)

JUDGING = (
    Rule(
        "RESP-1",
        "You can see how a company keeps its word: the promised day beside the day they "
        "answered, and how many attempts were answered.",
        (
            "Promised 2026-11-24, heard 2026-11-26: both days stand side by side.",
            "Two attempts made, one answered.",
        ),
    ),
    Rule(
        "RESP-2",
        "That view states facts only, and an early answer counts too.",
        (
            'The word "ghosted" appears only where you wrote it.',
            "Promised 2026-11-24, heard 2026-11-20: before the promised day.",
        ),
        Origin.OWN,
    ),
    Rule(
        "INT-1",
        "If you are turned down inside your own organisation, you may ask for feedback for the "
        "next vacancy.",
        (
            "Rejected, `internal: true`, `heard: 2026-11-26`: Fri 2026-11-27 to Mon 2026-11-30.",
            "Heard Fri 2026-11-27: Mon 2026-11-30, the next working day for both ends.",
        ),
        Origin.OWN,
    ),
    Rule(
        "SIDE-1",
        "Notes of someone who interviews others are never planned.",
        ("A note with `candidate:` stays as it is.",),
        Origin.OWN,
    ),
)
