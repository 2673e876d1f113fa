"""Words people use for the states of a task in Org: data, so that the reader has none of its own.

A file names its words in `#+TODO:` lines; that a word is done is said there, that it was called
off is not. Stems are matched at the beginning of a word, in any case.
"""

DONE = frozenset({"DONE", "COMPLETED", "FINISHED", "KILL", "KILLED"})
"""Words of her Emacs settings that mean: no longer to do."""
OPEN = frozenset(
    {"TODO", "NEXT", "WAIT", "WAITING", "STARTED", "STRT", "DOING", "HOLD", "IDEA", "PROJ", "LOOP"}
)
FINISHED = (
    *("done", "complet", "finish", "sent", "clos", "fixed", "solved", "ok"),
    *("erledigt", "fertig", "abgeschlossen", "gesendet", "geschickt", "gemacht"),
    *("fait", "fini", "termin", "envoy", "hecho", "enviad", "feito", "conclu", "fatto", "inviat"),
    *("klaar", "gedaan", "klar", "ferdig", "færdig", "gotow", "zrob", "hotovo", "valmis"),
    *("готов", "сделан", "выполнен", "完成", "済", "完了", "완료"),
)
"""Stems that say: it was done, wherever on its line the word stands."""
CALLED_OFF = (
    *("cancel", "kill", "abort", "abandon", "drop", "fail", "reject", "skip", "wont", "won't"),
    *("abgesagt", "abgebrochen", "abgelehnt", "storniert", "verworfen", "entfällt", "hinfällig"),
    *("annul", "rejet", "refus", "anulad", "rechaz", "descartad", "desist", "scartat", "rifiut"),
    *("geannul", "vervallen", "afgezegd", "avbrut", "avlyst", "aflyst", "peruttu"),
    *("anulow", "odwoła", "zruš", "отмен", "скасован", "取消", "中止", "キャンセル", "취소"),
)
"""Stems that say: it will not be done."""
NO = frozenset({"no", "nop", "nope"})


def is_called_off(word: str) -> bool:
    """Whether a state's word says by itself that the task will not be done."""
    small = word.casefold()
    return small in NO or small.startswith(CALLED_OFF)


def is_known(word: str) -> bool:
    """Whether a word of her Emacs settings, named in no file, is one for a state."""
    return word in DONE | OPEN or is_called_off(word)


def is_finished(word: str) -> bool:
    """Whether a state's word says by itself that the task was done."""
    return word.casefold().startswith(FINISHED)
