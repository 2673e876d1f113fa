"""mdfollow: reads interview notes and appends the follow-up plan to the same note."""

__version__ = "0.1.0"
