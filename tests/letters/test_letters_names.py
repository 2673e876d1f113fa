"""Greetings a careful person would write."""

import pytest

from mdfollow.letters.names import called

NAMES = [
    # typed, after "Dear", formal
    ("Dana Kim", "Dana", "Dana Kim"),
    ("Dr. Dana Kim", "Dr. Kim", "Dr. Kim"),
    ("Dr Kim", "Dr Kim", "Dr Kim"),
    ("Prof. Dr. Anna von Berg", "Prof. von Berg", "Prof. von Berg"),
    ("Dr. Maria de la Cruz", "Dr. de la Cruz", "Dr. de la Cruz"),
    ("Ms Dana Kim", "Ms Kim", "Ms Kim"),
    ("Sir Ian Moor", "Sir Ian", "Sir Ian"),
    ("Kim, Dana", "Dana", "Dana Kim"),
    ("Paul Wren, PhD", "Paul", "Paul Wren"),
    ("Paul Wren PhD", "Paul", "Paul Wren"),
    ("Dana Kim Jr.", "Dana", "Dana Kim"),
    ("J. Kim", "J. Kim", "J. Kim"),
    ("J.R. Smith", "J.R. Smith", "J.R. Smith"),
    ("Dana K.", "Dana", "Dana K."),
    ("Madonna", "Madonna", "Madonna"),
    ("山田太郎", "山田太郎", "山田太郎"),
    ("山田 太郎", "山田 太郎", "山田 太郎"),
    ("김민준", "김민준", "김민준"),
    ("Nguyễn Văn An", "Nguyễn Văn An", "Nguyễn Văn An"),
    ("Мария Иванова", "Мария", "Мария Иванова"),
    ("دانا كيم", "دانا", "دانا كيم"),
    ("dana kim", "Dana", "Dana Kim"),
    ("DANA KIM", "Dana", "Dana Kim"),
    ("MARIA DE LA CRUZ", "Maria", "Maria de la Cruz"),
    ("KIM Dana", "Dana", "Dana Kim"),
    ("van der Berg", "van der Berg", "van der Berg"),
    ("Di Day", "Di", "Di Day"),
    ("Jack Ma", "Jack", "Jack Ma"),
    ("Lee Ortiz", "Lee", "Lee Ortiz"),
    ("Lee Min-ho", "Lee Min-ho", "Lee Min-ho"),
    ("Zhang Wei", "Zhang Wei", "Zhang Wei"),
    ("Xiaoming Li", "Xiaoming", "Xiaoming Li"),
    ("Nguyen Van An", "Nguyen Van An", "Nguyen Van An"),
    ("Kovács Anna", "Kovács Anna", "Kovács Anna"),
    ("Mary Ann Smith", "Mary Ann Smith", "Mary Ann Smith"),
    ("Maria José", "Maria José", "Maria José"),
    ("Abdul Rahman", "Abdul Rahman", "Abdul Rahman"),
    ("Gabriel García Márquez", "Gabriel García Márquez", "Gabriel García Márquez"),
    ("Dr. Gabriel García Márquez", "Dr. Gabriel García Márquez", "Dr. Gabriel García Márquez"),
    ("Dr. Zhang Wei", "Dr. Zhang Wei", "Dr. Zhang Wei"),
    ("John F. Reed", "John", "John F. Reed"),
    ("Ana de la Cruz", "Ana", "Ana de la Cruz"),
    ("Dana KIM", "Dana", "Dana Kim"),
    ("Dr. med. Anna Roth", "Dr. Roth", "Dr. Roth"),
    ("Frau Dr. Roth", "Frau Dr. Roth", "Frau Dr. Roth"),
    ("President Hall", "President Hall", "President Hall"),
    ("Ibn Rushd", "Ibn Rushd", "Ibn Rushd"),
    ("Иванов Иван", "Иванов Иван", "Иванов Иван"),
    ("Lind Mara", "Lind Mara", "Lind Mara"),
    ("William 'Bill' Hart", "Bill", "Bill Hart"),
    ("Kim, Dana, PhD", "Dana", "Dana Kim"),
    ("Paul Wren, PhD, PMP", "Paul", "Paul Wren"),
    ("Dana Kim PMP", "Dana", "Dana Kim"),
    ('Robert "Bob" Kim', "Bob", "Bob Kim"),
    ("Jo (she/her)", "Jo", "Jo"),
    ("Dana Kim 🦊", "Dana", "Dana Kim"),
    ("TJ Miller", "TJ", "TJ Miller"),
    ("[[Dana Kim]]", "Dana", "Dana Kim"),
    ("dana.kim@acme.example", "Dana", "Dana Kim"),
    ("jobs@acme.example", "", ""),
    ("dkim@acme.example", "", ""),
    ("Dr.", "", ""),
    ("42", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("typed", "plain", "formal"), NAMES)
def test_what_stands_after_dear(typed: str, plain: str, formal: str) -> None:
    assert called(typed) == plain
    assert called(typed, formal=True) == formal
