"""What is known against the packages mdfollow is used with, and their licences.

Advisories are looked up with pip-audit for everything that is installed here; where the database
does not answer, that is said. Licences are those of what a user gets with mdfollow.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

FREE = re.compile(r"\b(?:MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Unlicense)\b")
"""Licences that ask for nothing but their own text."""


def advisories() -> int:
    """Print what is known; how many packages something is known against."""
    command = [sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except ValueError:
        print(f"advisories: not looked up: {done.stderr.strip().splitlines()[-1:]}")
        return 0
    known = [each for each in found if "vulns" in each]
    for each in known:
        for one in each["vulns"]:
            mended = ", ".join(one["fix_versions"]) or "nowhere yet"
            print(f"{each['name']} {each['version']}: {one['id']}, mended in {mended}")
    silent = len(found) - len(known)
    print(f"advisories: {len(known)} packages looked up, {silent} the database did not answer for")
    return sum(bool(each["vulns"]) for each in known)


def brought(name: str, seen: set[str]) -> Iterator[Distribution]:
    """A package and all that it brings along, extras left out."""
    if name in seen:
        return
    seen.add(name)
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for line in found.requires or ():
        if "extra ==" not in line and (needed := re.match(r"[\w.-]+", line)):
            yield from brought(needed[0].lower().replace("_", "-"), seen)


def licences() -> int:
    """Print what may not be free; how many that are."""
    unknown = 0
    everything = list(brought("mdfollow", set()))
    for each in everything:
        names = ("License-Expression", "License", "Classifier")
        told = [text for name in names for text in each.metadata.get_all(name) or ()]
        if not any(map(FREE.search, told)):
            unknown += 1
            print(f"{each.name}: no free licence is named")
    print(f"licences: {len(everything)} packages, {unknown} to be looked at")
    return unknown


if __name__ == "__main__":
    sys.exit(bool(advisories() + licences()))
