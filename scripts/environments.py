"""Environments of their own, in which what is built or allowed has to show that it works.

Usage: python scripts/environments.py dist      the wheel and the sdist in dist/
       python scripts/environments.py versions  the lowest and newest versions of what we depend on
"""

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = (
    "tests/calendars/test_calendar.py",
    "tests/cli",
    "tests/docs",
    "tests/document/test_frontmatter.py",
    "tests/document/test_markdown.py",
    "tests/interview/test_cases.py",
    "tests/merge/test_golden.py",
    "tests/vault/test_vault_locks.py",
    "tests/vault/test_vault_notes.py",
    "tests/vault/test_vault_settings.py",
    "tests/watch/test_lookouts.py",
    "tests/watch/test_service.py",
)
"""A minute's choice: every command and page, and what rests on other people's packages."""
SHARED = (
    "share/man/man1/mdfollow.1",
    "share/bash-completion/completions/mdfollow",
    "share/zsh/site-functions/_mdfollow",
    "share/fish/vendor_completions.d/mdfollow.fish",
)
"""What lies beside the program where the wheel is installed."""
LEFT = (".git", ".venv", ".*_cache", ".hypothesis", ".fuzz", "__pycache__", "build", "dist")
"""What a copy of the sources does without."""
BOUND = re.compile(r"([\w.-]+)>=([\w.]+)")


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a program; raises CalledProcessError."""
    subprocess.run(command, cwd=cwd, check=True)


def environment(folder: Path) -> Path:
    """Make an empty environment with a pip that knows groups; returns its Python."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    install(python, "pip>=25.1")
    return python


def install(python: Path, *words: str | Path, cwd: Path = ROOT) -> None:
    """Install something there, quietly."""
    run(python, "-m", "pip", "install", "--quiet", *words, cwd=cwd)


def test(python: Path, folder: Path) -> None:
    """Run the choice of tests of the sources in `folder`."""
    marks = "not client and not stress"
    run(python, "-m", "pytest", "-q", "-n", "auto", "-m", marks, *TESTS, cwd=folder)


def dist(scratch: Path) -> None:
    """The wheel alone runs the demo; the sdist alone passes its tests."""
    (wheel,), (sdist,) = (list((ROOT / "dist").glob(each)) for each in ("*.whl", "*.tar.gz"))
    with tarfile.open(sdist) as packed:
        packed.extractall(scratch, filter="data")
    sources = scratch / sdist.name.removesuffix(".tar.gz")
    python = environment(scratch / "wheel")
    install(python, wheel)
    missing = [each for each in SHARED if not (scratch / "wheel" / each).is_file()]
    if missing:
        sys.exit(f"the wheel lacks {', '.join(missing)}")
    run(python.with_name("mdfollow"), "--version")
    run(python, "scripts/demo.py", cwd=sources)
    python = environment(scratch / "sdist")
    install(python, ".", "--group", "test", cwd=sources)
    test(python, sources)


def lowest() -> list[str]:
    """The lowest allowed version of everything mdfollow depends on, as constraints."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(each for extra in extras for each in extra)]
    bounds = [BOUND.match(each) for each in wanted]
    if not all(bounds):
        sys.exit(f"a dependency has no lower bound: {', '.join(wanted)}")
    return [f"{bound[1]}=={bound[2]}" for bound in bounds if bound]


def versions(scratch: Path) -> None:
    """The tests pass with the lowest versions, and with the newest that are allowed.

    They run on a copy: an environment and an editor may go on using the sources meanwhile.
    """
    sources = scratch / "sources"
    shutil.copytree(ROOT, sources, ignore=shutil.ignore_patterns(*LEFT))
    failed = []
    for name, constraints in (("lowest", lowest()), ("newest", [])):
        file = scratch / f"{name}.txt"
        file.write_text("\n".join(constraints), encoding="utf-8")
        python = environment(scratch / name)
        extras = ".[calendar,holidays]"
        install(python, extras, "--group", "test", "--constraint", file, cwd=sources)
        sys.stdout.write(f"== {name}: {', '.join(constraints) or 'nothing held back'}\n")
        sys.stdout.flush()
        try:
            test(python, sources)
        except subprocess.CalledProcessError:
            failed.append(name)
    if failed:
        sys.exit(f"tests failed with the {' and the '.join(failed)} versions")


TASKS: dict[str, Callable[[Path], None]] = {"dist": dist, "versions": versions}


def main(words: list[str]) -> int:
    """Do one of the two; the exit code is 1 where something fails."""
    if len(words) != 1 or words[0] not in TASKS:
        sys.exit(__doc__)
    scratch = Path(tempfile.mkdtemp(prefix="mdfollow-environments-"))
    try:
        TASKS[words[0]](scratch)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        shutil.rmtree(scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
