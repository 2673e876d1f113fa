"""Looking after a vault: hints of change in, plans written once the notes have come to rest."""
