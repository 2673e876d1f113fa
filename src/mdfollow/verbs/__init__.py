"""One moment, one verb: what she says she did, as edits of one note. Pure; nothing here writes."""
