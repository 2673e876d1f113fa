"""Days as people say them, the same under every locale."""

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short(day: date, today: date) -> str:
    """`Fri 4 Dec`, with the year where it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day_of_month(day)}{year}"


def day_of_month(day: date) -> str:
    """`4 Dec`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def window(start: date, due: date, today: date) -> str:
    """`Fri 4 Dec`, `Tue 10 – Wed 11 Nov`, `Mon 30 Nov – Thu 3 Dec`; both days count."""
    if start >= due:
        return short(due, today)
    if (start.year, start.month) == (due.year, due.month):
        return f"{_WEEKDAYS[start.weekday()]} {start.day} – {short(due, today)}"
    return f"{short(start, today)} – {short(due, today)}"
