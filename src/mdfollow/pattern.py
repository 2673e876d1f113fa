"""Regular expressions that are compiled when they are first used.

There are over a hundred of them, a run needs a few, and compiling them all was a sixth of a start.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # noqa: N801 - it stands where `re.compile` stood
        """What `re.compile` gives, later: every attribute is that of the compiled expression."""

        def __init__(self, text, flags=0):
            self._text, self._flags = text, flags

        def __getattr__(self, name):
            import re

            if name[:1] == "_":
                raise AttributeError(name)
            compiled = re.compile(self._text, self._flags)
            for each in ("match", "fullmatch", "search", "sub", "subn", "split", "findall"):
                setattr(self, each, getattr(compiled, each))
            self.finditer, self.pattern, self.flags = (
                compiled.finditer,
                compiled.pattern,
                compiled.flags,
            )
            return getattr(compiled, name)


__all__ = ["pattern"]
