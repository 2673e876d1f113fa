"""mdfollow: reads interview notes and appends the follow-up plan to the same note."""

__version__ = "0.1.0"
DOCS = ""
"""The address of the docs with a slash at its end; while there is none, no message names one."""
