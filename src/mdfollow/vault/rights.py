"""Who may read and write a note, kept over a write as far as the system allows (W13, W15).

Her own attributes and the access list stay or the note is not written. The group may be one she is
not in: then it is dropped, and what is left of the mode gives nobody more than before.
"""

import errno
import stat as modes
import struct
from collections.abc import Iterator

from mdfollow.vault.system import System

GROUP_DROPPED = "its group could not be kept, since you are not in it; nobody gained access"

_OTHERS_ATTRIBUTES = ("security.", "trusted.")
"""Attributes that the system gives and takes as it sees fit."""
_ACCESS_LIST = "system.posix_acl_access"
_NO_GROUP = frozenset(
    {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
)
_SHARED = 0o077
"""The bits of all but the owner."""
# An access list as Linux stores it: a version, then entries of tag, rights and id.
_VERSION, _ENTRY = struct.Struct("<I"), struct.Struct("<HHI")
_OWNING_GROUP, _GROUP, _MASK, _OTHER = 0x04, 0x08, 0x10, 0x20


def copy_rights(system: System, note: int, out: int) -> str:
    """Give the open file `out` the owner, group, mode and attributes of the open `note`.

    Returns what could not be kept as half a sentence, or nothing. Raises OSError for all else.
    """
    stat, fresh = system.fstat(note), system.fstat(out)
    has_group = fresh.st_gid == stat.st_gid or _has_taken_group(system, out, stat.st_gid)
    if fresh.st_uid != stat.st_uid:
        system.fchown(out, stat.st_uid, -1)
    mode = modes.S_IMODE(stat.st_mode) if has_group else without_group(stat.st_mode)
    wanted, given = system.attributes(note), system.attributes(out)
    has_list = _ACCESS_LIST in wanted
    if has_list and not has_group:
        wanted[_ACCESS_LIST] = list_without_group(wanted[_ACCESS_LIST])
    # Before the mode, by which nobody else can open it yet; a folder's default list must not stay
    # on a note that had none.
    for key in sorted(wanted.keys() | given.keys()):
        if wanted.get(key) != given.get(key):
            _set(system, out, key, wanted.get(key))
    present = modes.S_IMODE(system.fstat(out).st_mode)
    if has_list:  # these bits are the list's now
        mode = mode & ~_SHARED | present & _SHARED
    if present != mode:
        system.fchmod(out, mode)
    return "" if has_group else GROUP_DROPPED


def _has_taken_group(system: System, out: int, group: int) -> bool:
    try:
        system.fchown(out, -1, group)
    except OSError as error:
        if error.errno not in _NO_GROUP:
            raise
        return False
    return True


def _set(system: System, out: int, key: str, value: bytes | None) -> None:
    try:
        system.set_attribute(out, key, value)
    except OSError:
        if not key.startswith(_OTHERS_ATTRIBUTES):
            raise


def without_group(mode: int) -> int:
    """The mode of a note that goes over to another group.

    Those of the new group were others before, those of the old one are others now: both get what
    the group and the others had alike. A set-group bit would lend out the new group.
    """
    both = mode >> 3 & mode & 0o7
    return mode & 0o5700 | both << 3 | both


def list_without_group(acl: bytes) -> bytes:
    """The same for an access list; named users and groups keep what they have.

    The new group gets no more than any named group has, either: its people may be in one of them.
    """
    entries = list(_entries(acl))
    both = 0o7
    for tag, rights, _ in entries:
        if tag in {_OWNING_GROUP, _MASK, _OTHER}:
            both &= rights
    least = both
    for tag, rights, _ in entries:
        if tag == _GROUP:
            least &= rights
    fresh = {_OWNING_GROUP: least, _OTHER: both}
    packed = (_ENTRY.pack(tag, fresh.get(tag, rights), who) for tag, rights, who in entries)
    return acl[: _VERSION.size] + b"".join(packed)


def _entries(acl: bytes) -> Iterator[tuple[int, int, int]]:
    usable = (len(acl) - _VERSION.size) // _ENTRY.size * _ENTRY.size
    return _ENTRY.iter_unpack(acl[_VERSION.size : _VERSION.size + usable])
