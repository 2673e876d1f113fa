"""Put the playground's engine into the built site: `python scripts/playground.py build/site`.

Python for the browser comes from npm's package `pyodide`, once, into build/; mdfollow's pure core
and the packages it reads with come from this environment. Nothing of it is kept in the repository.
"""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = "314.0.7"
DIGEST = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""SHA-512 of the package, as npm names it."""
PARTS = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
PACKAGES = {
    "markdown-it-py": "markdown_it",
    "mdurl": "mdurl",
    "python-frontmatter": "frontmatter",
    "pyyaml": "yaml",
}
"""Distributions the core reads notes with, and their folders; PyYAML does without its C part."""
FACES = ("commands", "watch", "vault", "cli.py", "session.py", "__main__.py")
"""What of mdfollow touches the system, and so stays out: the core has to do without it."""


def fetched(folder: Path) -> Path | None:
    """The folder with Python for the browser; None where npm is missing or answers nothing."""
    there = folder / f"pyodide-{VERSION}"
    if all((there / part).is_file() for part in PARTS):
        return there
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", f"pyodide@{VERSION}", "--silent"]
    if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
        return None
    package = folder / f"pyodide-{VERSION}.tgz"
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != DIGEST:
        raise SystemExit(f"{package} is not the package that was tried; it is left alone.")
    there.mkdir(exist_ok=True)
    with tarfile.open(package) as archive:
        for part in PARTS:
            source = archive.extractfile(f"package/{part}")
            if source is None:
                raise SystemExit(f"{package} has no {part}.")
            (there / part).write_bytes(source.read())
    package.unlink()
    return there


def archive(target: Path) -> None:
    """Pack the pure core and what it reads with, without dates, so that it is always the same."""
    source = ROOT / "src" / "mdfollow"
    parts = {
        f"mdfollow/{each.relative_to(source).as_posix()}": each
        for each in source.rglob("*")
        if each.suffix in {".py", ".toml"} and each.relative_to(source).parts[0] not in FACES
    }
    for name, folder in PACKAGES.items():
        for each in files(name) or ():
            if each.parts[0] == folder and each.suffix == ".py":
                parts[each.as_posix()] = Path(str(each.locate()))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(parts):
            packed.writestr(zipfile.ZipInfo(name), parts[name].read_bytes(), zipfile.ZIP_DEFLATED)


def main(argv: list[str]) -> int:
    """Fill the playground of the site that `argv` names."""
    place = Path(argv[0]) / "playground"
    python = fetched(ROOT / "build")
    if python is None:
        sys.stdout.write("npm gives no pyodide here, so the playground stays out of this site.\n")
        return 0
    archive(place / "mdfollow.zip")
    shutil.copytree(python, place / "pyodide", dirs_exist_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
