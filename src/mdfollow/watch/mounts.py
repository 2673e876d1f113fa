"""Which folders have no events: those whose disk is somewhere else."""

from pathlib import Path

from mdfollow.pattern import pattern

TABLE = "/proc/self/mountinfo"
_SILENT = pattern(r"nfs\d?|cifs|smb\w*|fuse(\..*)?|fuseblk|9p|drvfs|vboxsf|prl_fs|afs|ceph")
_ESCAPE = pattern(r"\\([0-7]{3})")


def mount_type(table: str, folder: str) -> str:
    """The kind of file system that holds `folder`, going by the text of a mount table."""
    best, kind = "", ""
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = _ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4])
        is_within = folder == point or folder.startswith(point.rstrip("/") + "/")
        # Of two mounts at one place the later one is on top.
        if is_within and len(point) >= len(best):
            best, kind = point, after.split(" ")[0]
    return kind


def silent_kind(folder: str) -> str:
    """The kind of file system at `folder` if it tells of no changes, or of its own alone."""
    try:
        table = Path(TABLE).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kind = mount_type(table, folder)
    return kind if _SILENT.fullmatch(kind) else ""
