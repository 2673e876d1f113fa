"""The plan as entries of a calendar, and what was changed there. Pure: bytes in, bytes out."""
