"""The one door in: settings, letters, templates, and what other programs keep, read within bounds.

A vault comes from elsewhere as often as not (a sync, a clone), and its files decide what every
command does. So each is an ordinary file of a certain length or is not read at all: no pipe, no
device and no gigabyte can make a command wait. Notes have their own reading, with more to ask.
"""

import os
import stat as modes

from mdfollow.problem import MdfollowError
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import NO_FILE, Refused, open_folder, open_note, read_whole, real_path
from mdfollow.vault.system import System

_AWAY = (FileNotFoundError, NotADirectoryError)


def read_bounded(root: str, path: str, limit: int, *, follow: bool = False) -> bytes | None:
    """The bytes of the file at `path` in the vault at the real path `root`; None: there is none.

    A link that leads out of the vault counts only with `follow`, for files of programs that follow
    it themselves. Raises Refused with half a sentence where it is no ordinary file, longer than
    `limit` bytes, or not to be read.
    """
    system = System()
    file = os.path.join(root, path)
    try:
        stat = os.stat(file)
        top, inner = ("/", os.path.realpath(file)[1:]) if follow else (root, real_path(root, path))
        # Asked before it is opened: for some devices to be opened is to be told something.
        if not modes.S_ISREG(stat.st_mode):
            raise Refused(Verdict.SKIPPED, NO_FILE)
        with (
            open_folder(system, top, inner) as folder,
            open_note(system, inner.rpartition("/")[2], folder) as fd,
        ):
            data = read_whole(system, fd, limit)
            if len(data) > limit:
                raise Refused(Verdict.SKIPPED, f"it is longer than {limit // 1024} KiB")
            return data
    except _AWAY:
        if os.path.islink(file):
            raise Refused(Verdict.SKIPPED, "it is a link to nothing") from None
        return None
    except OSError as error:
        raise Refused(Verdict.SKIPPED, f"the system says “{error.strerror or error}”") from error


def text_of(root: str, path: str, limit: int, *, follow: bool = False) -> str | None:
    """The same as text, without a BOM; what is no UTF-8 in it is replaced.

    Raises MdfollowError, one sentence, where it is refused: what may be written hangs on it.
    """
    try:
        data = read_bounded(root, path, limit, follow=follow)
    except Refused as refused:
        raise MdfollowError(unread(path, refused)) from refused
    return None if data is None else data.decode("utf-8-sig", "replace")


def unread(path: str, refused: Refused) -> str:
    """Why nothing is done while a file of settings cannot be read, and the way out."""
    reason = refused.reason.removesuffix(", so mdfollow leaves it as it is")
    return (
        f"{path}: {reason}, so nothing is written before it can be read; "
        "put an ordinary file in its place, or move it away."
    )
