"""Which program makes the notes of a vault, and where it keeps its templates."""

import os
from contextlib import suppress

from mdfollow.endings import MARKDOWN, ORG, ends_like_a_note, format_of
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings, Tool
from mdfollow.vault.bounded import text_of
from mdfollow.vault.names import SKIPPED_FOLDERS, names_of
from mdfollow.vault.root import LIMIT, read_object, read_text

TEMPLATER = "templater-obsidian"
MOST_FILES = 20_000
"""Files looked at to tell an Org vault from a Markdown one."""
MOST_TEMPLATES = 200
"""Templates that are looked at."""
INTERVIEWS = "interviews"


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a vault is worked on with, and where its interview template belongs.

    `template` is a path in the vault; `interviews` the folder of that name at the vault's root,
    as it is spelt, or empty.
    """

    tool: Tool
    template: str
    interviews: str = ""

    @property
    def folder(self) -> str:
        """The folder of the template, empty for the vault's root."""
        return self.template.rpartition("/")[0]


def workplace(root: str, surroundings: Surroundings, settings: Settings) -> Workplace:
    """Look at the vault at the real path `root`; what cannot be read counts as its default."""
    folders = _folders(root)
    tool, folder = _tool(root, surroundings, settings, folders)
    if settings.templates.strip("/") and tool not in (Tool.LOGSEQ, Tool.ZK):
        folder = settings.templates
    parts = [part for part in folder.replace("\\", "/").split("/") if part not in ("", ".")]
    name = _NAMES.get(tool, "Interview.md")
    interviews = next((each for each in folders if each.lower() == INTERVIEWS), "")
    return Workplace(tool, "/".join([*parts, name]), interviews)


_NAMES = {
    Tool.LOGSEQ: "Interview template.md",
    Tool.ZK: "interview.md",
    Tool.ORG: "interview.org",
    Tool.PLAIN: "interview.md",
}


def _tool(
    root: str, surroundings: Surroundings, settings: Settings, folders: list[str]
) -> tuple[Tool, str]:
    known = next((each for each in folders if each in SKIPPED_FOLDERS - {"node_modules"}), "")
    if surroundings.logseq:
        return Tool.LOGSEQ, "pages"
    if surroundings.obsidian:
        folder = _templater(root)
        if folder:
            return Tool.TEMPLATER, folder
        data = read_object(read_text(root, ".obsidian/templates.json"))
        own = data.get("folder")
        return Tool.OBSIDIAN, own if isinstance(own, str) and own else known or "Templates"
    if os.path.isdir(os.path.join(root, ".zk")):
        return Tool.ZK, ".zk/templates"
    tool = Tool.ORG if _is_org(root, settings) else Tool.PLAIN
    return tool, known or "templates"


def template_files(root: str, where: Workplace) -> list[tuple[str, str]]:
    """Path and text of every template in the folder where an interview template belongs."""
    folder = os.path.join(root, where.folder)
    if not where.folder or where.tool is Tool.LOGSEQ:
        return []
    found: list[tuple[str, str]] = []
    for inside, _, files in os.walk(folder):
        paths = (os.path.join(inside, name) for name in files if ends_like_a_note(name))
        names = sorted(os.path.relpath(path, root).replace(os.sep, "/") for path in paths)
        found += [(name, text) for name in names if (text := _template(root, name)) is not None]
        if len(found) > MOST_TEMPLATES:
            break
    return sorted(found)


def _template(root: str, path: str) -> str | None:
    """The text of a template; None where it cannot be read, for it is only looked at."""
    with suppress(MdfollowError):
        return text_of(root, path, LIMIT)
    return None


def _templater(root: str) -> str:
    """Templater's folder of templates; empty where it is not in use."""
    text = read_text(root, f".obsidian/plugins/{TEMPLATER}/data.json")
    enabled = read_text(root, ".obsidian/community-plugins.json")
    if text is None or (enabled is not None and f'"{TEMPLATER}"' not in enabled):
        return ""
    folder = read_object(text).get("templates_folder")
    return folder if isinstance(folder, str) else ""


def _folders(root: str) -> list[str]:
    try:
        with os.scandir(root) as entries:
            return sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _is_org(root: str, settings: Settings) -> bool:
    """Whether more notes are Org than Markdown."""
    names, start = names_of(settings), len(root.rstrip("/")) + 1
    org = markdown = 0
    for folder, inner, files in os.walk(root):
        at = folder[start:]
        inner[:] = [each for each in inner if not names.skips_folder(f"{at}/{each}".lstrip("/"))]
        org += sum(format_of(each) == ORG for each in files)
        markdown += sum(format_of(each) == MARKDOWN for each in files)
        if org + markdown > MOST_FILES:
            break
    return org > markdown
