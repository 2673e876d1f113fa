"""Where a date comes from, in one sentence a person can read."""

from datetime import date, time

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
]

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def spoken(day: date) -> str:
    """`24 November`: the same words under every locale."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def counted(number: int) -> str:
    """A number in words up to fourteen, in digits beyond."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def thank_why(day: date, due: date, at: time | None, card: bool) -> str:
    """TY-2, CH-1: a thank-you's window."""
    if card:
        return f"A card posted on the day, {spoken(day)}, or the day after is still fresh."
    if at is not None:
        return f"Within 24 hours of the interview: by {at:%H:%M} on {spoken(due)}."
    return f"A thank-you is warmest within a day of the interview on {spoken(day)}."


def ask_why(day: date) -> str:
    """ASK-1: the ask's window."""
    return (
        "Their decision date is not known yet, and asking is welcome up to the day after the "
        f"interview on {spoken(day)}."
    )


def decided_why(expected: date, start: date) -> str:
    """FU-1, FU-3: the first attempt after a known decision date."""
    days = (start - expected).days
    if days <= 4:
        span = f"{counted(days).capitalize()} days"
        return f"{span} after the decision date they named, {spoken(expected)}."
    return (
        "The first working day once three days have passed since the decision date they named, "
        f"{spoken(expected)}."
    )


def waited_why(interview: date, days: int) -> str:
    """FU-2: the first attempt without a decision date."""
    return (
        f"No decision date is known, so {counted(days)} days after the interview on "
        f"{spoken(interview)} is a good moment."
    )


def thanked_why(interview: date) -> str:
    """FU-4: a first attempt that leaves the thank-you some days."""
    return (
        f"Four days after the interview on {spoken(interview)}, so that your thank-you has some "
        "days to itself."
    )


def spaced_why(days: int, anchor: date, number: int, real: bool) -> str:
    """GAP-1, GAP-2: a later attempt; `number` is the attempt it follows."""
    span = "A week" if days == 7 else f"{counted(days).capitalize()} days"
    if real:
        return f"{span} after your last check-in on {spoken(anchor)}, to leave room for an answer."
    return (
        f"{span} after the {ORDINALS.get(number, 'last')} check-in, planned for {spoken(anchor)}, "
        "to leave room for an answer."
    )


def breathing_why(last: date) -> str:
    """GAP-3: a window moved to give them a quiet week."""
    return f"A week after your last contact with them on {spoken(last)}, to give them a quiet week."


def named_again_why(expected: date) -> str:
    """LOOP-1: a window that follows a new decision date."""
    return (
        f"They named a new decision date, {spoken(expected)}; a few days after it is soon enough."
    )


def covered_why(made: date) -> str:
    """LOOP-2: an attempt made outside the task list."""
    return f"You were in touch with them on {spoken(made)}, and that counts."


def feedback_why(heard: date) -> str:
    """INT-1: the feedback's window."""
    return (
        f"They answered on {spoken(heard)}; a day or so later is a good moment to ask what would "
        "help next time."
    )
