"""Names of months and days, as they are typed and as they are told."""

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTHS = (
    "jan january januar jänner janvier enero gennaio januari janeiro",
    "feb february februar février fevrier febrero febbraio februari fevereiro",
    "mar march märz maerz mars marzo maart março",
    "apr april avril abril aprile",
    "may mai mayo maggio mei maio",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho",
    "aug august août aout agosto augustus",
    "sep sept september septembre septiembre settembre setembro",
    "oct october oktober octobre octubre ottobre outubro okt",
    "nov november novembre noviembre novembro",
    "dec december dezember décembre decembre diciembre dicembre dezembro dez",
)
_DAYS = (
    "mon monday montag lundi lunes lunedì maandag segunda-feira",
    "tue tues tuesday dienstag mardi martes martedì dinsdag terça-feira",
    "wed weds wednesday mittwoch mercredi miércoles miercoles mercoledì woensdag quarta-feira",
    "thu thur thurs thursday donnerstag jeudi jueves giovedì donderdag quinta-feira",
    "fri friday freitag vendredi viernes venerdì vrijdag sexta-feira",
    "sat saturday samstag sonnabend samedi sábado sabato zaterdag",
    "sun sunday sonntag dimanche domingo domenica zondag",
)
MONTHS = {name: number for number, row in enumerate(_MONTHS, 1) for name in row.split()}
"""Every spelling of a month with its number from 1."""
WEEKDAYS = {name: number for number, row in enumerate(_DAYS) for name in row.split()}
"""Every spelling of a day with its number, Monday 0."""
